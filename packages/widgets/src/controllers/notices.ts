import type { ReactiveElement } from 'lit'
import type { Cercle, CercleClientError, ClientErrorCode, NotificationView, PagedList } from '@cercle/sdk'
import { NoticeCount } from './notice-count.ts'

/** What concerns the viewer, newest first, and how much of it is new, for a host that shows it. */
export class NoticeList {
  readonly count: NoticeCount
  items: readonly NotificationView[] | undefined
  hasMore = false
  isLoading = false
  /** Why the list did not come. */
  failure: ClientErrorCode | undefined
  /** Why it could not be noted that she has seen it. */
  seenFailure: ClientErrorCode | undefined
  /** She said that she has seen it all. */
  isSeen = false
  readonly #host: ReactiveElement
  /** How many were new in what is shown. */
  #shown = 0
  #client: Cercle | undefined
  #list: PagedList<NotificationView> | undefined
  #cursor: string | undefined

  constructor(host: ReactiveElement) {
    this.#host = host
    this.count = new NoticeCount(host)
  }

  /** Whose; `hears`: she has a stream. How many are new is asked at once; what fails is told when the list is opened. */
  follow(client: Cercle | undefined, hears: boolean): void {
    this.count.follow(client, hears)
    if (!client || client === this.#client) return
    this.#client = client
    this.#list = this.items = this.#cursor = undefined
    this.isLoading = this.isSeen = false
  }

  /** Something came that the open list does not show. */
  get isStale(): boolean {
    return this.items !== undefined && (this.count.unread ?? 0) > this.#shown
  }

  /** From the newest, each time that it is opened; what was shown stays until it is there. */
  async show(): Promise<void> {
    if (!this.#client) return
    this.#cursor = undefined
    this.isSeen = this.isLoading = false
    this.#list = this.#client.notifications.list()
    await this.more()
  }

  /** The next page, or the one that failed. */
  readonly more = async (): Promise<void> => {
    const list = this.#list
    if (!list || this.isLoading) return
    this.isLoading = true
    this.failure = undefined
    this.#host.requestUpdate()
    try {
      const before = this.#cursor === undefined ? [] : (this.items ?? [])
      const { items, cursor } = await list.page(this.#cursor)
      if (list !== this.#list) return
      if (this.#cursor === undefined) this.#shown = this.count.unread ?? 0
      this.items = [...before, ...items]
      this.#cursor = cursor
      this.hasMore = cursor !== undefined
    } catch (error) {
      if (list === this.#list) this.failure = (error as CercleClientError).code ?? 'internal'
    } finally {
      if (list === this.#list) this.isLoading = false
      this.#host.requestUpdate()
    }
  }

  /** She has seen it all. */
  readonly see = async (): Promise<void> => {
    this.seenFailure = undefined
    try {
      await this.#client!.notifications.markRead()
      this.items = this.items?.map((item) => ({ ...item, read: true }))
      this.#shown = 0
      this.count.seen(0)
      this.isSeen = true
    } catch (error) {
      this.seenFailure = (error as CercleClientError).code ?? 'internal'
    } finally {
      this.#host.requestUpdate()
    }
  }

  /** She follows one of them: what cannot be noted now stays new. */
  async look(item: NotificationView): Promise<void> {
    if (item.read) return
    const noted = await this.#client!.notifications.markRead({ id: item.id }).catch(() => undefined)
    if (!noted) return
    this.items = this.items?.map((one) => (one.id === item.id ? { ...one, read: true } : one))
    this.#shown -= 1
    this.count.seen(Math.max(0, (this.count.unread ?? 1) - 1))
    // 99 stands for more
    this.count.look()
  }
}
