import type { ReactiveController, ReactiveElement } from 'lit'
import type { Cercle } from '@cercle/sdk'
import { Announcement } from './announcement.ts'
import { LiveHearing } from './live-hearing.ts'
import { openNoticeChannel } from './notice-channel.ts'
import { Paced } from './paced.ts'

/** How much of what concerns the viewer is new, kept true while its host is in the page. What fails is asked again at the next word. */
export class NoticeCount implements ReactiveController {
  /** How many she has not looked at; `undefined`: not known. */
  unread: number | undefined
  /** Of more than there was, once. */
  readonly announcement = new Announcement()
  readonly #host: ReactiveElement
  readonly #looking = new Paced(() => this.#look())
  readonly #hearing: LiveHearing
  #client: Cercle | undefined
  #channel: BroadcastChannel | undefined

  constructor(host: ReactiveElement) {
    this.#host = host
    this.#hearing = new LiveHearing(host, { notices: this.look, resync: this.look })
    host.addController(this)
  }

  hostConnected(): void {
    this.#channel = openNoticeChannel(this.look)
  }

  hostDisconnected(): void {
    this.#channel?.close()
    this.#looking.stop()
  }

  /** Whose; `hears`: she has a stream. */
  follow(client: Cercle | undefined, hears: boolean): void {
    this.#hearing.listen(hears ? client : undefined)
    if (!client || client === this.#client) return
    this.#client = client
    this.unread = undefined
    void this.#look().catch(() => undefined)
  }

  /** It may be another now. */
  readonly look = (): void => this.#looking.add('')

  /** She has looked, and the others are told. `unread`: as it is now. */
  seen(unread: number): void {
    this.#set(unread)
    this.#channel?.postMessage('')
  }

  async #look(): Promise<void> {
    const client = this.#client
    const { count } = await client!.notifications.unread()
    if (client === this.#client) this.#set(count)
  }

  #set(count: number): void {
    if (this.unread !== undefined && count > this.unread) this.announcement.show(count)
    else if (count < this.announcement.told) this.announcement.show(0)
    this.unread = count
    this.#host.requestUpdate()
  }
}
