import { rowsWritten } from './attempts.ts'
import type { Asker, Ground } from './bare-tables.ts'

/*
 * A statement that reads no column is held by the policy of its own command alone, not by that of reading. Who facilitates may change some of
 * these rows, so what is wanted is their exact number: $1 community, $2 herself.
 */
const ofKnownGroups = `select count(*)::integer as count from group_member where community_id = $1 and group_id in (
  select id from "group" where community_id = $1 and not hidden union select group_id from group_member where member_id = $2)`

interface BlindAttempt {
  attempt: string
  /** How many rows it may change of who facilitates; `ofPivot`, `ofMember`, `ofSignIn`: of a pivot, of every member, of the role of sign-in, none unless told. */
  allowed: string
  ofPivot?: string
  ofMember?: string
  ofSignIn?: string
}

const ofStandingConsents = `select count(*)::integer as count from consent where community_id = $1 and member_id = $2 and withdrawn_at is null`
const ofOpenRequests = `select count(*)::integer as count from join_request where community_id = $1 and status in ('waiting', 'asked') and $2::uuid is null`
const none = `select 0 as count where $1::uuid is not null and $2::uuid is not null`

export const blindAttempts: Record<string, BlindAttempt> = {
  'places in groups, away': { attempt: `delete from group_member`, allowed: ofKnownGroups },
  'until when places in groups last': { attempt: `update group_member set expires_at = null`, allowed: ofKnownGroups },
  'passkeys, away': {
    attempt: `delete from passkey`,
    allowed: `select count(*)::integer as count from passkey where community_id = $1 and member_id = $2`,
  },
  'pivots, away': {
    attempt: `delete from pivot`,
    allowed: `select count(*)::integer as count from pivot where community_id = $1 and $2::uuid is not null`,
  },
  'how far passkeys have counted': {
    attempt: `update passkey set counter = 0`,
    allowed: none,
    ofSignIn: `select count(*)::integer as count from passkey where community_id = $1 and $2::uuid is null`,
  },
  'what is accepted, taken back': {
    attempt: `update consent set withdrawn_at = now()`,
    allowed: ofStandingConsents,
    ofMember: ofStandingConsents,
  },
  'that whoever asks was told': { attempt: `update join_request set told_at = now()`, allowed: none, ofSignIn: ofOpenRequests },
  'requests to come in, away': { attempt: `delete from join_request`, allowed: none, ofSignIn: ofOpenRequests },
  'requests to come in': {
    attempt: `update join_request set status = 'refused'`,
    allowed: `select count(*)::integer as count from join_request where community_id = $1 and status in ('waiting', 'asked') and $2::uuid is not null`,
  },
  'until when invitations can be accepted': {
    attempt: `update invitation set withdrawn_at = now()`,
    allowed: `select count(*)::integer as count from invitation where community_id = $1 and accepted_at is null and $2::uuid is not null`,
    ofPivot: `select count(*)::integer as count from invitation where community_id = $1 and accepted_at is null and invited_by = $2`,
  },
  'how communities are called': {
    attempt: `update community set name = 'x'`,
    allowed: `select count(*)::integer as count from community where id = $1 and $2::uuid is not null`,
  },
  'what communities ask': {
    attempt: `update join_question set label = 'x'`,
    allowed: `select count(*)::integer as count from join_question where community_id = $1 and $2::uuid is not null`,
  },
  'what communities ask, away': {
    attempt: `delete from join_question`,
    allowed: `select count(*)::integer as count from join_question where community_id = $1 and $2::uuid is not null`,
  },
  'where members work': {
    attempt: `update member set organisation_id = null`,
    allowed: `select count(*)::integer as count from member where community_id = $1 and $2::uuid is not null`,
  },
}

/** How many rows more than she may the asker changes, blindly: 0, one would hope; an error that is no refusal, as it is. */
export async function rowsBeyond(
  ground: Ground,
  asker: Asker,
  { attempt, allowed, ofPivot, ofMember, ofSignIn }: BlindAttempt,
): Promise<number | null | Error> {
  const written = await rowsWritten(ground, asker, attempt)
  const of = (id: string | null, may: string) =>
    ground.world.server.database.ownerPool.query<{ count: number }>(may, [ground.community, id])
  if (typeof written !== 'number') return written
  if (asker === 'sign-in') return ofSignIn ? written - (await of(null, ofSignIn)).rows[0]!.count : written
  if (asker.status !== 'active') return written
  const may = asker.facilitates ? allowed : (asker.pivot && ofPivot) || ofMember
  if (!may) return written
  const { owner } = ground.world.server
  const { id } = await owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('m.id')
    .where('p.email', '=', `${asker.member}@${ground.world.slug}.example`)
    .executeTakeFirstOrThrow()
  return written - (await of(id, may)).rows[0]!.count
}
