import { output } from '../trpc/output.ts'
import { facilitatorProcedure, memberProcedure, router } from '../trpc/procedures.ts'
import { Done } from '../wire.schema.ts'
import { createGroup, groupList, inviteToGroup, partFromGroup, placeMember } from './groups.service.ts'
import {
  CreateGroup,
  GroupList,
  GroupView,
  InviteToGroup,
  ListPeople,
  MemberPlace,
  OrganisationList,
  PartFromGroup,
  People,
  PlaceMember,
  StandMember,
  TakeStep,
  Welcome,
} from './members.schema.ts'
import { takeFirstStep, welcome } from './first-steps.service.ts'
import { organisations, people, standMember } from './people.service.ts'

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

export const membersRouter = router({
  /** Who greets the viewer, in what words, and how many are in her region. */
  welcome: memberProcedure.output(output(Welcome)).query(({ ctx }) => welcome(ctx.scope)),
  /** One of the viewer's first steps is taken, or they pass for good. */
  step: memberProcedure
    .input(TakeStep)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await takeFirstStep(ctx.scope, input)
      return done
    }),
  /** Suspends, removes, takes back, shares the role of who facilitates. `not_found` for no member, `invalid` for oneself. */
  stand: facilitatorProcedure
    .input(StandMember)
    .output(output(Done))
    .mutation(async ({ ctx, input }) => {
      await standMember(ctx.scope, input)
      return done
    }),
  /** Members with their groups, a page at a time. `not_found` for a group that is absent or hidden. */
  people: facilitatorProcedure
    .input(ListPeople)
    .output(output(People))
    .query(({ ctx, input }) => people(ctx.scope, input)),
  organisations: facilitatorProcedure.output(output(OrganisationList)).query(({ ctx }) => organisations(ctx.scope)),
  /** `not_found` for who is no member of this community. */
  place: facilitatorProcedure
    .input(PlaceMember)
    .output(output(MemberPlace))
    .mutation(({ ctx, input }) => placeMember(ctx.scope, input)),
})
