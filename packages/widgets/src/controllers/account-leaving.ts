import type { ReactiveElement } from 'lit'
import type { OutboxEntry } from '@cercle/sdk/outbox'
import { ask } from '../context/give.ts'
import { outboxContext, type OutboxSource } from '../context/outbox.ts'

/** Signing out erases what was not sent: for a host that asks before. */
export class AccountLeaving {
  /** How many messages wait; set while it is asked. */
  unsent = 0
  readonly #host: ReactiveElement
  #source: OutboxSource | undefined

  constructor(host: ReactiveElement) {
    this.#host = host
  }

  /** Opens what this member left, so that it is known, sent if it can be, and erased when she goes. */
  watch(member: string): void {
    ask(this.#host, outboxContext, (source) => (this.#source = source))
    void this.#waiting(member)
  }

  /** `true`: she may go, nothing waits. */
  async ask(member: string): Promise<boolean> {
    this.unsent = (await this.#waiting(member)).length
    this.#host.requestUpdate()
    return this.unsent === 0
  }

  stay(): void {
    this.unsent = 0
    this.#host.requestUpdate()
  }

  /** What cannot be read holds nobody back. */
  async #waiting(member: string): Promise<OutboxEntry[]> {
    return (
      this.#source?.(member)
        .then((outbox) => outbox.list())
        .catch(() => []) ?? []
    )
  }
}
