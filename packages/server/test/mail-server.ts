import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedBySmtp {
  from: string
  to: string[]
  raw: string
}

export interface MailServer extends AsyncDisposable {
  received: ReceivedBySmtp[]
  url: string
  /** Answers to the recipient with an error: `550 5.1.1 no such box`. */
  refusals: Map<string, { code: number; words: string }>
  /** Closes it and cuts every line. */
  close(): Promise<void>
  /** Opens it again at the same address. */
  reopen(): Promise<void>
}

/** A real SMTP server on a free port of this machine, which keeps what it takes. */
export async function mailServer(): Promise<MailServer> {
  const received: ReceivedBySmtp[] = []
  const refusals: MailServer['refusals'] = new Map()
  const make = () =>
    new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      closeTimeout: 1,
      onRcptTo({ address }, _session, callback) {
        const refusal = refusals.get(address)
        callback(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null)
      },
      onData(stream, session, callback) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          const from = mailFrom === false ? '' : mailFrom.address
          received.push({ from, to: rcptTo.map((one) => one.address), raw: Buffer.concat(chunks).toString('utf8') })
          callback()
        })
      },
    }).on('error', () => {})
  let server = make()
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
  }
  await listen(0)
  const { port } = server.server.address() as AddressInfo
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    received,
    refusals,
    url: `smtp://127.0.0.1:${port}`,
    close,
    async reopen() {
      server = make()
      await listen(port)
      isOpen = true
    },
    [Symbol.asyncDispose]: close,
  }
}

/** The Message-ID of a mail, as it came. */
export const messageIdOf = ({ raw }: ReceivedBySmtp): string | undefined => /^Message-ID: (.+)\r$/im.exec(raw)?.[1]
