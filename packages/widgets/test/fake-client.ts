import {
  CercleClientError,
  newId,
  type Cercle,
  type ClientErrorCode,
  type LiveEvent,
  type PostView,
  type ThreadSummary,
  type ThreadView,
} from '@cercle/sdk'
import type {
  AccessNote,
  CommunitySettings,
  CommunityView,
  Consents,
  DeviceView,
  MailRhythms,
  NotificationView,
  PasskeyView,
  InvitationView,
  JoinForm,
  JoinRequestView,
  PersonView,
  SightingView,
  SignIns,
  SiteView,
  SpaceView,
  ViewerView,
  Welcome,
} from '@cercle/sdk'
import { circleOf, fakeGroups, fakeSpaces, type FakeGroup, type FakeReader } from './fake-spaces.ts'
import { fakeNotifications, usualRhythms } from './fake-notifications.ts'
import { fakeHelp, type FakeHelp } from './fake-help.ts'
import { fakeJoining } from './fake-joining.ts'
import { fakePivots } from './fake-pivots.ts'
import { fakeCharters, nextOf, type FakeCharter } from './fake-charters.ts'
import { fakeOrganisations } from './fake-sites.ts'
import { fakePasskeys } from './fake-passkeys.ts'
import { ago, buildCommunity, buildId, buildPost, buildThread, now, treeOf } from './factories.ts'

/** What the fake server holds. Tests read and change it. */
export interface FakeWorld {
  community: CommunityView
  viewer: ViewerView | null
  spaces: SpaceView[]
  /** Newest activity first. */
  threads: ThreadView[]
  devices: DeviceView[]
  /** Oldest first. */
  passkeys: PasskeyView[]
  charters: FakeCharter[]
  groups: FakeGroup[]
  /** Who reads the members’ spaces, by name. */
  readers: FakeReader[]
  /** Newest first. */
  people: PersonView[]
  organisations: { id: string; name: string }[]
  settings: CommunitySettings
  /** What is said of the viewer beside her name and where she works. */
  about: { region: string | null; availability: string | null; organisation?: string | null | undefined }
  /** What the viewer accepts; the rest she never did. */
  accepted: Consents
  /** For who is new. */
  /** What the community wants to do together. */
  aims: string[]
  /** How coming in went lately. */
  signIns: SignIns
  welcome: Welcome
  /** By name. */
  sites: SiteView[]
  /** Pages that asked for a frame, the newest first. */
  seen: SightingView[]
  /** What the community asks of whoever wants to come in. */
  questions: JoinForm['questions']
  /** Oldest first. */
  requests: JoinRequestView[]
  /** Who facilitates, and what members asked them, newest first. */
  helpers: { name: string; availability: string | null }[]
  help: FakeHelp[]
  /** Newest first. */
  invitations: InvitationView[]
  /** Who looked at what is hers, newest first. */
  journal: AccessNote[]
  /** Newest first. */
  notifications: NotificationView[]
  rhythms: MailRhythms
  /** Items in a page. */
  pageSize: number
  /** The one code that signs in. */
  code: string
}

export interface FakeCall {
  /** `discussions.threads` */
  procedure: string
  input: unknown
}

/** A client whose server is in memory: it can be slow, failing or out of reach. Nothing is random and nothing waits by itself. */
export interface FakeClient extends Cercle {
  world: FakeWorld
  calls: FakeCall[]
  /** Every call is held until `release`. */
  hold(): void
  release(): void
  /** Something happens, and every listener of the stream hears it. */
  tell(event: LiveEvent): void
  /** How many listen to the stream. */
  listeners(): number
  /** Every call rejects with `code` until `fail()`. `procedure`: only these. */
  fail(
    code?: ClientErrorCode,
    details?: { procedure?: string; retryAfter?: number; fields?: { path: string; reason: string }[] },
  ): void
}

const clone = <Value>(value: Value): Value => structuredClone(value)

class FakeServer {
  readonly calls: FakeCall[] = []
  readonly world: FakeWorld
  #gate: Promise<void> | undefined
  #open: () => void = () => undefined
  #failure:
    { code: ClientErrorCode; procedure?: string; retryAfter?: number; fields?: { path: string; reason: string }[] } | undefined

  constructor(world: FakeWorld) {
    this.world = world
  }

  hold(): void {
    this.#gate ??= new Promise((open) => (this.#open = open))
  }

  release(): void {
    this.#open()
    this.#gate = undefined
  }

  fail(code?: ClientErrorCode, details: Omit<NonNullable<FakeServer['failure']>, 'code'> = {}): void {
    this.#failure = code && { code, ...details }
  }

  get failure():
    { code: ClientErrorCode; procedure?: string; retryAfter?: number; fields?: { path: string; reason: string }[] } | undefined {
    return this.#failure
  }

  async call<Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out): Promise<Out> {
    this.calls.push({ procedure, input })
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new CercleClientError('aborted')))
    })
    await Promise.race([this.#gate, ...(signal ? [aborted] : [])])
    if (signal?.aborted) throw new CercleClientError('aborted')
    const failure = this.#failure
    if (failure && (failure.procedure ?? procedure) === procedure) throw new CercleClientError(failure.code, failure)
    return clone(answer())
  }

  /** Who looks: a member who has not signed the charter of the community sees no more than what is public. */
  get viewer(): ViewerView | null {
    const { viewer, charters } = this.world
    if (viewer?.status !== 'active' || !charters.length) return viewer
    const charter = nextOf(charters)
    return { ...viewer, status: charter && !charter.space ? 'unsigned' : 'active', charter }
  }

  isOpen(level: SpaceView['level']): boolean {
    return level === 'public' || this.viewer?.status !== 'unsigned'
  }

  get spaces(): SpaceView[] {
    return this.world.spaces.filter(({ level }) => this.isOpen(level))
  }

  thread(id: string): ThreadView {
    const thread = this.world.threads.find((item) => item.id === id)
    if (!thread) throw new CercleClientError('not_found')
    return thread
  }

  post(id: string): { thread: ThreadView; post: PostView } {
    for (const thread of this.world.threads) {
      const post = thread.opening.id === id ? thread.opening : thread.replies.items.find((reply) => reply.id === id)
      if (post) return { thread, post }
    }
    throw new CercleClientError('not_found')
  }

  summary({ opening: _opening, replies: _replies, can: _can, ...summary }: ThreadView): ThreadSummary {
    return summary
  }

  page<Item>(items: Item[], cursor: string | undefined, limit = this.world.pageSize): { items: Item[]; cursor?: string } {
    const start = Number(cursor ?? 0)
    const end = start + limit
    return { items: items.slice(start, end), ...(end < items.length && { cursor: String(end) }) }
  }
}

export function fakeClient(given: Partial<FakeWorld> = {}): FakeClient {
  const community = given.community ?? buildCommunity()
  const server = new FakeServer({
    viewer: null,
    spaces: [],
    threads: [],
    devices: [],
    passkeys: [],
    charters: [],
    groups: [],
    readers: [],
    people: [],
    organisations: [],
    settings: {
      name: community.name,
      greeting: null,
      exitUrl: null,
      indexable: false,
      vocabulary: {},
      accent: null,
      scheme: null,
      contact: community.contact,
      reactions: community.reactions,
    },
    about: { region: null, availability: null },
    accepted: { items: [], help: null },
    aims: [],
    signIns: { asked: 9, entered: 9, wrong: 0, silent: 0, unknown: 0, proofs: 2, proved: 2 },
    welcome: { greeting: null, aims: [], hosts: ['Marie-Ève'], here: null, named: null },
    sites: [],
    seen: [],
    questions: [],
    requests: [],
    helpers: [{ name: 'Marie-Ève', availability: null }],
    help: [],
    invitations: [],
    journal: [],
    notifications: [],
    rhythms: structuredClone(usualRhythms),
    pageSize: 20,
    code: '12345678',
    ...given,
    community,
  })
  const live = fakeLive()
  return {
    world: server.world,
    calls: server.calls,
    hold: () => server.hold(),
    release: () => server.release(),
    fail: (code, details) => server.fail(code, details),
    communities: {
      current: (options) =>
        server.call('communities.current', undefined, options?.signal, () => ({
          community: server.world.community,
          viewer: server.viewer,
        })),
      settings: (options) => server.call('communities.settings', undefined, options?.signal, () => server.world.settings),
      settle: (settings, options) =>
        server.call('communities.settle', settings, options?.signal, () => (server.world.settings = settings)),
      aims: (options) => server.call('communities.aims', undefined, options?.signal, () => ({ aims: server.world.aims })),
      settleAims: (input, options) =>
        server.call('communities.settleAims', input, options?.signal, () => {
          server.world.aims = [...input.aims]
          return { aims: server.world.aims }
        }),
    },
    spaces: {
      list: (options) => server.call('spaces.list', undefined, options?.signal, () => ({ items: server.spaces })),
      ...fakeSpaces(server.call.bind(server), server.world),
    },
    ...fakeGroups(server.call.bind(server), server.world),
    joining: fakeJoining(server.call.bind(server), server.page.bind(server), server.world),
    help: fakeHelp(server.call.bind(server), server.page.bind(server), server.world),
    pivots: fakePivots(server.call.bind(server), server.page.bind(server), server.world),
    discussions: { ...reading(server), ...writing(server) },
    charter: fakeCharters(server.call.bind(server), server.world),
    organisations: fakeOrganisations(server.call.bind(server), server.world),
    passkeys: fakePasskeys(server.call.bind(server), server.world),
    notifications: fakeNotifications(server.call.bind(server), server.world),
    auth: signing(server),
    ...live,
  }
}

/** A stream of events that a test tells one by one. */
function fakeLive(): Pick<FakeClient, 'live' | 'tell' | 'listeners'> {
  const listeners = new Set<{ type: string; listener: (event: never) => void }>()
  return {
    live: {
      state: 'open',
      on: (type: string, listener: (event: never) => void) => {
        const entry = { type, listener }
        listeners.add(entry)
        return () => void listeners.delete(entry)
      },
    },
    tell: (event) => {
      for (const { type, listener } of listeners) if (type === '*' || type === event.type) listener(event as never)
    },
    listeners: () => listeners.size,
  }
}

function reading(server: FakeServer): Pick<Cercle['discussions'], 'threads' | 'thread' | 'revisions' | 'source'> {
  return {
    threads: (filter = {}, options) => {
      const { space, kind, limit } = filter
      const page = (cursor?: string) =>
        server.call('discussions.threads', { ...filter, cursor }, options?.signal, () => {
          if (space && !server.spaces.some(({ slug }) => slug === space)) throw new CercleClientError('not_found')
          const found = server.world.threads.filter(
            (thread) =>
              server.isOpen(thread.space.level) && (!space || thread.space.slug === space) && (!kind || thread.kind === kind),
          )
          return server.page(found.map(server.summary), cursor, limit)
        })
      return {
        page,
        async *[Symbol.asyncIterator]() {
          yield* (await page()).items
        },
      }
    },
    thread: ({ id, cursor, limit }, options) =>
      server.call('discussions.thread', { id, cursor }, options?.signal, () => {
        const thread = server.thread(id)
        return { ...thread, replies: server.page(thread.replies.items, cursor, limit) }
      }),
    revisions: ({ id }, options) =>
      server.call('discussions.revisions', { id }, options?.signal, () => {
        const { post, thread } = server.post(id)
        return {
          items: [{ replacedAt: ago(5), title: post.id === thread.id ? thread.title : null, body: treeOf('Le texte d’avant.') }],
        }
      }),
    source: ({ id }, options) =>
      server.call('discussions.source', { id }, options?.signal, () => {
        const { post, thread } = server.post(id)
        const body = post.body.map(([, ...inline]) => inline.filter((node) => typeof node === 'string').join('')).join('\n\n')
        return { id, title: post.id === thread.id ? thread.title : null, body }
      }),
  }
}

const mine = { edit: true, withdraw: true, react: false, restore: false }

function writing(
  server: FakeServer,
): Pick<Cercle['discussions'], 'createThread' | 'reply' | 'react' | 'edit' | 'withdraw' | 'restore' | 'pin' | 'markRead'> {
  const author = () => {
    const { viewer } = server.world
    if (!viewer) throw new CercleClientError('unauthorized')
    return { memberId: viewer.memberId, name: viewer.name, organisation: viewer.organisation }
  }
  return {
    createThread: (input, options) =>
      server.call('discussions.createThread', input, options?.signal, () => {
        const { space: slug, kind, title, body } = input
        const known = server.world.threads.find(({ id }) => id === input.id)
        if (known) return known
        const space = server.world.spaces.find((one) => one.slug === slug)
        if (!space) throw new CercleClientError('not_found')
        const id = input.id ?? newId()
        const opening = { body: treeOf(body), can: mine, createdAt: now.toISOString() }
        const thread = buildThread({ id, kind, title, excerpt: body.slice(0, 240), space, author: author(), opening })
        thread.circle = circleOf(server.world, input.audience)
        thread.can = { reply: true, pin: space.can.pin }
        server.world.threads.unshift(thread)
        return thread
      }),
    reply: (input, options) =>
      server.call('discussions.reply', input, options?.signal, () => {
        const thread = server.thread(input.threadId)
        const known = thread.replies.items.find(({ id }) => id === input.id)
        if (known) return known
        const reply = buildPost({
          id: input.id ?? newId(),
          threadId: thread.id,
          author: author(),
          body: treeOf(input.body),
          createdAt: now.toISOString(),
          can: mine,
        })
        thread.replies.items.push(reply)
        thread.replyCount += 1
        thread.lastActivityAt = reply.createdAt
        return reply
      }),
    react: ({ postId, key, on }, options) =>
      server.call('discussions.react', { postId, key, on }, options?.signal, () => {
        const { post } = server.post(postId)
        const known = post.reactions.find((reaction) => reaction.key === key)
        if (!known) post.reactions.push({ key, count: on ? 1 : 0, mine: on })
        else if (known.mine !== on) Object.assign(known, { mine: on, count: known.count + (on ? 1 : -1) })
        return { postId, reactions: post.reactions }
      }),
    edit: (input, options) =>
      server.call('discussions.edit', input, options?.signal, () => {
        const { post, thread } = server.post(input.id)
        Object.assign(post, { body: treeOf(input.body), editedAt: now.toISOString() })
        if (input.title !== undefined) thread.title = input.title
        return post
      }),
    withdraw: ({ id }, options) =>
      server.call('discussions.withdraw', { id }, options?.signal, () => {
        const { post, thread } = server.post(id)
        const gone = now.getTime() - Date.parse(post.createdAt) < 20_000
        if (gone && post.id === thread.id) server.world.threads = server.world.threads.filter((item) => item !== thread)
        else if (gone) thread.replies.items = thread.replies.items.filter((item) => item !== post)
        else {
          Object.assign(post, {
            withdrawnAt: now.toISOString(),
            body: [],
            can: { edit: false, withdraw: false, react: false, restore: true },
          })
        }
        return { id, gone, restorableUntil: new Date(Date.now() + 600_000).toISOString() }
      }),
    restore: ({ id }, options) =>
      server.call('discussions.restore', { id }, options?.signal, () => {
        const { post } = server.post(id)
        return Object.assign(post, { withdrawnAt: null, body: treeOf('Le texte revenu.'), can: mine })
      }),
    pin: (input, options) =>
      server.call('discussions.pin', input, options?.signal, () => Object.assign(server.thread(input.id), input) && input),
    markRead: ({ id }, options) =>
      server.call('discussions.markRead', { id }, options?.signal, () => {
        server.thread(id).unread = false
        return { done: true as const }
      }),
  }
}

function signing(server: FakeServer): Cercle['auth'] {
  const tokens = () => ({
    access: 'access-of-a-test',
    accessExpiresAt: new Date(now.getTime() + 600_000).toISOString(),
    refresh: 'refresh-of-a-test',
    refreshExpiresAt: new Date(now.getTime() + 86_400_000).toISOString(),
  })
  const done = { done: true as const }
  return {
    requestCode: (input, options) =>
      server.call('auth.requestCode', input, options?.signal, () => ({ loginId: buildId(), expiresAt: ago(-15) })),
    signIn: (input, options) =>
      server.call('auth.signIn', input, options?.signal, () => {
        if (input.code.replace(/\s/gu, '') !== server.world.code) {
          throw new CercleClientError('invalid', { fields: [{ path: 'code', reason: 'not_allowed' }] })
        }
        return tokens()
      }),
    requestProof: (options) =>
      server.call('auth.requestProof', undefined, options?.signal, () => ({ loginId: buildId(), expiresAt: ago(-15) })),
    prove: (input, options) =>
      server.call('auth.prove', input, options?.signal, () => {
        if (input.code.replace(/\s/gu, '') !== server.world.code) {
          throw new CercleClientError('invalid', { fields: [{ path: 'code', reason: 'not_allowed' }] })
        }
        return done
      }),
    askSite: (input, options) =>
      server.call('auth.askSite', input, options?.signal, () => ({ nonce: 'nonce', ticket: 'ticket', expiresAt: ago(-5) })),
    enterBySite: (input, options) =>
      server.call('auth.enterBySite', input, options?.signal, () => ({
        known: true as const,
        tokens: { ...tokens(), limited: true as const },
      })),
    refresh: (input, options) =>
      server.call('auth.refresh', input, options?.signal, () => ({ raced: false as const, tokens: tokens() })),
    signOut: (input, options) => server.call('auth.signOut', input, options?.signal, () => done),
    signIns: (options) => server.call('auth.signIns', undefined, options?.signal, () => server.world.signIns),
    devices: (options) => server.call('auth.devices', undefined, options?.signal, () => ({ items: server.world.devices })),
    revoke: (input, options) =>
      server.call('auth.revoke', input, options?.signal, () => {
        server.world.devices = server.world.devices.filter(({ id, current }) => (input?.id ? id !== input.id : current))
        return done
      }),
  }
}
