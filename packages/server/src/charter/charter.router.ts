import { output } from '../trpc/output.ts'
import { facilitatorProcedure, router, signingProcedure } from '../trpc/procedures.ts'
import { CharterList, CharterProof, CharterRef, CharterView, PublishCharter, SignCharter } from './charter.schema.ts'
import { charterList, charterProof, charterView, publishCharter, signCharter, withdrawSignature } from './charter.service.ts'

/** Unless told: `not_found` for what is absent or does not concern the viewer. */
export const charterRouter = router({
  list: signingProcedure.output(output(CharterList)).query(({ ctx }) => charterList(ctx.scope)),
  /** One version, by its id. */
  read: signingProcedure
    .input(CharterRef)
    .output(output(CharterView))
    .query(({ ctx, input }) => charterView(ctx.scope, input.id)),
  /** `conflict` when the text is not the one that is asked for now: it is to be read again. */
  sign: signingProcedure
    .input(SignCharter)
    .output(output(CharterView))
    .mutation(({ ctx, input }) => signCharter(ctx.scope, input)),
  /** Of a version, by its id. What it opened is closed at the next call. */
  withdraw: signingProcedure
    .input(CharterRef)
    .output(output(CharterView))
    .mutation(({ ctx, input }) => withdrawSignature(ctx.scope, input.id)),
  /** Of a signature of the viewer's own, by its id. */
  proof: signingProcedure
    .input(CharterRef)
    .output(output(CharterProof))
    .query(({ ctx, input }) => charterProof(ctx.scope, input.id)),
  /** `conflict` when another version came in between, or the id is taken. */
  publish: facilitatorProcedure
    .input(PublishCharter)
    .output(output(CharterView))
    .mutation(({ ctx, input }) => publishCharter(ctx.scope, input)),
})
