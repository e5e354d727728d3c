import type { InvitationMade, InvitationView, OwnPivot, Page } from '@cercle/server'
import { newId } from '../ids.ts'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'
import type { NewInvitation } from './joining-client.ts'

export interface PivotAppointment {
  member: string
  /** Id of a group of a workplace, a region or a sector; `null`: of none any more. */
  group: string | null
}

/** Members who bring in people of one workplace, region or sector. `appoint` is for facilitators, the rest for who is a pivot (`forbidden` for others). */
export interface PivotsClient {
  /** At once, in the place of the group before. `invalid`: a group of another kind. `proof_needed`. */
  appoint(appointment: PivotAppointment, options?: CallOptions): Promise<{ done: true }>
  /** The viewer's own group, and how many of her invitations are open and were accepted. */
  own(options?: CallOptions): Promise<OwnPivot>
  /**
   * Into her own group in any case, and into `groups` that she is in and `spaces` that she reads. `token` of the link, told this once; `null`: it
   * went by mail. `proof_needed`.
   */
  invite(invitation: NewInvitation, options?: CallOptions): Promise<InvitationMade>
  /** Her own, the newest first. */
  invitations(filter?: { limit?: number | undefined }, options?: CallOptions): PagedList<InvitationView>
  /** Of her own: opens nothing any more. `conflict`: it was accepted. */
  withdraw(invitation: { id: string }, options?: CallOptions): Promise<InvitationView>
}

export const pivotsClient = (call: Call): PivotsClient => ({
  appoint: (appointment, options) => call('pivots.appoint', appointment, options, 'write'),
  own: (options) => call('pivots.own', undefined, options),
  invite: (invitation, options) => call('pivots.invite', { ...invitation, id: invitation.id ?? newId() }, options, 'write'),
  invitations: (filter, options) =>
    pagedList((cursor) => call<Page<InvitationView>>('pivots.invitations', { ...filter, cursor }, options)),
  withdraw: ({ id }, options) => call('pivots.withdraw', { id }, options, 'write'),
})
