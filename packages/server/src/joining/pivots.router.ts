import { output } from '../trpc/output.ts'
import { facilitatorProcedure, memberProcedure, router } from '../trpc/procedures.ts'
import { Done, PageRequest } from '../wire.schema.ts'
import { InvitationMade, InvitationRef, Invitations, InvitationView, MakeInvitation } from './joining.schema.ts'
import { AppointPivot, OwnPivot } from './pivots.schema.ts'
import { appointPivot, inviteAsPivot, ownInvitations, ownPivot, withdrawOwnInvitation } from './pivots.service.ts'

const done = { done: true } as const

/** Unless told: for who is the pivot of a group, `forbidden` for all others. */
export const pivotsRouter = router({
  /** Makes a member the pivot of a group, or of none. */
  appoint: facilitatorProcedure
    .input(AppointPivot)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await appointPivot(ctx.scope, input)
      return done
    }),
  own: memberProcedure.output(output(OwnPivot)).query(({ ctx }) => ownPivot(ctx.scope)),
  invite: memberProcedure
    .input(MakeInvitation)
    .output(output(InvitationMade))
    .mutation(({ ctx, input }) => inviteAsPivot(ctx.scope, input)),
  /** Her own, the newest first. */
  invitations: memberProcedure
    .input(PageRequest)
    .output(output(Invitations))
    .query(({ ctx, input }) => ownInvitations(ctx.scope, input)),
  /** Of her own. `conflict` once it was accepted. */
  withdraw: memberProcedure
    .input(InvitationRef)
    .output(output(InvitationView))
    .mutation(({ ctx, input }) => withdrawOwnInvitation(ctx.scope, input.id)),
})
