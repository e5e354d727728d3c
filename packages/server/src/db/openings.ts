import type { Viewer, ViewerStatus } from '../viewer.ts'
import type { Rights } from './rights.ts'
import type { Opening } from './viewer-transaction.ts'

interface ViewerRow {
  community_id: string | null
  session_id: string | null
  member_id: string | null
  facilitates: boolean | null
  status: ViewerStatus | null
  verified: boolean | null
}

/** How long one statement of a request may take, in milliseconds. A role's own `statement_timeout` is not applied by set_config('role'). */
const STATEMENT_TIMEOUT = '5000'

const BECOME = `
select v.community_id, v.session_id, v.member_id, v.facilitates, v.status, s.verified,
  set_config('role', case when v.member_id is null then 'cercle_anon' else 'cercle_app' end, true),
  set_config('cercle.community', coalesce(v.community_id::text, ''), true),
  set_config('cercle.member', coalesce(v.member_id::text, ''), true),
  set_config('cercle.verified', case when s.verified then '1' else '' end, true),
  set_config('statement_timeout', '${STATEMENT_TIMEOUT}', true)
from (select 1) as one left join session_viewer($1, $2, $3, $4) v on true
  left join lateral (select v.member_id is not null and session_is_verified(v.community_id, v.session_id, $4) as verified) s on true`

/** Looks the session up, takes the role and sets the viewer, in one round trip. A plain statement: a definer function may not set a role. */
export function become(accessHash: Buffer | null, siteId: string | null, slug: string, now: Date): Opening<ViewerRow> {
  return {
    name: 'become',
    text: BECOME,
    values: [accessHash, siteId, slug, now],
    role: (row) => (row.member_id === null ? 'a' : 'm'),
  }
}

/** `undefined`: no such community. */
export function viewerOf(row: ViewerRow, rights: Rights): Viewer | undefined {
  if (row.community_id === null) return undefined
  return {
    communityId: row.community_id,
    memberId: row.member_id,
    sessionId: row.member_id === null ? null : row.session_id,
    facilitates: (row.facilitates ?? false) && row.verified === true,
    limited: row.member_id !== null && row.verified !== true,
    status: row.status,
    rights,
  }
}

const BECOME_AUTH = `
select c.community_id,
  set_config('role', 'cercle_auth', true),
  set_config('cercle.community', coalesce(c.community_id::text, ''), true),
  set_config('cercle.member', '', true),
  set_config('statement_timeout', '${STATEMENT_TIMEOUT}', true)
from (select 1) as one left join session_viewer(null, null, $1, $2) c on true`

/** The role of sign-in and sessions; it reads no discussion. */
export function becomeAuth(slug: string, now: Date): Opening<{ community_id: string | null }> {
  return { name: 'become_auth', text: BECOME_AUTH, values: [slug, now], role: () => 'u' }
}

const BECOME_WORKER = `select set_config('role', 'cercle_worker', true), set_config('cercle.community', '', true), set_config('cercle.member', '', true)`

/** The role of housekeeping, over all communities. */
export function becomeWorker(): Opening<unknown> {
  return { name: 'become_worker', text: BECOME_WORKER, values: [], role: () => 'w' }
}
