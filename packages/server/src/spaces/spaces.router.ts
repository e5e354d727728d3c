import { output } from '../trpc/output.ts'
import { publicProcedure, router } from '../trpc/procedures.ts'
import { SpaceList } from './spaces.schema.ts'
import { viewerSpaces } from './spaces.service.ts'

export const spacesRouter = router({
  /** The spaces that the viewer can read, in the community's order. */
  list: publicProcedure.output(output(SpaceList)).query(({ ctx }) => viewerSpaces(ctx.scope)),
})
