import { output } from '../trpc/output.ts'
import { facilitatorProcedure, memberProcedure, publicProcedure, router } from '../trpc/procedures.ts'
import {
  CreateReply,
  CreateThread,
  Done,
  EditPost,
  GetThread,
  ListThreads,
  MarkRead,
  PinThread,
  PostRef,
  PostSource,
  PostView,
  ReactionState,
  RevisionList,
  SetReaction,
  ThreadPage,
  ThreadView,
  WithdrawPost,
  Withdrawal,
} from './discussions.schema.ts'
import { createReply, createThread, threadPage, threadView } from './discussions.service.ts'
import {
  editPost,
  markRead,
  pinThread,
  postSource,
  restorePost,
  revisionList,
  setReaction,
  withdrawPost,
} from './posts.service.ts'

/** Unless told: `not_found` for what is absent or out of the viewer's sight. */
export const discussionsRouter = router({
  threads: publicProcedure
    .input(ListThreads)
    .output(output(ThreadPage))
    .query(({ ctx, input }) => threadPage(ctx.scope, input)),
  thread: publicProcedure
    .input(GetThread)
    .output(output(ThreadView))
    .query(({ ctx, input }) => threadView(ctx.scope, input)),
  /** `forbidden` where the viewer only reads; `conflict` when the id is taken. */
  createThread: memberProcedure
    .input(CreateThread)
    .output(output(ThreadView))
    .mutation(({ ctx, input }) => createThread(ctx.scope, input)),
  /** `forbidden` where the viewer only reads; `conflict` when the id is taken. */
  reply: memberProcedure
    .input(CreateReply)
    .output(output(PostView))
    .mutation(({ ctx, input }) => createReply(ctx.scope, input)),
  /** `forbidden` under one's own text. */
  react: memberProcedure
    .input(SetReaction)
    .output(output(ReactionState))
    .mutation(({ ctx, input }) => setReaction(ctx.scope, input)),
  /** `forbidden` for another's text. */
  edit: memberProcedure
    .input(EditPost)
    .output(output(PostView))
    .mutation(({ ctx, input }) => editPost(ctx.scope, input)),
  /** `forbidden` for another's text. */
  source: memberProcedure
    .input(PostRef)
    .output(output(PostSource))
    .query(({ ctx, input }) => postSource(ctx.scope, input.id)),
  /** `forbidden` for another's text. */
  withdraw: memberProcedure
    .input(WithdrawPost)
    .output(output(Withdrawal))
    .mutation(({ ctx, input }) => withdrawPost(ctx.scope, input.id)),
  /** `forbidden` for another's text; `conflict` when it is too late. */
  restore: memberProcedure
    .input(PostRef)
    .output(output(PostView))
    .mutation(({ ctx, input }) => restorePost(ctx.scope, input.id)),
  revisions: memberProcedure
    .input(PostRef)
    .output(output(RevisionList))
    .query(({ ctx, input }) => revisionList(ctx.scope, input.id)),
  pin: facilitatorProcedure
    .input(PinThread)
    .output(output(PinThread))
    .mutation(({ ctx, input }) => pinThread(ctx.scope, input)),
  markRead: memberProcedure
    .input(MarkRead)
    .output(output(Done))
    .mutation(({ ctx, input }) => markRead(ctx.scope, input.id)),
})
