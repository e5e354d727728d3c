import type { MailRhythms, NotificationView, Page, QuietHours, Rhythm, UnreadCount } from '@cercle/server'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface RhythmChoice {
  /** Slug. Absent: in general. */
  space?: string | undefined
  /** `null`, of a space: as in general. */
  rhythm: Rhythm | null
  /** Of the rhythm `days`: ISO, 1 is Monday. */
  days?: number[] | undefined
}

/** What happened that concerns the viewer, and when mail tells her of it. For members, whether or not they have signed the charter. */
export interface NotificationsClient {
  /** Grouped by what it happened to, the newest first. `limit`: items in a page, 1 to 50. */
  list(filter?: { limit?: number | undefined }, options?: CallOptions): PagedList<NotificationView>
  /** How many she has not looked at; 99 stands for more. */
  unread(options?: CallOptions): Promise<UnreadCount>
  /** One of them, or all when there is no `id`. */
  markRead(mark?: { id?: string | undefined }, options?: CallOptions): Promise<{ done: true }>
  rhythms(options?: CallOptions): Promise<MailRhythms>
  setRhythm(choice: RhythmChoice, options?: CallOptions): Promise<MailRhythms>
  /** Mail waits until these hours of the community's clock are over; `null`: there are none. */
  setQuiet(hours: { quiet: QuietHours | null }, options?: CallOptions): Promise<MailRhythms>
}

export const notificationsClient = (call: Call): NotificationsClient => ({
  list: (filter, options) =>
    pagedList((cursor) => call<Page<NotificationView>>('notifications.list', { ...filter, cursor }, options)),
  unread: (options) => call('notifications.unread', undefined, options),
  markRead: (mark, options) => call('notifications.markRead', mark ?? {}, options, 'write'),
  rhythms: (options) => call('notifications.rhythms', undefined, options),
  setRhythm: (choice, options) => call('notifications.setRhythm', choice, options, 'write'),
  setQuiet: (hours, options) => call('notifications.setQuiet', hours, options, 'write'),
})
