import { randomBytes, randomUUID } from 'node:crypto'
import { mintFamily, mintTokens } from '../../src/auth/tokens.ts'
import type { Db } from '../../src/db/tables.ts'

const DAY = 86_400_000

/** Signs a member in without a mail: a session without a site, as a program outside browsers has. Answers its access token. */
export async function grantSession(owner: Db, communityId: string, memberId: string): Promise<string> {
  const id = randomUUID()
  const { access, accessHash, refreshHash } = mintTokens(mintFamily())
  const now = Date.now()
  const later = new Date(now + DAY)
  await owner
    .insertInto('session')
    .values({
      community_id: communityId,
      id,
      member_id: memberId,
      site_id: null,
      access_hash: accessHash,
      access_expires_at: later,
      family_hash: randomBytes(32),
      refresh_hash: refreshHash,
      previous_refresh_hash: null,
      rotated_at: new Date(now),
      idle_expires_at: later,
      absolute_expires_at: later,
      created_at: new Date(now),
      revoked_at: null,
    })
    .execute()
  return access
}
