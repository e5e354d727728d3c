import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, CharterView, ClientErrorCode } from '@cercle/sdk'

/** One charter for a host that shows it: its text, and the signature under it. */
export class CharterSigning {
  charter: CharterView | undefined
  /** Why the text did not come. */
  failure: ClientErrorCode | undefined
  /** Why the signature did not leave. */
  refusal: ClientErrorCode | undefined
  /** The text changed while she read. */
  isChanged = false
  isBusy = false
  readonly #host: ReactiveControllerHost
  #client: Cercle | undefined
  #id: string | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Reads the version of this id. */
  show(client: Cercle | undefined, id: string | undefined): void {
    if (client === this.#client && id === this.#id) return
    this.#client = client
    this.#id = id
    Object.assign(this, { charter: undefined, isChanged: false, refusal: undefined })
    if (client && id) void this.load()
  }

  readonly load = async (): Promise<void> => {
    this.failure = undefined
    this.#host.requestUpdate()
    const id = this.#id!
    try {
      const charter = await this.#client!.charter.read({ id })
      if (id === this.#id) this.charter = charter
    } catch (error) {
      this.failure = (error as CercleClientError).code ?? 'internal'
    }
    this.#host.requestUpdate()
  }

  /** The charter as she signed it; `undefined`: it did not leave, or another text is asked for by now, which is then here. */
  async sign(): Promise<CharterView | undefined> {
    const { charter } = this
    if (this.isBusy || !charter) return undefined
    Object.assign(this, { isBusy: true, refusal: undefined, isChanged: false })
    this.#host.requestUpdate()
    try {
      return (this.charter = await this.#client!.charter.sign(charter))
    } catch (error) {
      const code = (error as CercleClientError).code ?? 'internal'
      if (code !== 'conflict' || !(await this.#readNew(charter))) this.refusal = code === 'conflict' ? 'internal' : code
      return undefined
    } finally {
      this.isBusy = false
      this.#host.requestUpdate()
    }
  }

  /** What takes the place of a text that is no longer asked for; `false` when it does not come. */
  async #readNew({ space }: CharterView): Promise<boolean> {
    try {
      const { items } = await this.#client!.charter.list()
      const next = items.find((item) => item.space?.id === space?.id)
      if (!next) return false
      this.charter = await this.#client!.charter.read({ id: next.id })
      this.isChanged = true
      return true
    } catch {
      return false
    }
  }
}
