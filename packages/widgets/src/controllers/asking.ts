import type { ReactiveControllerHost } from 'lit'
import type { CercleClientError, ClientErrorCode } from '@cercle/sdk'

/** An answer that a host shows: asked once for each question, and again on demand. The last question counts. */
export class Asking<Value> {
  value: Value | undefined
  failure: ClientErrorCode | undefined
  isLoading = false
  readonly #host: ReactiveControllerHost
  #ask: (() => Promise<Value>) | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** What is shown stays until the answer is there. */
  async show(ask: () => Promise<Value>): Promise<void> {
    this.#ask = ask
    this.isLoading = true
    this.failure = undefined
    this.#host.requestUpdate()
    try {
      const value = await ask()
      if (ask === this.#ask) this.value = value
    } catch (error) {
      if (ask === this.#ask) this.failure = (error as CercleClientError).code ?? 'internal'
    } finally {
      if (ask === this.#ask) this.isLoading = false
      this.#host.requestUpdate()
    }
  }

  readonly again = async (): Promise<void> => {
    const ask = this.#ask
    if (ask) await this.show(() => ask())
  }
}
