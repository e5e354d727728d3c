import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Withdrawal } from '@cercle/sdk'

/** Until when a withdrawn text may be put back, for its host; it is told when that time is over. */
export class ThreadWithdrawal implements ReactiveController {
  #withdrawal: Withdrawal | undefined
  readonly #host: ReactiveControllerHost
  readonly #over: (gone: boolean) => void
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `over`: it cannot be put back any more; `gone`: nothing stays where it stood. */
  constructor(host: ReactiveControllerHost, over: (gone: boolean) => void) {
    this.#host = host
    this.#over = over
    host.addController(this)
  }

  /** It can still be put back. */
  get isOpen(): boolean {
    return this.#withdrawal !== undefined
  }

  /** Nothing stays where it stood, or will stay. */
  get isGone(): boolean {
    return this.#withdrawal?.gone ?? false
  }

  hostConnected(): void {
    if (this.#withdrawal) this.begin(this.#withdrawal)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }

  begin(withdrawal: Withdrawal): void {
    this.#withdrawal = withdrawal
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#end, Date.parse(withdrawal.restorableUntil) - Date.now())
    this.#host.requestUpdate()
  }

  /** It is back. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#withdrawal = undefined
    this.#host.requestUpdate()
  }

  readonly #end = (): void => {
    const gone = this.isGone
    this.clear()
    this.#over(gone)
  }
}
