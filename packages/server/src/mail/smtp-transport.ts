import { createTransport } from 'nodemailer'
import type { MailTransport, OutgoingMail } from './mail-transport.ts'

const SECOND = 1000
/** A server that trickles its replies is noticed by no socket timeout, so the whole of a mail has a limit too. */
const MAIL_TIMEOUT = 30 * SECOND

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; `?requireTLS=true` refuses a server without encryption. */
  url: string
  /** The sender, `Cercle <cercle@site.example>`; absent: `cercle@` the host of `publicUrl`. */
  from?: string | undefined
  /** Where Cercle is reached. */
  publicUrl: string
  /** How long disposing waits for mails on their way, in milliseconds. */
  patience?: number
}

/** Mail programs show a button for these, which asks nothing and follows no link (RFC 8058). */
const stopHeaders = (url: string | undefined) =>
  url === undefined ? {} : { 'list-unsubscribe': `<${url}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }

/** Hands mails to an SMTP server; `send` rejects when it did not take the mail. */
export function createSmtpTransport({ url, from, publicUrl, patience = 5 * SECOND }: SmtpOptions): MailTransport {
  const sender = from ?? `Cercle <cercle@${new URL(publicUrl).hostname}>`
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxRequeues: 1,
    idleTimeout: 20 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = sender.slice(sender.lastIndexOf('@') + 1).replace(/>\s*$/, '')
  const closing = new AbortController()
  const onTheirWay = new Set<Promise<unknown>>()

  async function send({ id, to, subject, text, html, stopUrl }: OutgoingMail): Promise<void> {
    const sending = transport.sendMail({
      from: sender,
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${domain}>`,
      // Out-of-office replies would go nowhere.
      headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All', ...stopHeaders(stopUrl) },
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(MAIL_TIMEOUT)]),
    })
    onTheirWay.add(sending)
    try {
      await sending
    } finally {
      onTheirWay.delete(sending)
    }
  }

  return {
    send,
    async [Symbol.asyncDispose]() {
      const giveUp = setTimeout(() => closing.abort(), patience)
      await Promise.allSettled(onTheirWay)
      clearTimeout(giveUp)
      transport.close()
    },
  }
}
