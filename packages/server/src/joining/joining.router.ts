import { output } from '../trpc/output.ts'
import { authProcedure, facilitatorProcedure, publicProcedure, router } from '../trpc/procedures.ts'
import { Done, PageRequest } from '../wire.schema.ts'
import { answerByLink, askToJoin, joinForm, requestByLink, retractByLink } from './asking.service.ts'
import { settleForm } from './form.service.ts'
import { acceptInvitation, invitationList, makeInvitation, openInvitation, withdrawInvitation } from './invitations.service.ts'
import {
  AcceptInvitation,
  AnswerByLink,
  AskToJoin,
  ByLink,
  DecideRequest,
  InvitationMade,
  InvitationRef,
  Invitations,
  InvitationView,
  JoinForm,
  JoinRequests,
  JoinRequestView,
  ListRequests,
  MakeInvitation,
  OpenInvitation,
  OwnRequest,
  SettleForm,
} from './joining.schema.ts'
import { decideRequest, requestList } from './requests.service.ts'

const done = { done: true } as const

/** What reads by a secret is a mutation all the same: the secret then travels in a body, never in an address. `not_found` for any other secret. */
export const joiningRouter = router({
  form: publicProcedure.output(output(JoinForm)).query(({ ctx }) => joinForm(ctx.scope)),
  /** Replaces what is asked, whole. */
  settleForm: facilitatorProcedure
    .input(SettleForm)
    .output(output(JoinForm))
    .mutation(({ ctx, input }) => settleForm(ctx.scope, input)),
  /** The same answer for every address; the rest goes by mail. */
  ask: authProcedure
    .input(AskToJoin)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await askToJoin(ctx.scope, input)
      return done
    }),
  request: authProcedure
    .input(ByLink)
    .output(output(OwnRequest))
    .mutation(({ ctx, input }) => requestByLink(ctx.scope, input.token)),
  /** `conflict` when nothing waits for an answer. */
  answer: authProcedure
    .input(AnswerByLink)
    .output(output(OwnRequest))
    .mutation(({ ctx, input }) => answerByLink(ctx.scope, input)),
  /** `conflict` once it is decided. */
  retract: authProcedure
    .input(ByLink)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await retractByLink(ctx.scope, input.token)
      return done
    }),
  requests: facilitatorProcedure
    .input(ListRequests)
    .output(output(JoinRequests))
    .query(({ ctx, input }) => requestList(ctx.scope, input)),
  /** `conflict` when it is decided already: of two at once, one decides. */
  decide: facilitatorProcedure
    .input(DecideRequest)
    .output(output(JoinRequestView))
    .mutation(({ ctx, input }) => decideRequest(ctx.scope, input)),
  invite: facilitatorProcedure
    .input(MakeInvitation)
    .output(output(InvitationMade))
    .mutation(({ ctx, input }) => makeInvitation(ctx.scope, input)),
  invitations: facilitatorProcedure
    .input(PageRequest)
    .output(output(Invitations))
    .query(({ ctx, input }) => invitationList(ctx.scope, input)),
  /** `conflict` once it was accepted. */
  withdrawInvitation: facilitatorProcedure
    .input(InvitationRef)
    .output(output(InvitationView))
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.scope, input.id)),
  invitation: authProcedure
    .input(ByLink)
    .output(output(OpenInvitation))
    .mutation(({ ctx, input }) => openInvitation(ctx.scope, input.token)),
  accept: authProcedure
    .input(AcceptInvitation)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await acceptInvitation(ctx.scope, input)
      return done
    }),
})
