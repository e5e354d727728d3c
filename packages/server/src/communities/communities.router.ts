import { output } from '../trpc/output.ts'
import { publicProcedure, router } from '../trpc/procedures.ts'
import { CurrentView } from './communities.schema.ts'
import { currentCommunity } from './communities.service.ts'

export const communitiesRouter = router({
  /** The community, and the viewer or `null`. */
  current: publicProcedure.output(output(CurrentView)).query(({ ctx }) => currentCommunity(ctx.scope)),
})
