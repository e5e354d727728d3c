import type { Outbox, OutboxOptions } from '@cercle/sdk/outbox'
import type { OutboxSource } from '../context/outbox.ts'

/** What the members of one site have written and not sent yet, in this browser. Its code is fetched when it is first asked for. */
export class SiteOutbox {
  readonly #options: Omit<OutboxOptions, 'member'>
  readonly #opened = new Map<string, Promise<Outbox>>()

  constructor(options: Omit<OutboxOptions, 'member'>) {
    this.#options = options
  }

  readonly open: OutboxSource = (member) => {
    const known = this.#opened.get(member)
    if (known) return known
    const opening = import('@cercle/sdk/outbox').then(({ createOutbox }) => createOutbox({ ...this.#options, member }))
    this.#opened.set(member, opening)
    opening.catch(() => this.#opened.delete(member))
    return opening
  }

  /** Signing out leaves nothing of what was to be sent. */
  async erase(): Promise<void> {
    const opened = [...this.#opened.values()]
    this.#opened.clear()
    for (const opening of opened)
      await opening.then(async (outbox) => outbox.clear().finally(() => outbox.close())).catch(() => undefined)
  }
}
