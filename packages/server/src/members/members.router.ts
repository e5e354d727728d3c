import { output } from '../trpc/output.ts'
import { facilitatorProcedure, memberProcedure, router } from '../trpc/procedures.ts'
import { Done } from '../wire.schema.ts'
import { placeMember } from './groups.service.ts'
import {
  ChangeProfile,
  ListPeople,
  MemberPlace,
  OrganisationList,
  People,
  PlaceMember,
  Profile,
  StandMember,
  TakeStep,
  Welcome,
} from './members.schema.ts'
import { takeFirstStep, welcome } from './first-steps.service.ts'
import { organisations, people, standMember } from './people.service.ts'
import { changeProfile, profile } from './profile.service.ts'

const done = { done: true } as const

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
  /** What is said of the viewer herself, whole, for her alone. */
  profile: memberProcedure.output(output(Profile)).query(({ ctx }) => profile(ctx.scope)),
  changeProfile: memberProcedure
    .input(ChangeProfile)
    .output(output(Profile))
    .mutation(({ ctx, input }) => changeProfile(ctx.scope, input)),
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
