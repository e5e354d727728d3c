import { sql } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import { knowsGroup, spacesOf } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'

/** `null`: all of them, for who facilitates; else her own, as the pivot of this group. */
export type Reach = string | null

/** With the names of groups and spaces as far as the viewer may know them. */
function invitations(db: Db, viewer: MemberViewer, reach: Reach) {
  const found = db
    .selectFrom('invitation as i')
    .select(['i.id', 'i.email', 'i.invited_by as invitedBy', 'i.created_at as createdAt', 'i.expires_at as expiresAt'])
    .select(['i.accepted_at as acceptedAt', 'i.withdrawn_at as withdrawnAt', 'i.groups as groupIds', 'i.spaces as spaceIds'])
    .select(
      sql<string[]>`array(select g.name from "group" g where g.community_id = i.community_id and g.id = any(i.groups)
        and ${knowsGroup('g', viewer)} order by g.name)`.as('groups'),
    )
    .select(
      sql<string[]>`array(select s.name from space s where s.community_id = i.community_id and s.id = any(i.spaces)
        and s.id = any(${spacesOf(viewer)}) order by s.position)`.as('spaces'),
    )
    .where('i.community_id', '=', viewer.communityId)
  return reach === null
    ? found.where(sql<boolean>`${viewer.facilitates}`)
    : found.where('i.invited_by', '=', viewer.memberId).where('i.scope_group_id', '=', reach)
}

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

export const findInvitation = (db: Db, viewer: MemberViewer, { id, reach }: { id: string; reach: Reach }) =>
  invitations(db, viewer, reach).where('i.id', '=', id).executeTakeFirst()

/** The newest first. Served by invitation_list_idx and invitation_own_idx. */
export function listInvitations(
  db: Db,
  viewer: MemberViewer,
  { after, limit, reach }: { after: Keyset | undefined; limit: number; reach: Reach },
): Promise<InvitationRow[]> {
  let query = invitations(db, viewer, reach)
  if (after) query = query.where(sql<boolean>`(i.created_at, i.id) < (${after.at}, ${after.id})`)
  return query.orderBy('i.created_at', 'desc').orderBy('i.id', 'desc').limit(limit).execute()
}

export interface NewInvitation {
  id: string
  email: string | null
  groups: string[]
  spaces: string[]
  reach: Reach
  tokenHash: Buffer
  createdAt: Date
  expiresAt: Date
}

/** `false`: the id is taken. */
export async function insertInvitation(db: Db, viewer: MemberViewer, invitation: NewInvitation): Promise<boolean> {
  const { id, email, groups, spaces, reach, tokenHash, createdAt, expiresAt } = invitation
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('invitation')
    .values({
      community_id: viewer.communityId,
      id,
      invited_by: viewer.memberId,
      email,
      groups,
      spaces,
      scope_group_id: reach,
      token_hash: tokenHash,
      created_at: createdAt,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

const ofId = (db: Db, viewer: MemberViewer, id: string) =>
  db
    .updateTable('invitation')
    .where('community_id', '=', viewer.communityId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)

/** The link handed over before opens nothing any more. */
export async function setLink(db: Db, viewer: MemberViewer, id: string, hash: Buffer): Promise<void> {
  await ofId(db, viewer, id).set({ token_hash: hash }).execute()
}

/** Answers whether it could still be accepted. */
export async function setWithdrawn(db: Db, viewer: MemberViewer, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await ofId(db, viewer, id).set({ withdrawn_at: at }).executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The invitation that a link leads to, as long as it can be accepted. */
export const findOpenByLink = (db: Db, communityId: string, hash: Buffer, now: Date) =>
  db
    .selectFrom('invitation')
    .select(['email', 'expires_at as expiresAt'])
    .where('community_id', '=', communityId)
    .where('token_hash', '=', hash)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

export interface Acceptance {
  hash: Buffer
  personId: string
  memberId: string
  email: string | null
  name: string
  at: Date
}

/** `address`: whom it let in; `null`: somebody who was put out. `undefined`: the link opens nothing. */
export async function acceptByLink(
  db: Db,
  { hash, personId, memberId, email, name, at }: Acceptance,
): Promise<{ id: string; address: string | null } | undefined> {
  const { rows } = await sql<{ id: string; address: string | null }>`
    select invitation_id as id, address from accept_invitation(${hash}, ${personId}, ${memberId}, ${email}, ${name}, ${at})`.execute(
    db,
  )
  return rows[0]
}
