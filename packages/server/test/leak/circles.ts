import { randomUUID } from 'node:crypto'
import type { TestServer } from '../server.ts'
import { CIRCLE, insiders, membersOf } from './personas.ts'
import type { Target } from './world.ts'

/** Tells one discussion of the members' space to the committee alone. */
export async function makeCircle({ owner }: TestServer, community: string, title: string): Promise<void> {
  const here = { community_id: community }
  const thread = await owner.selectFrom('thread').selectAll().where('title', '=', title).executeTakeFirstOrThrow()
  const group = await owner
    .selectFrom('group')
    .select('id')
    .where('community_id', '=', community)
    .where('hidden', '=', false)
    .executeTakeFirstOrThrow()
  const id = randomUUID()
  await owner
    .insertInto('space')
    .values({
      ...here,
      id,
      slug: CIRCLE,
      name: 'Cercle',
      level: 'restricted',
      retention_days: null,
      position: 9,
      within: [thread.space_id],
      home_id: thread.space_id,
      circle: CIRCLE,
    })
    .execute()
  await owner
    .insertInto('audience')
    .values([
      { ...here, id: randomUUID(), space_id: id, group_id: group.id, member_id: null },
      { ...here, id: randomUUID(), space_id: id, group_id: null, member_id: thread.author_id },
    ])
    .execute()
  const posts = await owner.selectFrom('post').select('id').where('thread_id', '=', thread.id).execute()
  const ids = posts.map((post) => post.id)
  await owner.updateTable('thread').set({ space_id: id }).where('id', '=', thread.id).execute()
  await owner.updateTable('post').set({ space_id: id }).where('id', 'in', ids).execute()
  await owner.updateTable('reaction').set({ space_id: id }).where('post_id', 'in', ids).execute()
}

/** Groups of the community, and those of the other. */
export async function groupTargets({ owner }: TestServer, community: string, foreign: string): Promise<Target[]> {
  const groups = await owner.selectFrom('group').selectAll().where('community_id', 'in', [community, foreign]).execute()
  return groups.map(({ id, community_id, hidden }): Target => {
    const seenBy = community_id !== community ? [] : hidden ? insiders : membersOf('entraide')
    return { kind: 'group', label: `the ${hidden ? 'hidden group' : 'committee'}`, id, seenBy }
  })
}
