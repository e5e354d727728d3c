import { CercleClientError, type Cercle, type MailRhythms, type NotificationView } from '@cercle/sdk'
import { ago, buildId } from './factories.ts'

interface World {
  notifications: NotificationView[]
  rhythms: MailRhythms
  pageSize: number
}
type Call = <Result>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Result) => Promise<Result>

export const usualRhythms: MailRhythms = {
  general: { rhythm: 'daily', days: [] },
  quiet: null,
  spaces: [],
  timeZone: 'America/Toronto',
}

/** What concerns the viewer, and when mail tells her of it. */
export function fakeNotifications(call: Call, world: World): Cercle['notifications'] {
  return {
    list: (filter, options) => {
      const page = (cursor?: string) =>
        call('notifications.list', { ...filter, cursor }, options?.signal, () => {
          const start = Number(cursor ?? 0)
          const end = start + (filter?.limit ?? world.pageSize)
          const items = world.notifications.slice(start, end)
          return { items, ...(end < world.notifications.length ? { cursor: String(end) } : {}) }
        })
      return {
        page,
        async *[Symbol.asyncIterator]() {
          yield* (await page()).items
        },
      }
    },
    unread: (options) =>
      call('notifications.unread', undefined, options?.signal, () => ({
        count: Math.min(99, world.notifications.filter(({ read }) => !read).length),
      })),
    markRead: (mark, options) =>
      call('notifications.markRead', mark ?? {}, options?.signal, () => {
        const marked = world.notifications.filter(({ id }) => mark?.id === undefined || mark.id === id)
        if (mark?.id !== undefined && marked.length === 0) throw new CercleClientError('not_found')
        for (const item of marked) item.read = true
        return { done: true as const }
      }),
    rhythms: (options) => call('notifications.rhythms', undefined, options?.signal, () => structuredClone(world.rhythms)),
    setRhythm: ({ space, rhythm, days = [] }, options) =>
      call('notifications.setRhythm', { space, rhythm, days }, options?.signal, () => {
        const others = world.rhythms.spaces.filter((one) => one.space !== space)
        if (space === undefined) world.rhythms = { ...world.rhythms, general: { rhythm: rhythm!, days } }
        else world.rhythms = { ...world.rhythms, spaces: rhythm === null ? others : [...others, { space, rhythm, days }] }
        return structuredClone(world.rhythms)
      }),
    setQuiet: ({ quiet }, options) =>
      call('notifications.setQuiet', { quiet }, options?.signal, () => {
        world.rhythms = { ...world.rhythms, quiet }
        return structuredClone(world.rhythms)
      }),
  }
}

/** One of each kind, and some more; the three newest are new. */
export const buildNotices = (): NotificationView[] => {
  const thread = { id: buildId(), title: 'Hébergement de nuit', space: 'entraide' }
  return [
    { id: buildId(), kind: 'reply', at: ago(30), read: false, count: 2, thread },
    {
      id: buildId(),
      kind: 'thread',
      at: ago(45),
      read: false,
      count: 4,
      within: {
        space: 'entraide',
        name: 'Entraide',
        newest: [
          { id: buildId(), title: 'Une place à l’atelier de jeudi' },
          { id: buildId(), title: 'Le numéro de nuit a changé' },
          { id: buildId(), title: 'Une grille d’accueil' },
        ],
      },
    },
    { id: buildId(), kind: 'reaction', at: ago(90), read: false, count: 3, thread, post: thread.id },
    {
      id: buildId(),
      kind: 'reaction',
      at: ago(60 * 24),
      read: true,
      count: 1,
      thread: { ...thread, title: '' },
      post: thread.id,
    },
    { id: buildId(), kind: 'charter', at: ago(60 * 24 * 2), read: true, count: 1, charter: buildId() },
    { id: buildId(), kind: 'membership', at: ago(60 * 24 * 3), read: true, count: 1 },
  ]
}
