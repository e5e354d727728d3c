import type { ClientErrorCode } from '@cercle/sdk'
import type { MemberKey } from './member.fr.ts'

/** Why a call failed, in words. */
export const reasons: Readonly<Record<ClientErrorCode, MemberKey>> = {
  offline: 'send.offline',
  aborted: 'send.offline',
  unavailable: 'send.busy',
  rate_limited: 'send.busy',
  internal: 'send.internal',
  conflict: 'send.conflict',
  unauthorized: 'send.over',
  forbidden: 'send.refused',
  proof_needed: 'send.refused',
  not_found: 'send.notFound',
  too_large: 'send.large',
  invalid: 'send.invalid',
}
