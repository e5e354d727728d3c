import { authProcedure, facilitatorProcedure, router, siteProcedure } from '../trpc/procedures.ts'
import {
  CodeRequested,
  DeviceList,
  Done,
  Prove,
  Refresh,
  Refreshed,
  RequestCode,
  RevokeDevice,
  SignIn,
  SignIns,
  SignOut,
  Tokens,
} from './auth.schema.ts'
import { requestCode, signIn } from './auth.service.ts'
import { prove, requestProof } from './proof.service.ts'
import { signIns } from './sign-in-days.service.ts'
import { askSite, enterBySite } from './site-sign-in.service.ts'
import { AskSite, EnterBySite, SiteAsked, SiteEntered } from './site-sign-in.schema.ts'
import { devices, refresh, revoke, signOut } from './sessions.service.ts'

export const authRouter = router({
  /** Mails a code to a member; the same answer for everybody. `rate_limited` past 5 an hour for an address. */
  requestCode: authProcedure
    .input(RequestCode)
    .output((value) => CodeRequested.parse(value))
    .mutation(({ ctx, input }) => requestCode(ctx.scope, input)),
  /** A session for the right code; otherwise one and the same `invalid` on `code`. Five tries. */
  signIn: authProcedure
    .input(SignIn)
    .output((value) => Tokens.parse(value))
    .mutation(({ ctx, input }) => signIn(ctx.scope, input)),
  /** Mails a code to the viewer, whose address nobody has to type; `unauthorized` without a session. */
  requestProof: authProcedure.output((value) => CodeRequested.parse(value)).mutation(({ ctx }) => requestProof(ctx.scope)),
  /** What answered `proof_needed` works for 10 minutes after the right code, and what is restricted opens for 30 days to a session that a site's word opened; otherwise `invalid` on `code`. */
  prove: authProcedure
    .input(Prove)
    .output((value) => Done.parse(value))
    .mutation(({ ctx, input }) => prove(ctx.scope, input)),
  /** A nonce for the partner's site to sign; `invalid` on `assertion` where its word is not taken. */
  askSite: authProcedure
    .input(AskSite)
    .output((value) => SiteAsked.parse(value))
    .mutation(({ ctx, input }) => askSite(ctx.scope, input)),
  /** A session on the word of the partner's site, or what a code has to confirm first; otherwise one and the same `invalid` on `assertion`. */
  enterBySite: siteProcedure
    .input(EnterBySite)
    .output((value) => SiteEntered.parse(value))
    .mutation(({ ctx, input }) => enterBySite(ctx.scope, input)),
  /** New tokens for a refresh token. An old one ends the session: `unauthorized`. */
  refresh: authProcedure
    .input(Refresh)
    .output((value) => Refreshed.parse(value))
    .mutation(({ ctx, input }) => refresh(ctx.scope, input)),
  /** Ends this session. `unauthorized` when no token given leads to one. */
  signOut: authProcedure
    .input(SignOut)
    .output((value) => Done.parse(value))
    .mutation(({ ctx, input }) => signOut(ctx.scope, input)),
  /** The viewer's sessions; `unauthorized` without one. */
  devices: authProcedure.output((value) => DeviceList.parse(value)).query(({ ctx }) => devices(ctx.scope)),
  /** Ends one of the viewer's sessions, or all but this one; `not_found` for any other. */
  revoke: authProcedure
    .input(RevokeDevice)
    .output((value) => Done.parse(value))
    .mutation(({ ctx, input }) => revoke(ctx.scope, input)),
  /** How coming in by a code went lately, for who facilitates: numbers, of nobody. */
  signIns: facilitatorProcedure.output((value) => SignIns.parse(value)).query(({ ctx }) => signIns(ctx.scope)),
})
