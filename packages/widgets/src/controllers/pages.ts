import type { ReactiveControllerHost } from 'lit'
import type { CercleClientError, ClientErrorCode, PagedList } from '@cercle/sdk'

/** A list that a host shows, page by page. */
export class Pages<Item> {
  items: readonly Item[] | undefined
  hasMore = false
  isLoading = false
  failure: ClientErrorCode | undefined
  readonly #host: ReactiveControllerHost
  readonly #idOf: (item: Item) => string
  #list: PagedList<Item> | undefined
  #cursor: string | undefined

  constructor(host: ReactiveControllerHost, idOf: (item: Item) => string) {
    this.#host = host
    this.#idOf = idOf
  }

  /** What was shown before stays in sight until the answer is there. */
  async show(list: PagedList<Item>): Promise<void> {
    this.#list = list
    this.#cursor = undefined
    this.isLoading = false
    await this.#load(true)
  }

  /** The next page, or the one that failed. */
  readonly more = (): Promise<void> => this.#load(this.#cursor === undefined)

  /** The same thing as it is now, in its place; what is new comes first. */
  put(item: Item): void {
    const isSame = (one: Item) => this.#idOf(one) === this.#idOf(item)
    this.items = this.items?.some(isSame) ? this.items.map((one) => (isSame(one) ? item : one)) : [item, ...(this.items ?? [])]
    this.#host.requestUpdate()
  }

  async #load(isFirst: boolean): Promise<void> {
    const list = this.#list
    if (!list || this.isLoading) return
    this.isLoading = true
    this.failure = undefined
    this.#host.requestUpdate()
    try {
      const { items, cursor } = await list.page(this.#cursor)
      if (list !== this.#list) return
      this.items = isFirst ? items : [...(this.items ?? []), ...items]
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
