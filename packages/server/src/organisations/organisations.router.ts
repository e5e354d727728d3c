import { output } from '../trpc/output.ts'
import { facilitatorProcedure, router } from '../trpc/procedures.ts'
import { AddSite, SetOrigins, SetSignIn, SiteList, SiteView, SwitchSignIn } from './organisations.schema.ts'
import { addSite, setOrigins, setSignIn, siteList, switchSignIn } from './organisations.service.ts'

/**
 * The partners' sites. Unless told: `not_found` for a site that this community does not have, and what changes whose word is taken, or in whose pages
 * frames open, is `proof_needed` without a recent code.
 */
export const organisationsRouter = router({
  sites: facilitatorProcedure.output(output(SiteList)).query(({ ctx }) => siteList(ctx.scope)),
  /** `conflict`: the id is taken, or another site has one of the origins. */
  addSite: facilitatorProcedure
    .input(AddSite)
    .output(output(SiteView))
    .mutation(({ ctx, input }) => addSite(ctx.scope, input)),
  /** `conflict`: another site has one of them. */
  setOrigins: facilitatorProcedure
    .input(SetOrigins)
    .output(output(SiteView))
    .mutation(({ ctx, input }) => setOrigins(ctx.scope, input)),
  /** `invalid` on `keys`: none is given and none is published, or one is no public key of the kinds that are taken. */
  setSignIn: facilitatorProcedure
    .input(SetSignIn)
    .output(output(SiteView))
    .mutation(({ ctx, input }) => setSignIn(ctx.scope, input)),
  /** `not_found` also where nothing was set yet. Off wants no code. */
  switchSignIn: facilitatorProcedure
    .input(SwitchSignIn)
    .output(output(SiteView))
    .mutation(({ ctx, input }) => switchSignIn(ctx.scope, input)),
})
