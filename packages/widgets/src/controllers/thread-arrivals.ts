import type { ReactiveElement } from 'lit'
import type { Cercle, PostView, ThreadView, ViewerView } from '@cercle/sdk'
import { Announcement } from './announcement.ts'
import { LiveHearing, type LiveNews } from './live-hearing.ts'
import { Paced } from './paced.ts'
import type { ThreadReading } from './thread-reading.ts'
import { readAgain } from './thread-refresh.ts'

type Host = ReactiveElement & {
  client: Cercle | undefined
  threadId: string | undefined
  viewer: ViewerView | null | undefined
}

/** What arrives in an open discussion: replies of others are counted and shown on request, the rest changes in place. */
export class ThreadArrivals {
  readonly announcement = new Announcement()
  readonly #host: Host
  readonly #reading: ThreadReading
  readonly #changed: (thread: ThreadView) => void
  readonly #hearing: LiveHearing
  readonly #again = new Paced(() => this.#read())
  /** Replies that are there and not shown. */
  #unseen: readonly PostView[] = []
  /** Written by the viewer elsewhere: shown at once. */
  readonly #own = new Set<string>()

  /** `changed`: the discussion is another one now; its line in a list should say so. */
  constructor(host: Host, reading: ThreadReading, changed: (thread: ThreadView) => void) {
    this.#host = host
    this.#reading = reading
    this.#changed = changed
    const again = () => this.#again.add('')
    this.#hearing = new LiveHearing(host, { news: (event) => this.#hear(event), resync: again })
    host.addController({ hostUpdate: () => this.#follow(), hostDisconnected: () => this.#again.stop() })
  }

  get count(): number {
    return this.#unseen.length
  }

  /** Shows them after the others; gives the first. */
  show(): PostView | undefined {
    const { client, threadId: id } = this.#host
    const posts = this.#unseen
    this.#unseen = []
    // Not hers to worry about: the mark is cleared the next time.
    client?.discussions.markRead({ id: id! }).catch(() => undefined)
    for (const post of posts) this.#reading.put(post)
    this.#tell()
    return posts[0]
  }

  /** Reads again; a reply of this id is the viewer's. */
  look(post?: string): void {
    if (post) this.#own.add(post)
    this.#again.add('')
  }

  #follow(): void {
    const { client, viewer } = this.#host
    this.#hearing.listen(viewer?.status === 'active' ? client : undefined)
  }

  #hear({ type, thread, post, own }: LiveNews): void {
    if (thread !== this.#host.threadId) return
    if (own && type === 'post.created') this.#own.add(post)
    this.#again.add('')
  }

  async #read(): Promise<void> {
    const { client, viewer } = this.#host
    const isOwn = ({ id, author }: PostView) => this.#own.has(id) || (author !== null && author.memberId === viewer?.memberId)
    const found = client && (await readAgain(client, this.#reading, isOwn))
    if (!found) return
    this.#unseen = found.unseen
    this.#changed({ ...found.thread, unread: this.count > 0 })
    this.#tell()
  }

  #tell(): void {
    this.announcement.show(this.count)
    this.#host.requestUpdate()
  }
}
