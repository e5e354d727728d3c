import { randomUUID } from 'node:crypto'
import type { TestServer } from '../server.ts'
import type { Canaries } from './canaries.ts'
import { isIn, personas } from './personas.ts'
import type { Target } from './world.ts'

/** Tells everybody of every discussion, also of those out of reach: what is read of it later is hers or nothing. */
export async function notificationTargets(
  { owner }: TestServer,
  { community, foreign }: { community: string; foreign: string },
  canaries: Canaries,
): Promise<Target[]> {
  const members = await owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.community_id', 'p.email'])
    .where('m.community_id', 'in', [community, foreign])
    .execute()
  const threads = await owner
    .selectFrom('thread as t')
    .innerJoin('space as s', 's.id', 't.space_id')
    .select(['t.id', 't.community_id', 's.slug'])
    .execute()
  const targets: Target[] = []
  for (const member of members) {
    const key = member.email.split('@')[0]!
    // Another community has members of the same names.
    const hers = personas.filter((persona) => persona.member === key && member.community_id === community)
    for (const thread of threads.filter(({ community_id }) => community_id === member.community_id)) {
      const id = randomUUID()
      const what = { kind: 'reply' as const, target_id: thread.id, thread_id: thread.id, since: new Date(0), at: new Date() }
      await owner
        .insertInto('notification')
        .values({ community_id: member.community_id, member_id: member.id, id, ...what })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      if (!hers.some((persona) => isIn(persona, thread.slug))) canaries.known(`a notification of ${thread.slug}`, id, [])
    }
    const one = await owner.selectFrom('notification').select('id').where('member_id', '=', member.id).executeTakeFirst()
    if (!one || !['silent', 'member', 'restricted', 'facilitator', 'unsigned', 'foreign'].includes(key)) continue
    const seenBy = hers.filter(({ reads }) => reads !== 'refused').map(({ name }) => name)
    targets.push({
      kind: 'notification',
      label: `a notification of ${key}${member.community_id === community ? '' : ' of another community'}`,
      id: one.id,
      seenBy,
    })
  }
  return targets
}
