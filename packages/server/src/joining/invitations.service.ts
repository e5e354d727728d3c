import type { AuthScope } from '../auth/auth-scope.ts'
import { requireProof } from '../auth/proof.service.ts'
import { decodeCursor, toPage } from '../db/keyset.ts'
import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { namesOf } from '../members/members.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import type { PageRequest } from '../wire.schema.ts'
import { findPlace } from './asking.repository.ts'
import { spend } from './asking.service.ts'
import * as rows from './invitations.repository.ts'
import { mailRequester } from './joining-mails.ts'
import type {
  AcceptInvitation,
  InvitationMade,
  Invitations,
  InvitationView,
  MakeInvitation,
  OpenInvitation,
} from './joining.schema.ts'
import { hashOfLink, mintLink } from './links.ts'
import { placesOf } from './places.service.ts'
import { findPlaceOf } from './requests.repository.ts'

const DAY = 24 * 60 * 60 * 1000

function statusOf({ acceptedAt, withdrawnAt, expiresAt }: rows.InvitationRow, now: Date): InvitationView['status'] {
  if (acceptedAt) return 'accepted'
  if (withdrawnAt) return 'withdrawn'
  return expiresAt <= now ? 'expired' : 'open'
}

async function present(scope: MemberScope, found: rows.InvitationRow[]): Promise<InvitationView[]> {
  const now = instantOf(scope.clock)
  const names = await namesOf(
    scope,
    found.map(({ invitedBy }) => invitedBy),
  )
  return found.map((row) => ({
    id: row.id,
    email: row.email,
    by: names.get(row.invitedBy)?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    status: statusOf(row, now),
    groups: row.groups,
    spaces: row.spaces,
    can: { withdraw: statusOf(row, now) === 'open' },
  }))
}

async function invitationView(scope: MemberScope, which: { id: string; reach: rows.Reach }): Promise<InvitationView> {
  const row = await rows.findInvitation(scope.db, scope.viewer, which)
  if (!row) throw new CercleError('not_found')
  return (await present(scope, [row]))[0]!
}

/** The newest first. */
export async function invitationList(
  scope: MemberScope,
  { cursor, limit }: PageRequest,
  reach: rows.Reach = null,
): Promise<Invitations> {
  const found = await rows.listInvitations(scope.db, scope.viewer, { after: decodeCursor(cursor), limit: limit + 1, reach })
  const page = toPage(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }))
  return { ...page, items: await present(scope, page.items) }
}

/**
 * By mail, or by a link whose secret is told this once. The same call again mails nothing more, and gives a new link in the place of the first; `conflict`
 * when the id is taken by something else. `proof_needed`.
 */
export async function makeInvitation(
  scope: MemberScope,
  input: MakeInvitation,
  reach: rows.Reach = null,
): Promise<InvitationMade> {
  await requireProof(scope)
  const { db, viewer, clock } = scope
  const { groups, spaces } = await placesOf(scope, input)
  const { token, hash } = mintLink()
  const email = input.email?.toLowerCase() ?? null
  const at = instantOf(clock)
  const expiresAt = new Date(at.getTime() + input.days * DAY)
  const made = { id: input.id, email, groups, spaces, reach, tokenHash: hash, createdAt: at, expiresAt }
  if (await rows.insertInvitation(db, viewer, made)) {
    await appendActivity(db, viewer.communityId, { kind: 'invitation.made', actorId: viewer.memberId, subjectId: input.id, at })
    if (email !== null) await mailInvitation(scope, { email, token, expiresAt })
  } else await renew(scope, made)
  return { invitation: await invitationView(scope, made), token: email === null ? token : null }
}

async function mailInvitation(
  scope: MemberScope,
  { email, token, expiresAt }: { email: string; token: string; expiresAt: Date },
) {
  const { language, timeZone } = await findPlaceOf(scope.db, scope.viewer)
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(expiresAt)
  await mailRequester(scope, 'invitation', { language, to: email, facts: { token, until } })
}

async function renew({ db, viewer }: MemberScope, made: rows.NewInvitation): Promise<void> {
  const { id, email, groups, spaces, tokenHash } = made
  const row = await rows.findInvitation(db, viewer, made)
  const isSame =
    row?.invitedBy === viewer.memberId &&
    row.email === email &&
    String(row.groupIds) === String(groups) &&
    String(row.spaceIds) === String(spaces)
  if (!row || !isSame || row.acceptedAt || row.withdrawnAt) throw new CercleError('conflict')
  if (email === null) await rows.setLink(db, viewer, id, tokenHash)
}

/** Opens nothing any more, at once; repeating it answers the same. `conflict` once it was accepted. */
export async function withdrawInvitation(scope: MemberScope, id: string, reach: rows.Reach = null): Promise<InvitationView> {
  const { db, viewer, clock } = scope
  const at = instantOf(clock)
  const row = await rows.findInvitation(db, viewer, { id, reach })
  if (!row) throw new CercleError('not_found')
  if (await rows.setWithdrawn(db, viewer, id, at))
    await appendActivity(db, viewer.communityId, { kind: 'invitation.withdrawn', actorId: viewer.memberId, subjectId: id, at })
  const view = await invitationView(scope, { id, reach })
  if (view.status === 'accepted') throw new CercleError('conflict')
  return view
}

/** `not_found` for what is no invitation, and for one that opens nothing any more. */
export async function openInvitation(scope: AuthScope, token: string): Promise<OpenInvitation> {
  await spend(scope, 'joinLink')
  const row = await rows.findOpenByLink(scope.db, scope.communityId, hashOfLink(token), instantOf(scope.clock))
  if (!row) throw new CercleError('not_found')
  return { needsEmail: row.email === null, expiresAt: row.expiresAt.toISOString() }
}

/** Makes a member of its holder, once; she then enters with a code. The answer does not tell whether the address was a member's already. */
export async function acceptInvitation(scope: AuthScope, { token, name, email: typed }: AcceptInvitation): Promise<void> {
  const { needsEmail } = await openInvitation(scope, token)
  if (needsEmail && typed === undefined) throw new CercleError('invalid', { fields: [{ path: 'email', reason: 'required' }] })
  const { db, communityId, clock, newId } = scope
  const at = instantOf(clock)
  const email = typed?.toLowerCase() ?? null
  const accepted = await rows.acceptByLink(db, { hash: hashOfLink(token), personId: newId(), memberId: newId(), email, name, at })
  if (!accepted) throw new CercleError('not_found')
  await appendActivity(db, communityId, { kind: 'invitation.accepted', actorId: null, subjectId: accepted.id, at })
  if (accepted.address === null) return
  const { language } = await findPlace(db, communityId)
  await mailRequester(scope, 'join-approved', { language, to: accepted.address, facts: {} })
}
