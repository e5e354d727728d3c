import type { ReactiveControllerHost } from 'lit'
import type { AccessNote, Cercle, CercleClientError, ClientErrorCode, PagedList } from '@cercle/sdk'

/** Who looked at what is private of the viewer's, newest first, for a host that shows it. */
export class AccessJournal {
  notes: readonly AccessNote[] | undefined
  hasMore = false
  isLoading = false
  failure: ClientErrorCode | undefined
  readonly #host: ReactiveControllerHost
  #client: Cercle | undefined
  #list: PagedList<AccessNote> | undefined
  #cursor: string | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** From the newest, once a client. */
  show(client: Cercle | undefined): void {
    if (!client || client === this.#client) return
    this.#client = client
    this.#list = client.privacy.journal()
    this.notes = this.#cursor = undefined
    this.isLoading = false
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
      this.notes = [...(this.notes ?? []), ...items]
      this.#cursor = cursor
      this.hasMore = cursor !== undefined
    } catch (error) {
      if (list === this.#list) this.failure = (error as CercleClientError).code ?? 'internal'
    } finally {
      if (list === this.#list) this.isLoading = false
      this.#host.requestUpdate()
    }
  }
}
