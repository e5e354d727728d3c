import { output } from '../trpc/output.ts'
import { authProcedure, facilitatorProcedure, router } from '../trpc/procedures.ts'
import { Done, Tokens } from './auth.schema.ts'
import {
  AddPasskey,
  AnswerByPasskey,
  PasskeyCreation,
  PasskeyList,
  PasskeyRequest,
  PasskeyView,
  RemovePasskey,
} from './passkeys.schema.ts'
import {
  addPasskey,
  askToAdd,
  askToProve,
  askToSignIn,
  passkeys,
  proveByKey,
  removePasskey,
  signInByKey,
} from './passkeys.service.ts'

const addingProcedure = facilitatorProcedure.use(({ ctx, next }) =>
  next({ ctx: { scope: { ...ctx.scope, publicUrl: ctx.publicUrl } } }),
)

/** Passkeys of who facilitates, on Cercle's own pages. An answer that is refused is one and the same `invalid` on `answer`, whatever is wrong with it. */
export const passkeysRouter = router({
  /** The viewer's own. */
  list: facilitatorProcedure.output(output(PasskeyList)).query(({ ctx }) => passkeys(ctx.scope)),
  /** `proof_needed` without a recent code; `conflict` past 20. */
  askToAdd: addingProcedure.output(output(PasskeyCreation)).mutation(({ ctx }) => askToAdd(ctx.scope)),
  /** `conflict`: the community has this key already. */
  add: addingProcedure
    .input(AddPasskey)
    .output(output(PasskeyView))
    .mutation(({ ctx, input }) => addPasskey(ctx.scope, input)),
  /** `not_found` for any but the viewer's own; `proof_needed` without a recent code or key. */
  remove: facilitatorProcedure
    .input(RemovePasskey)
    .output(output(Done))
    .mutation(({ ctx, input }) => removePasskey(ctx.scope, input)),
  /** `not_found` for who has none; `unauthorized` without a session. */
  askToProve: authProcedure.output(output(PasskeyRequest)).mutation(({ ctx }) => askToProve(ctx.scope)),
  /** In place of the code of `auth.prove`. */
  prove: authProcedure
    .input(AnswerByPasskey)
    .output(output(Done))
    .mutation(({ ctx, input }) => proveByKey(ctx.scope, input)),
  /** The same for everybody. */
  askToSignIn: authProcedure.output(output(PasskeyRequest)).mutation(({ ctx }) => askToSignIn(ctx.scope)),
  /** In place of an address and a code, at the desk. */
  signIn: authProcedure
    .input(AnswerByPasskey)
    .output(output(Tokens))
    .mutation(({ ctx, input }) => signInByKey(ctx.scope, input)),
})
