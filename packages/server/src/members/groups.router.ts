import { output } from '../trpc/output.ts'
import { facilitatorProcedure, memberProcedure, router } from '../trpc/procedures.ts'
import { Done } from '../wire.schema.ts'
import { createGroup, groupList, inviteToGroup, partFromGroup } from './groups.service.ts'
import { CreateGroup, GroupList, GroupView, InviteToGroup, PartFromGroup } from './members.schema.ts'

const done = { done: true } as const

/** Unless told: `not_found` for what is absent or hidden, `invalid` for a group that follows from facts and takes no invitation. */
export const groupsRouter = router({
  /** Those that the viewer may know of. */
  list: memberProcedure.output(output(GroupList)).query(({ ctx }) => groupList(ctx.scope)),
  /** `conflict` when the id is taken. */
  create: facilitatorProcedure
    .input(CreateGroup)
    .output(output(GroupView))
    .mutation(({ ctx, input }) => createGroup(ctx.scope, input)),
  invite: facilitatorProcedure
    .input(InviteToGroup)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await inviteToGroup(ctx.scope, input)
      return done
    }),
  part: facilitatorProcedure
    .input(PartFromGroup)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await partFromGroup(ctx.scope, input)
      return done
    }),
})
