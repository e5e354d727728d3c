import type { Db } from '../db/tables.ts'
import type { SigningViewer } from '../viewer.ts'
import type { ConsentKind, HelpFacts, SayHelp } from './consents.schema.ts'

/** All that the viewer ever accepted, oldest first. Served by consent_member_idx. */
export const listConsents = (db: Db, { communityId, memberId }: SigningViewer) =>
  db
    .selectFrom('consent')
    .select(['kind', 'given_at as givenAt', 'withdrawn_at as withdrawnAt'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .orderBy('given_at')
    .orderBy('id')
    .execute()

/** Stands as it is where it was given already. */
export async function insertConsent(
  db: Db,
  { communityId, memberId }: SigningViewer,
  consent: { id: string; kind: ConsentKind; words: number; at: Date },
): Promise<void> {
  const { id, kind, words, at } = consent
  await db
    .insertInto('consent')
    .values({ community_id: communityId, id, member_id: memberId, kind, words, given_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was kept by it goes with it: a trigger sees to that. */
export async function setTakenBack(db: Db, { communityId, memberId }: SigningViewer, kind: ConsentKind, at: Date): Promise<void> {
  await db
    .updateTable('consent')
    .set({ withdrawn_at: at })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Held until the end of the transaction, so that it is not taken back meanwhile. */
export async function holdsConsent(db: Db, { communityId, memberId }: SigningViewer, kind: ConsentKind): Promise<boolean> {
  const row = await db
    .selectFrom('consent')
    .select('id')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export const findHelp = (db: Db, { communityId, memberId }: SigningViewer): Promise<HelpFacts | undefined> =>
  db
    .selectFrom('member_help')
    .select(['equipment', 'ease', 'phone'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()

export async function setHelp(
  db: Db,
  { communityId, memberId }: SigningViewer,
  { equipment, ease, phone }: SayHelp,
): Promise<void> {
  const facts = { equipment: JSON.stringify(equipment), ease, phone }
  await db
    .insertInto('member_help')
    .values({ community_id: communityId, member_id: memberId, ...facts })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet(facts))
    .execute()
}
