import type { Db } from '../db/tables.ts'
import { uuidv7 } from '../ids.ts'
import { newRequestLink } from '../joining/asking.service.ts'
import type { CommunitySeed } from './community-seed.ts'

const MINUTE = 60_000

interface Seeding {
  db: Db
  communityId: string
  now: number
  ids: Record<'members' | 'groups', Map<string, string>>
}

async function seedPivots({ db, communityId, now, ids }: Seeding, members: CommunitySeed['members']): Promise<void> {
  for (const { key, pivotOf } of members) {
    if (pivotOf === undefined) continue
    const [member, group] = [ids.members.get(key), ids.groups.get(pivotOf)]
    if (!member || !group) throw new Error(`The seed names a group that it does not hold: ${pivotOf}`)
    await db
      .insertInto('pivot')
      .values({ community_id: communityId, member_id: member, group_id: group, since: new Date(now) })
      .execute()
  }
}

/** Writes who is a pivot, what the community asks, and the requests that wait. Nobody holds the link of such a request: an answer can only be asked for by another mail. */
export async function seedRequests(
  seeding: Seeding,
  { members, questions = [], requests = [] }: Pick<CommunitySeed, 'members' | 'questions' | 'requests'>,
): Promise<void> {
  const { db, communityId, now } = seeding
  await seedPivots(seeding, members)
  for (const [position, { label, required = false }] of questions.entries())
    await db
      .insertInto('join_question')
      .values({ community_id: communityId, id: uuidv7(now), label, required, position })
      .execute()
  for (const { minutesAgo, email, name, reason, ease, phone, equipment = {}, answers = [], ...rest } of requests) {
    const at = new Date(now - minutesAgo * MINUTE)
    const { hash, expiresAt } = newRequestLink(at)
    const { organisation = null, role = null, region = null } = rest
    const given = questions.flatMap(({ label }, index) => (answers[index] ? [{ question: label, answer: answers[index] }] : []))
    await db
      .insertInto('join_request')
      .values({
        community_id: communityId,
        id: uuidv7(at.getTime()),
        email: email.toLowerCase(),
        name,
        organisation,
        role,
        region,
        reason,
        answers: JSON.stringify(given),
        equipment: JSON.stringify(equipment),
        ease: ease ?? null,
        phone: phone ?? null,
        token_hash: hash,
        link_expires_at: expiresAt,
        created_at: at,
        told_at: at,
      })
      .execute()
  }
}
