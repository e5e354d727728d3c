import { decodeCursor, toPage } from '../db/keyset.ts'
import { CercleError } from '../errors.ts'
import { instantOf, type SigningScope } from '../scope.ts'
import { spaceBySlug } from '../spaces/spaces.service.ts'
import type { Done } from '../wire.schema.ts'
import * as rows from './notifications.repository.ts'
import { NEWEST } from './notifications.schema.ts'
import type {
  MailRhythms,
  MarkNotifications,
  NotificationPage,
  NotificationView,
  RhythmView,
  SetQuiet,
  SetRhythm,
  UnreadCount,
} from './notifications.schema.ts'

/** What holds until a member chooses: one mail a day, on days when there is something. */
export const usualRhythm: RhythmView = { rhythm: 'daily', days: [] }
const MOST_UNREAD = 99

function present(row: rows.NotificationRow): NotificationView {
  const { id, kind, at, isRead, targetId, threadId, title, space, spaceName, newest, count } = row
  return {
    id,
    kind,
    at: at.toISOString(),
    read: isRead,
    count,
    ...(kind === 'thread' ? { within: { space: space!, name: spaceName!, newest: (newest ?? []).slice(0, NEWEST) } } : {}),
    ...(threadId !== null && space !== null ? { thread: { id: threadId, title: title ?? '', space } } : {}),
    ...(kind === 'reaction' ? { post: targetId } : {}),
    ...(kind === 'help' ? { help: targetId } : {}),
    ...(kind === 'charter' ? { charter: targetId } : {}),
  }
}

/** What happened that concerns the viewer, as far as she may know of it now. */
export async function notificationPage(
  { db, viewer }: SigningScope,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<NotificationPage> {
  const found = await rows.listNotifications(db, viewer, { after: decodeCursor(cursor), limit: limit + 1 })
  const page = toPage(found, limit, ({ at, id }) => ({ at, id }))
  return { ...page, items: page.items.map(present) }
}

export async function unreadCount({ db, viewer }: SigningScope): Promise<UnreadCount> {
  return { count: (await rows.listNotifications(db, viewer, { limit: MOST_UNREAD, unread: true })).length }
}

/** She has looked. `not_found`: none of hers has this id. */
export async function markRead({ db, viewer, clock }: SigningScope, { id }: MarkNotifications): Promise<Done> {
  const count = await rows.setRead(db, viewer, id, instantOf(clock))
  if (id !== undefined && count === 0) throw new CercleError('not_found')
  return { done: true }
}

/** When mail tells the viewer of what happened. */
export async function mailRhythms({ db, viewer }: SigningScope): Promise<MailRhythms> {
  const [chosen, timeZone] = await Promise.all([rows.listPreferences(db, viewer), rows.findTimeZone(db, viewer)])
  const general = chosen.find(({ space }) => space === null)
  const { rhythm, days } = general ?? usualRhythm
  const [from, until] = [general?.quietFrom ?? null, general?.quietUntil ?? null]
  return {
    general: { rhythm, days },
    quiet: from === null || until === null ? null : { from, until },
    spaces: chosen.flatMap((one) => (one.space === null ? [] : [{ space: one.space, rhythm: one.rhythm, days: one.days }])),
    timeZone,
  }
}

/** Holds for what happens from now on, and `never` also for mails that wait. `not_found`: she does not read the space. */
export async function chooseRhythm(scope: SigningScope, { space, rhythm, days = [] }: SetRhythm): Promise<MailRhythms> {
  const { db, viewer } = scope
  const spaceId = space === undefined ? null : (await spaceBySlug(scope, space)).id
  if (rhythm !== null) {
    const chosen = rhythm === 'days' ? [...new Set(days)].sort((one, other) => one - other) : []
    await rows.setRhythm(db, viewer, spaceId, { rhythm, days: chosen })
  } else if (spaceId !== null) await rows.removeRhythm(db, viewer, spaceId)
  return mailRhythms(scope)
}

export async function chooseQuiet(scope: SigningScope, { quiet }: SetQuiet): Promise<MailRhythms> {
  await rows.setQuiet(scope.db, scope.viewer, quiet, usualRhythm)
  return mailRhythms(scope)
}
