import type { Db } from '../db/tables.ts'
import { uuidv7 } from '../ids.ts'
import type { HelpSeed } from './community-seed.ts'

const MINUTE = 60_000

interface Seeding {
  db: Db
  communityId: string
  now: number
  ids: Record<'members', Map<string, string>>
}

/** Writes what members have asked who facilitates, and what was answered. */
export async function seedHelp({ db, communityId, now, ids }: Seeding, help: HelpSeed[] = []): Promise<void> {
  const memberOf = (key: string): string => {
    const id = ids.members.get(key)
    if (id === undefined) throw new Error(`The seed names a member that it does not hold: ${key}`)
    return id
  }
  for (const { member, text, place = null, call = false, phone = null, minutesAgo, answer } of help) {
    const asked_at = new Date(now - minutesAgo * MINUTE)
    const answered_at = answer ? new Date(now - answer.minutesAgo * MINUTE) : null
    const id = uuidv7(asked_at.getTime())
    const request = { community_id: communityId, id, member_id: memberOf(member), text, place, wants_call: call, phone, asked_at }
    await db
      .insertInto('help_request')
      .values({ ...request, word_at: answered_at ?? asked_at, waits: !answer, answered_at })
      .execute()
    if (!answer || !answered_at) continue
    const turn = { id: uuidv7(answered_at.getTime()), help_id: id, author_id: memberOf(answer.by), text: answer.text }
    await db
      .insertInto('help_turn')
      .values({ community_id: communityId, ...turn, at: answered_at })
      .execute()
  }
}
