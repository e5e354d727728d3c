import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { PasskeyPurpose } from './auth.table.ts'

/** Whose answer a challenge is for: `null` before anybody is known. */
export interface ChallengePlace {
  communityId: string
  memberId: string | null
  purpose: PasskeyPurpose
}

export async function insertChallenge(db: Db, place: ChallengePlace, challengeHash: Buffer, expiresAt: Date): Promise<void> {
  await db
    .insertInto('passkey_challenge')
    .values({
      community_id: place.communityId,
      challenge_hash: challengeHash,
      purpose: place.purpose,
      member_id: place.memberId,
      expires_at: expiresAt,
    })
    .execute()
}

/** Uses the challenge up, whatever comes of it: of any number at once, one finds it. */
export async function takeChallenge(db: Db, place: ChallengePlace, challengeHash: Buffer, now: Date): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey_challenge')
    .where('community_id', '=', place.communityId)
    .where('challenge_hash', '=', challengeHash)
    .where('purpose', '=', place.purpose)
    .where('member_id', 'is not distinct from', place.memberId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

const keysOf = (db: Db, communityId: string, memberId: string) =>
  db.selectFrom('passkey').where('community_id', '=', communityId).where('member_id', '=', memberId)

/** The viewer's own, oldest first. Served by passkey_member_idx. */
export async function listPasskeys(db: Db, { communityId, memberId }: MemberViewer, limit: number) {
  return keysOf(db, communityId, memberId)
    .select(['id', 'name', 'created_at as addedAt', 'used_at as usedAt'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** What the browser knows them by. */
export async function listCredentials(db: Db, communityId: string, memberId: string, limit: number) {
  return keysOf(db, communityId, memberId).select(['credential_id as credentialId', 'transports']).limit(limit).execute()
}

/** What a new key is called where it is kept: by whom it is, and for where; and in which language mail tells of it. */
export async function findNames(db: Db, { communityId, memberId }: MemberViewer) {
  return db
    .selectFrom('member as m')
    .innerJoin('community as c', 'c.id', 'm.community_id')
    .where('m.community_id', '=', communityId)
    .where('m.id', '=', memberId)
    .select(['m.name as memberName', 'c.name as communityName', 'c.language'])
    .executeTakeFirstOrThrow()
}

export interface NewPasskey {
  id: string
  name: string
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  createdAt: Date
}

/** `false`: the community has this key already. */
export async function insertPasskey(db: Db, { communityId, memberId }: MemberViewer, key: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({
      community_id: communityId,
      id: key.id,
      member_id: memberId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: key.transports,
      name: key.name,
      created_at: key.createdAt,
      used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** `false`: she has none of that id. */
export async function deletePasskey(db: Db, { communityId, memberId }: MemberViewer, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The key of that name and whose it is, while she facilitates. */
export async function findPasskey(db: Db, communityId: string, credentialId: Buffer) {
  const row = await db
    .selectFrom('passkey as k')
    .innerJoin('member as m', (join) => join.onRef('m.community_id', '=', 'k.community_id').onRef('m.id', '=', 'k.member_id'))
    .where('k.community_id', '=', communityId)
    .where('k.credential_id', '=', credentialId)
    .where('m.facilitates', '=', true)
    .select(['k.id', 'k.member_id as memberId', 'k.public_key as publicKey', 'k.counter'])
    .executeTakeFirst()
  return row && { ...row, counter: Number(row.counter) }
}

/** Moves its counter on; `false` when another answer of this key got further meanwhile. Keys that do not count stay at 0. */
export async function setPasskeyUsed(db: Db, communityId: string, id: string, counter: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ counter, used_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where(sql<boolean>`(counter < ${counter} or (counter = 0 and ${counter} = 0))`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
