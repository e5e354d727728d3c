import { output } from '../trpc/output.ts'
import { facilitatorProcedure, memberProcedure, publicProcedure, router } from '../trpc/procedures.ts'
import { arrangeSpaces, divideSpace, mergeSpaces, renameSpace, seenBy } from './arrangement.service.ts'
import { audienceView } from './audiences.service.ts'
import {
  ArrangeSpaces,
  AskAudience,
  AskSeen,
  AudienceView,
  MergeResult,
  MergeSpaces,
  RenameSpace,
  SeenView,
  SpaceList,
  SpaceView,
  SplitSpace,
} from './spaces.schema.ts'
import { viewerSpaces } from './spaces.service.ts'

/** Unless told: `not_found` for what is absent or hidden. */
export const spacesRouter = router({
  /** The spaces that the viewer can read, in the community's order. */
  list: publicProcedure.output(output(SpaceList)).query(({ ctx }) => viewerSpaces(ctx.scope)),
  /** Who will read what she is about to send, by groups and, where they may be told, by name. */
  audience: memberProcedure
    .input(AskAudience)
    .output(output(AudienceView))
    .query(({ ctx, input }) => audienceView(ctx.scope, input)),
  /** `conflict` when the id or the name in addresses is taken. */
  split: facilitatorProcedure
    .input(SplitSpace)
    .output(output(SpaceView))
    .mutation(({ ctx, input }) => divideSpace(ctx.scope, input)),
  /** `invalid` for a space into itself, or into what lies within it. */
  merge: facilitatorProcedure
    .input(MergeSpaces)
    .output(output(MergeResult))
    .mutation(({ ctx, input }) => mergeSpaces(ctx.scope, input)),
  /** Its slug stays, and so do its links. */
  rename: facilitatorProcedure
    .input(RenameSpace)
    .output(output(SpaceView))
    .mutation(({ ctx, input }) => renameSpace(ctx.scope, input)),
  /** `conflict` when these are not the spaces that she reads now, each once. */
  arrange: facilitatorProcedure
    .input(ArrangeSpaces)
    .output(output(SpaceList))
    .mutation(({ ctx, input }) => arrangeSpaces(ctx.scope, input)),
  /** A mutation, for it is noted in the member's journal. */
  seenBy: facilitatorProcedure
    .input(AskSeen)
    .output(output(SeenView))
    .mutation(({ ctx, input }) => seenBy(ctx.scope, input.member)),
})
