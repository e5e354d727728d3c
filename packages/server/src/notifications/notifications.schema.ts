import { z } from 'zod'
import { Id, Instant, PageRequest, Slug, pageOf } from '../wire.schema.ts'

/**
 * `reply`: where the viewer wrote · `reaction`: to a message of hers · `thread`: new discussions in a space that she reads · `charter`: there is
 * one to sign · `membership`: her place in the community is another · `help`: she asked for help, and there is an answer. How each is said and counted: `whom_it_concerns` and `count_news` (database),
 * `listNotifications`, the mail `news`, and the texts of the widgets.
 */
export const NotificationKind = z.enum(['reply', 'reaction', 'thread', 'charter', 'membership', 'help'])
export type NotificationKind = z.output<typeof NotificationKind>

/** How many new discussions of a space are named. */
export const NEWEST = 3

/** What happened to one thing, or in one space, together. */
export const NotificationView = z.object({
  id: Id,
  kind: NotificationKind,
  /** The last of it. */
  at: Instant,
  read: z.boolean(),
  /** Replies or discussions since she last looked (of discussions 99 stands for more), persons who made a gesture, or 1. */
  count: z.int().min(1),
  /** Of `reply` and `reaction`: the discussion; an empty title: its first message was taken back. */
  thread: z.object({ id: Id, title: z.string(), space: Slug }).optional(),
  /** Of `reaction`: the message. */
  post: Id.optional(),
  /** Of `thread`: where they are, and the newest of them. */
  within: z
    .object({ space: Slug, name: z.string(), newest: z.array(z.object({ id: Id, title: z.string() })).max(NEWEST) })
    .optional(),
  /** Of `help`: what she asked. */
  help: Id.optional(),
  /** Of `charter`: the version to sign. */
  charter: Id.optional(),
})
export type NotificationView = z.output<typeof NotificationView>

/** `notifications.list`: the newest first. */
export const ListNotifications = PageRequest
export const NotificationPage = pageOf(NotificationView)
export type NotificationPage = z.output<typeof NotificationPage>

/** How many she has not looked at; 99 stands for more. */
export const UnreadCount = z.object({ count: z.int().min(0).max(99) })
export type UnreadCount = z.output<typeof UnreadCount>

/** One of them, or all when there is no `id`. */
export const MarkNotifications = z.object({ id: Id.optional() })
export type MarkNotifications = z.output<typeof MarkNotifications>

/** When mail tells of what happened: within minutes, once a day, on chosen days, or not at all. Never what was written. */
export const Rhythm = z.enum(['at_once', 'daily', 'days', 'never'])
export type Rhythm = z.output<typeof Rhythm>

const days = z.array(z.int().min(1).max(7)).max(7)

/** ISO: 1 is Monday. Empty but for the rhythm `days`. */
const RhythmView = z.object({ rhythm: Rhythm, days })
export type RhythmView = z.output<typeof RhythmView>

/** Whole hours of the community's clock, 0 to 23; `from` may be later than `until`: over midnight. */
const QuietHours = z.object({ from: z.int().min(0).max(23), until: z.int().min(0).max(23) })
export type QuietHours = z.output<typeof QuietHours>

export const MailRhythms = z.object({
  /** What holds where nothing else was chosen. */
  general: RhythmView,
  /** Mail waits until they are over; `null`: there are none. */
  quiet: QuietHours.nullable(),
  /** Spaces for which she chose otherwise. */
  spaces: z.array(RhythmView.extend({ space: Slug })),
  /** IANA name of the community's clock. */
  timeZone: z.string(),
})
export type MailRhythms = z.output<typeof MailRhythms>

export const SetRhythm = z
  .object({
    /** Absent: in general. */
    space: Slug.optional(),
    /** `null`, of a space: as in general. */
    rhythm: Rhythm.nullable(),
    days: days.optional(),
  })
  .refine(({ rhythm, days }) => rhythm !== 'days' || (days !== undefined && days.length > 0), {
    path: ['days'],
    params: { reason: 'required' },
  })
  .refine(({ space, rhythm }) => rhythm !== null || space !== undefined, { path: ['rhythm'], params: { reason: 'required' } })
export type SetRhythm = z.output<typeof SetRhythm>

export const SetQuiet = z.object({
  quiet: QuietHours.refine(({ from, until }) => from !== until, {
    path: ['until'],
    params: { reason: 'not_allowed' },
  }).nullable(),
})
export type SetQuiet = z.output<typeof SetQuiet>
