import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { becomeAuth } from '../db/openings.ts'
import type { Db } from '../db/tables.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'

/** Reads, or writes where it `begin`s so, what belongs to no viewer, under the role of sign-in; `undefined` also where there is no such community. */
export async function readForCommunity<Result>(
  { pool, clock }: { pool: Pool; clock: Clock },
  slug: string,
  use: (db: Db, communityId: string) => Promise<Result | undefined>,
  begin: 'begin' | 'begin read only' = 'begin read only',
): Promise<Result | undefined> {
  const transaction = new OpeningTransaction(pool, begin, becomeAuth(slug, new Date(clock.now())))
  try {
    const { community_id: communityId } = await transaction.opened()
    return communityId === null ? undefined : await use(transaction.db, communityId)
  } finally {
    await transaction.end('commit')
  }
}
