/**
 * What a failure to hand over a mail means. `outage`: no mail would get through now · `later`: this one may, another time · `bounced`: there is no
 * such address · `refused`: this one never will.
 */
export type MailFault = 'outage' | 'later' | 'bounced' | 'refused'

interface SmtpError {
  code?: unknown
  command?: unknown
  responseCode?: unknown
  response?: unknown
}

/** Before the first word about a mail the line itself is what failed. */
const beforeMail = new Set(['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS'])
const ofTheLine = new Set(['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY'])

/** RFC 3463: the digits after the class, `1.1` of `550 5.1.1 no such user`. */
const detailOf = (response: unknown): string | undefined => /^\d{3}[ -]\d\.(\d{1,3}\.\d{1,3})\b/.exec(String(response))?.[1]

/** Reads what the SMTP client or the mail server said. Anything unknown is tried again later. */
export function faultOf(error: unknown): MailFault {
  const { code, command, responseCode, response } = error as SmtpError
  if (responseCode === 421) return 'outage' // the server is closing
  if (typeof command === 'string' && (beforeMail.has(command) || command.startsWith('AUTH'))) return 'outage'
  if (typeof responseCode !== 'number') return ofTheLine.has(String(code)) ? 'outage' : 'later'
  if (responseCode < 500) return 'later'
  const detail = detailOf(response)
  if (responseCode === 552 || detail === '2.2') return 'later' // her box is full
  const isOfRecipient = command === 'RCPT TO' && [550, 551, 553, 554].includes(responseCode)
  return isOfRecipient && (detail === undefined || /^(?:1\.|2\.1$)/.test(detail)) ? 'bounced' : 'refused'
}
