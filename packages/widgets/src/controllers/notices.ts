import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, ClientErrorCode, NotificationView, PagedList } from '@cercle/sdk'

/** What concerns the viewer, newest first, and how much of it is new, for a host that shows it. */
export class NoticeList {
  /** How many she has not looked at; `undefined`: not known. */
  unread: number | undefined
  items: readonly NotificationView[] | undefined
  hasMore = false
  isLoading = false
  /** Why the list did not come. */
  failure: ClientErrorCode | undefined
  /** Why it could not be noted that she has seen it. */
  seenFailure: ClientErrorCode | undefined
  /** She said that she has seen it all. */
  isSeen = false
  readonly #host: ReactiveControllerHost
  #client: Cercle | undefined
  #list: PagedList<NotificationView> | undefined
  #cursor: string | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** How many are new, once a client. What fails is told when the list is opened. */
  count(client: Cercle | undefined): void {
    if (!client || client === this.#client) return
    this.#client = client
    this.#list = this.items = this.#cursor = this.unread = undefined
    this.isLoading = this.isSeen = false
    client.notifications.unread().then(
      ({ count }) => {
        if (client !== this.#client || this.isSeen) return
        this.unread = count
        this.#host.requestUpdate()
      },
      () => {},
    )
  }

  /** From the newest, once a client. */
  show(): void {
    if (!this.#client || this.#list) return
    this.#list = this.#client.notifications.list()
    void this.more()
  }

  /** The next page, or the one that failed. */
  readonly more = async (): Promise<void> => {
    const list = this.#list
    if (!list || this.isLoading) return
    this.isLoading = true
    this.failure = undefined
    this.#host.requestUpdate()
    try {
      const { items, cursor } = await list.page(this.#cursor)
      if (list !== this.#list) return
      this.items = [...(this.items ?? []), ...items]
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
      this.unread = 0
      this.isSeen = true
    } catch (error) {
      this.seenFailure = (error as CercleClientError).code ?? 'internal'
    } finally {
      this.#host.requestUpdate()
    }
  }
}
