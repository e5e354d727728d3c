import { output } from '../trpc/output.ts'
import { facilitatorProcedure, publicProcedure, router } from '../trpc/procedures.ts'
import { CommunityAims, CommunitySettings, CurrentView } from './communities.schema.ts'
import { currentCommunity } from './communities.service.ts'
import { communityAims, communitySettings, settleAims, settleCommunity } from './settings.service.ts'

export const communitiesRouter = router({
  /** The community, and the viewer or `null`. */
  current: publicProcedure.output(output(CurrentView)).query(({ ctx }) => currentCommunity(ctx.scope)),
  /** How it is called, greets, is found, is left in a hurry, and its gestures in words. */
  settings: facilitatorProcedure.output(output(CommunitySettings)).query(({ ctx }) => communitySettings(ctx.scope)),
  /** Replaces them whole. */
  settle: facilitatorProcedure
    .input(CommunitySettings)
    .output(output(CommunitySettings))
    .mutation(({ ctx, input }) => settleCommunity(ctx.scope, input)),
  /** What it wants to do together, for whoever thinks of joining. */
  aims: publicProcedure.output(output(CommunityAims)).query(({ ctx }) => communityAims(ctx.scope)),
  /** Replaces them whole. */
  settleAims: facilitatorProcedure
    .input(CommunityAims)
    .output(output(CommunityAims))
    .mutation(({ ctx, input }) => settleAims(ctx.scope, input)),
})
