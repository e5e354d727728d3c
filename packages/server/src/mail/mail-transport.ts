/** A mail ready to leave. Subject and text hold no member's text (R47). */
export interface OutgoingMail {
  /** Stable: the same mail tried twice carries the same Message-ID. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  /** The sign-in code, in mails that carry one: the demo's mailbox shows it apart. Never logged. */
  code?: string
  /** Where this and its like are stopped, by one POST without a sign-in (RFC 8058). */
  stopUrl?: string
}

/** Where mails go: SMTP, or the demo's mailbox. Rejects when the mail was not taken. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
