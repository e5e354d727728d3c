import { output } from '../trpc/output.ts'
import { router, signingProcedure } from '../trpc/procedures.ts'
import { Done } from '../wire.schema.ts'
import {
  ListNotifications,
  MailRhythms,
  MarkNotifications,
  NotificationPage,
  SetQuiet,
  SetRhythm,
  UnreadCount,
} from './notifications.schema.ts'
import { chooseQuiet, chooseRhythm, mailRhythms, markRead, notificationPage, unreadCount } from './notifications.service.ts'

/** Of the viewer's own, whether or not she has signed the charter: a charter to sign is one of them. */
export const notificationsRouter = router({
  /** What happened that concerns her, grouped, as far as she may know of it now. */
  list: signingProcedure
    .input(ListNotifications)
    .output(output(NotificationPage))
    .query(({ ctx, input }) => notificationPage(ctx.scope, input)),
  unread: signingProcedure.output(output(UnreadCount)).query(({ ctx }) => unreadCount(ctx.scope)),
  /** `not_found`: none of hers has this id. */
  markRead: signingProcedure
    .input(MarkNotifications)
    .output(output(Done))
    .mutation(({ ctx, input }) => markRead(ctx.scope, input)),
  /** When mail tells her of it. */
  rhythms: signingProcedure.output(output(MailRhythms)).query(({ ctx }) => mailRhythms(ctx.scope)),
  /** In general, or for a space: `not_found` when she does not read it. */
  setRhythm: signingProcedure
    .input(SetRhythm)
    .output(output(MailRhythms))
    .mutation(({ ctx, input }) => chooseRhythm(ctx.scope, input)),
  setQuiet: signingProcedure
    .input(SetQuiet)
    .output(output(MailRhythms))
    .mutation(({ ctx, input }) => chooseQuiet(ctx.scope, input)),
})
