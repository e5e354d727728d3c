import type { Db } from '../db/tables.ts'
import { uuidv7 } from '../ids.ts'
import type { MemberSeed } from './community-seed.ts'

interface Seeding {
  db: Db
  communityId: string
  /** When they accepted. */
  at: Date
  ids: { members: Map<string, string> }
}

/** Writes what members accept, and what is kept by it. */
export async function seedConsents({ db, communityId: community_id, at, ids }: Seeding, members: MemberSeed[]): Promise<void> {
  for (const { key, consents = [], help } of members) {
    const member_id = ids.members.get(key)!
    for (const kind of new Set([...consents, ...(help ? (['help_facts'] as const) : [])]))
      await db
        .insertInto('consent')
        .values({ community_id, id: uuidv7(at.getTime()), member_id, kind, words: 1, given_at: at })
        .execute()
    if (help)
      await db
        .insertInto('member_help')
        .values({ community_id, member_id, ...help, equipment: JSON.stringify(help.equipment) })
        .execute()
  }
}
