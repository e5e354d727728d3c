import type { Db } from '../db/tables.ts'
import { uuidv7 } from '../ids.ts'
import { newRequestLink } from '../joining/asking.service.ts'
import type { CommunitySeed } from './community-seed.ts'

const MINUTE = 60_000

/** Writes what the community asks, and the requests that wait. Nobody holds the link of such a request: an answer can only be asked for by another mail. */
export async function seedRequests(
  { db, communityId, now }: { db: Db; communityId: string; now: number },
  { questions = [], requests = [] }: Pick<CommunitySeed, 'questions' | 'requests'>,
): Promise<void> {
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
