import { authRouter } from './auth/auth.router.ts'
import { passkeysRouter } from './auth/passkeys.router.ts'
import { charterRouter } from './charter/charter.router.ts'
import { communitiesRouter } from './communities/communities.router.ts'
import { discussionsRouter } from './discussions/discussions.router.ts'
import { helpRouter } from './help/help.router.ts'
import { joiningRouter } from './joining/joining.router.ts'
import { groupsRouter } from './members/groups.router.ts'
import { membersRouter } from './members/members.router.ts'
import { pivotsRouter } from './joining/pivots.router.ts'
import { organisationsRouter } from './organisations/organisations.router.ts'
import { notificationsRouter } from './notifications/notifications.router.ts'
import { privacyRouter } from './privacy/privacy.router.ts'
import { spacesRouter } from './spaces/spaces.router.ts'
import { router } from './trpc/procedures.ts'

export const appRouter = router({
  auth: authRouter,
  charter: charterRouter,
  communities: communitiesRouter,
  discussions: discussionsRouter,
  groups: groupsRouter,
  help: helpRouter,
  joining: joiningRouter,
  members: membersRouter,
  organisations: organisationsRouter,
  notifications: notificationsRouter,
  passkeys: passkeysRouter,
  pivots: pivotsRouter,
  privacy: privacyRouter,
  spaces: spacesRouter,
})

export type AppRouter = typeof appRouter
