import { vi, expect } from 'vitest'
import { uuidv7 } from '../src/ids.ts'
import type { OutgoingMail } from '../src/mail/mail-transport.ts'
import { caller } from './caller.ts'
import type { TestServer } from './server.ts'

/** What whoever asks to come in writes; `change` may add to it. */
export const asking = (email: string, change: object = {}) => ({
  id: uuidv7(Date.now()),
  name: 'Ines',
  email,
  reason: 'Je suis seule à faire ce travail.',
  ...change,
})

/** Asks, and reads the mail that this very asking brought. */
export async function askToJoin(server: TestServer, slug: string, email: string, change: object = {}) {
  const before = mailsTo(server, email).length
  const input = asking(email, change)
  const outcome = await caller(server.url, slug).mutate('joining.ask', input)
  const mail = await nextMail(server, email, before)
  return { outcome, input, mail, token: tokenIn(mail) }
}

export const mailsTo = (server: TestServer, address: string): OutgoingMail[] => server.mails.filter(({ to }) => to === address)

/** The newest mail to an address, once there are more than `before`. */
export const nextMail = (server: TestServer, address: string, before: number): Promise<OutgoingMail> =>
  vi.waitFor(
    () => {
      const mails = mailsTo(server, address)
      expect(mails.length).toBeGreaterThan(before)
      return mails[0]!
    },
    { timeout: 10_000 },
  )

/** The secret in the link of a mail; empty: it holds none. */
export const tokenIn = ({ text }: OutgoingMail): string => /\/join\/[ri]\/([\w-]{43})/u.exec(text)?.[1] ?? ''
