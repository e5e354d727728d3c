import type { ReactiveControllerHost } from 'lit'
import type { CercleClientError } from '@cercle/sdk'

/** A line that takes longer is as good as cut, in ms. */
const LIMIT = 30_000

/** One send at a time for its host, and why the last one failed. What is sent names its id, so that it may always be sent again. */
export class Send {
  isSending = false
  /** `aborted` is told as a line that was cut: nobody else gives these calls up. */
  failure: CercleClientError | undefined
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Gives what came back, or `undefined` when it failed or another send is under way. */
  async run<Answer>(send: (options: { signal: AbortSignal }) => Promise<Answer>): Promise<Answer | undefined> {
    if (this.isSending) return undefined
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), LIMIT)
    this.isSending = true
    this.failure = undefined
    this.#host.requestUpdate()
    try {
      return await send({ signal: controller.signal })
    } catch (error) {
      this.failure = error as CercleClientError
      return undefined
    } finally {
      clearTimeout(timer)
      this.isSending = false
      this.#host.requestUpdate()
    }
  }

  /** The failure is of the past. */
  clear(): void {
    this.failure = undefined
    this.#host.requestUpdate()
  }
}
