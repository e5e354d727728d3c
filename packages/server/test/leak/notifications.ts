import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/db/tables.ts'
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
  await tellOfCharters(owner, members)
  await tellOfThreads(owner, members)
  await choosePlaces(owner, members)
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

type Somebody = { id: string; community_id: string }

/** Of every charter, also of those that she is not asked to sign. */
async function tellOfCharters(owner: Db, members: Somebody[]): Promise<void> {
  const versions = await owner.selectFrom('charter_version').select(['id', 'community_id']).execute()
  for (const { id: member_id, community_id } of members)
    for (const version of versions.filter((one) => one.community_id === community_id))
      await owner
        .insertInto('notification')
        .values({
          community_id,
          member_id,
          kind: 'charter',
          target_id: version.id,
          thread_id: null,
          since: new Date(0),
          at: new Date(), // housekeeping leaves it
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
}

/** Of new discussions in every space, also of those out of her reach. */
async function tellOfThreads(owner: Db, members: Somebody[]): Promise<void> {
  const spaces = await owner.selectFrom('space').select(['id', 'community_id']).where('home_id', 'is', null).execute()
  for (const { id: member_id, community_id } of members)
    for (const space of spaces.filter((one) => one.community_id === community_id))
      await owner
        .insertInto('notification')
        .values({
          community_id,
          member_id,
          kind: 'thread',
          target_id: space.id,
          thread_id: null,
          since: new Date(0),
          at: new Date(), // housekeeping leaves it
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
}

/** When she wants mail of every space: of those out of reach too, from the time when she read there. */
async function choosePlaces(owner: Db, members: Somebody[]): Promise<void> {
  const spaces = await owner.selectFrom('space').select(['id', 'community_id']).execute()
  for (const { id: member_id, community_id } of members)
    for (const space of spaces.filter((one) => one.community_id === community_id))
      await owner
        .insertInto('mail_preference')
        .values({ community_id, member_id, space_id: space.id, rhythm: 'daily' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
}
