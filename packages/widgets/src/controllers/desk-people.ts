import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, ClientErrorCode, PagedList, PeopleFilter, PersonView } from '@cercle/sdk'

/** The people whom a search finds, page by page. */
export class DeskPeople {
  items: readonly PersonView[] | undefined
  hasMore = false
  isLoading = false
  failure: ClientErrorCode | undefined
  readonly #host: ReactiveControllerHost
  #client: Cercle | undefined
  #list: PagedList<PersonView> | undefined
  #cursor: string | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** From the newest. What was found before stays in sight until the answer is there. */
  async search(client: Cercle, filter: PeopleFilter): Promise<void> {
    this.#client = client
    this.#list = client.members.people(filter)
    this.#cursor = undefined
    this.isLoading = false
    await this.#load(true)
  }

  /** The next page, or the one that failed. */
  readonly more = (): Promise<void> => this.#load(this.#cursor === undefined)

  /** Asks once more about one person, in her place. */
  async refresh(memberId: string): Promise<void> {
    const found = await this.#client?.members.people({ member: memberId }).page()
    const [fresh] = found?.items ?? []
    if (fresh) this.items = this.items?.map((one) => (one.memberId === memberId ? fresh : one))
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
