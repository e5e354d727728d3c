import type { CommunityView, NodeTree, PostView, SpaceView, ThreadView, ViewerView } from '@cercle/sdk'

/*
 * Things of a community for tests and stories: each has every default, so that a test names only what it is about.
 */

/** The present of tests and stories: an afternoon of January in Montréal. */
export const now = new Date('2026-01-22T19:00:00.000Z')

/** An instant so many minutes before `now`. */
export const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString()

let made = 0
/** A new id, of the form that the server takes. */
export const buildId = (): string => `019b0000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`

/** The clock of America/Toronto around `now`. */
export const toronto: CommunityView['clock'] = [
  [1_735_689_600, -300],
  [1_741_503_600, -240],
  [1_762_063_200, -300],
  [1_772_953_200, -240],
  [1_793_512_800, -300],
]

export const buildCommunity = (community: Partial<CommunityView> = {}): CommunityView => ({
  id: buildId(),
  slug: 'a',
  name: 'Communauté Alizé',
  language: 'fr-CA',
  timeZone: 'America/Toronto',
  clock: toronto,
  reactions: [
    { key: 'thanks', label: 'Merci, ça m’a servi' },
    { key: 'recognise', label: 'Je me reconnais' },
    { key: 'answer', label: 'J’ai trouvé ma réponse' },
  ],
  vocabulary: {},
  contact: null,
  ...community,
})

export const buildViewer = (viewer: Partial<ViewerView> = {}): ViewerView => ({
  memberId: buildId(),
  name: 'Nadia',
  organisation: 'Maison Lumen',
  status: 'active',
  facilitates: false,
  pivot: null,
  charter: null,
  firstSteps: null,
  language: null,
  ...viewer,
})

export const buildSpace = (space: Partial<SpaceView> = {}): SpaceView => ({
  id: buildId(),
  slug: 'accueil',
  name: 'Accueil',
  level: 'public',
  retentionDays: null,
  readers: null,
  groups: [],
  can: { write: false, pin: false },
  ...space,
})

export const treeOf = (text: string): NodeTree => text.split(/\n\n+/).map((paragraph) => ['p', paragraph])

export const buildPost = (post: Partial<PostView> = {}): PostView => {
  const id = post.id ?? buildId()
  return {
    id,
    threadId: id,
    author: { memberId: buildId(), name: 'Fatou', organisation: 'Maison Lumen' },
    createdAt: ago(60 * 22),
    editedAt: null,
    withdrawnAt: null,
    body: treeOf('Elle ne voit pas de problème. Je ne veux pas la brusquer ni perdre le lien.'),
    reactions: [],
    can: { edit: false, withdraw: false, react: false, restore: false },
    ...post,
  }
}

export interface ThreadParts extends Partial<Omit<ThreadView, 'opening' | 'replies' | 'space'>> {
  space?: Pick<SpaceView, 'id' | 'slug' | 'name' | 'level'>
  opening?: Partial<PostView>
  replies?: Partial<PostView>[]
}

/** A thread with its opening and all its replies; what the list says of it follows from these. */
export function buildThread({ opening, replies = [], space, ...thread }: ThreadParts = {}): ThreadView {
  const id = thread.id ?? buildId()
  const { id: spaceId, slug, name, level } = space ?? buildSpace()
  const first = buildPost({
    ...(thread.author !== undefined && { author: thread.author }),
    ...(thread.createdAt && { createdAt: thread.createdAt }),
    ...(thread.reactions && { reactions: thread.reactions }),
    ...opening,
    id,
    threadId: id,
  })
  const items = replies.map((reply) => buildPost({ ...reply, threadId: id }))
  return {
    id,
    kind: 'question',
    title: 'Une jeune de 16 ans me parle d’un «\u00a0ami\u00a0» plus vieux. Par où commencer\u202f?',
    excerpt:
      'Elle ne voit pas de problème. Je ne veux pas la brusquer ni perdre le lien. Qu’est-ce que vous dites, vous, dans les premières minutes\u202f?',
    author: first.author,
    createdAt: first.createdAt,
    lastActivityAt: items.at(-1)?.createdAt ?? first.createdAt,
    replyCount: items.length,
    pinned: false,
    unread: false,
    circle: null,
    reactions: first.reactions,
    can: { reply: false, pin: false },
    ...thread,
    space: { id: spaceId, slug, name, level },
    opening: first,
    replies: { items },
  }
}
