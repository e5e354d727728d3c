import { output } from '../trpc/output.ts'
import { enteredProcedure, facilitatorProcedure, router } from '../trpc/procedures.ts'
import { Done } from '../wire.schema.ts'
import { answerHelp, helpList, settleHelp } from './help-desk.service.ts'
import {
  AskForHelp,
  HelpRef,
  HelpRequests,
  HelpRequestView,
  HelpView,
  ListHelp,
  OwnHelp,
  SayInHelp,
  SettleHelp,
} from './help.schema.ts'
import { addToHelp, askForHelp, eraseHelp, ownHelp, seeHelp } from './help.service.ts'

const done = { done: true } as const

/** Between whoever is signed in, pending people included, and who facilitates. `not_found` for what is absent or another's. */
export const helpRouter = router({
  own: enteredProcedure.output(output(OwnHelp)).query(({ ctx }) => ownHelp(ctx.scope)),
  /** `conflict` when the id stands for something else, or five of hers wait already. */
  ask: enteredProcedure
    .input(AskForHelp)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await askForHelp(ctx.scope, input)
      return done
    }),
  /** A word after the first. */
  add: enteredProcedure
    .input(SayInHelp)
    .output(output(HelpView))
    .mutation(({ ctx, input }) => addToHelp(ctx.scope, input)),
  /** She has looked at it. */
  see: enteredProcedure
    .input(HelpRef)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await seeHelp(ctx.scope, input.id)
      return done
    }),
  /** Hers, with all that was answered. */
  erase: enteredProcedure
    .input(HelpRef)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await eraseHelp(ctx.scope, input.id)
      return done
    }),
  requests: facilitatorProcedure
    .input(ListHelp)
    .output(output(HelpRequests))
    .query(({ ctx, input }) => helpList(ctx.scope, input)),
  answer: facilitatorProcedure
    .input(SayInHelp)
    .output(output(HelpRequestView))
    .mutation(({ ctx, input }) => answerHelp(ctx.scope, input)),
  settle: facilitatorProcedure
    .input(SettleHelp)
    .output(output(HelpRequestView))
    .mutation(({ ctx, input }) => settleHelp(ctx.scope, input)),
})
