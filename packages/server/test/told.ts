import { expect, vi } from 'vitest'
import type { CommunitySeed } from '../src/communities/community-seed.ts'
import { uuidv7 } from '../src/ids.ts'
import type { NotificationView } from '../src/notifications/notifications.schema.ts'
import { signIn, type Caller } from './caller.ts'
import { communitySeed, type TestServer } from './server.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
/** Longer than the sender and the reader wait between two looks. */
export const patience = { timeout: 12_000, interval: 20 }

type Key = 'member' | 'other' | 'restricted' | 'facilitator'

/** A community of its own for one test, whose members write and are told of it. */
export class Told {
  readonly server: TestServer
  readonly seed: CommunitySeed
  people!: Record<Key, Caller>

  private constructor(server: TestServer, seed: CommunitySeed) {
    this.server = server
    this.seed = seed
  }

  static async of(server: TestServer): Promise<Told> {
    const told = new Told(server, communitySeed())
    await server.server.seed(told.seed)
    await told.enterAll()
    return told
  }

  /** Anew: after days, sessions are over. */
  async enterAll(): Promise<void> {
    const [member, other, restricted, facilitator] = [
      await this.enter('member'),
      await this.enter('other'),
      await this.enter('restricted'),
      await this.enter('facilitator'),
    ]
    this.people = { member, other, restricted, facilitator }
  }

  enter(key: Key): Promise<Caller> {
    return signIn(this.server, this.seed.slug, this.#addressOf(key))
  }

  #addressOf(key: string): string {
    return `${key}@${this.seed.slug}.example`
  }

  /** Mails of news, newest first. */
  newsTo(key: string) {
    return this.server.mails.filter(({ to, code }) => to === this.#addressOf(key) && code === undefined)
  }

  async threadBy(who: Caller, space = 'entraide', title = 'Titre'): Promise<string> {
    const id = uuidv7(this.server.clock.now())
    const { error } = await who.mutate('discussions.createThread', { id, space, kind: 'question', title, body: 'Texte' })
    expect(error).toBeUndefined()
    return id
  }

  async replyBy(who: Caller, threadId: string): Promise<string> {
    const id = uuidv7(this.server.clock.now())
    expect((await who.mutate('discussions.reply', { id, threadId, body: 'Réponse secrète' })).error).toBeUndefined()
    return id
  }

  /** The list, once all that happened was read. Without new discussions, unless `kind` is that. */
  async settled(who: Caller, kind?: NotificationView['kind']): Promise<NotificationView[]> {
    const { owner } = this.server
    await vi.waitFor(async () => {
      const { seq } = await owner.selectFrom('activity_cursor').select('seq').executeTakeFirstOrThrow()
      const open = await owner.selectFrom('activity').select('id').where('seq', 'is', null).execute()
      const head = await owner.selectFrom('activity_head').select('seq').executeTakeFirstOrThrow()
      expect([open.length, seq]).toEqual([0, head.seq])
    }, patience)
    return listOf(who, kind)
  }

  /** Waits until no mail of this community is due. */
  async sent(): Promise<void> {
    await vi.waitFor(async () => {
      const due = this.server.owner
        .selectFrom('mail_queue as q')
        .innerJoin('community as c', 'c.id', 'q.community_id')
        .select('q.id')
        .where('c.slug', '=', this.seed.slug)
        .where('outcome', 'is', null)
        .where('due_at', '<=', new Date(this.server.clock.now()))
      expect(await due.execute()).toEqual([])
    }, patience)
  }
}

/** As it is now. Without new discussions, unless `kind` is that. */
export async function listOf(who: Caller, kind?: NotificationView['kind']): Promise<NotificationView[]> {
  const items: NotificationView[] = (await who.query('notifications.list', {})).data.items
  return items.filter((item) => (kind ? item.kind === kind : item.kind !== 'thread'))
}

/** How many she has not looked at. */
export const unreadOf = async (who: Caller): Promise<number> => (await who.query('notifications.unread')).data.count

export async function atOnce(who: Caller): Promise<void> {
  await who.mutate('notifications.setRhythm', { rhythm: 'at_once' })
}
