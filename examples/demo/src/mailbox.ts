import type { Clock, MailTransport, OutgoingMail } from '@cercle/server'

/** A mail as `/dev/mail.json` gives it; `code` is `null` in mails that carry none, `at` the demo's time when it arrived (ISO 8601). */
export interface ReceivedMail {
  id: string
  to: string
  subject: string
  text: string
  html: string
  code: string | null
  at: string
}

const KEPT = 500

/** Where the demo's mails go: no farther than the memory of this process, and gone with it. */
export class Mailbox implements MailTransport {
  #mails: ReceivedMail[] = []
  #clock: Clock
  constructor(clock: Clock) {
    this.#clock = clock
  }

  async send({ id, to, subject, text, html, code }: OutgoingMail): Promise<void> {
    // The same mail tried twice arrives once, as in any mail program that knows its Message-ID.
    if (this.#mails.some((mail) => mail.id === id)) return
    this.#mails.unshift({ id, to, subject, text, html, code: code ?? null, at: new Date(this.#clock.now()).toISOString() })
    this.#mails.length = Math.min(this.#mails.length, KEPT)
  }

  /** Newest first; with `to`, only those of that address, whatever its case. */
  list(to?: string): ReceivedMail[] {
    const address = to?.trim().toLowerCase()
    return address ? this.#mails.filter((mail) => mail.to.toLowerCase() === address) : [...this.#mails]
  }

  empty(): void {
    this.#mails = []
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.empty()
  }
}
