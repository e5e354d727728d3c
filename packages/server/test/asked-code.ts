import { expect, vi } from 'vitest'
import type { OutgoingMail } from '../src/mail/mail-transport.ts'
import { caller, type CallerOptions } from './caller.ts'
import type { TestServer } from './server.ts'

export interface AskedCode {
  loginId: string
  code: string
  mail: OutgoingMail
}

/** Asks a code for a person who is let in, and reads the mail of this very asking: an earlier one to the same address is not taken for it. */
export async function askCode(
  server: TestServer,
  community: string,
  email: string,
  options: CallerOptions = {},
): Promise<AskedCode> {
  const before = server.mails.length
  const { data, text } = await caller(server.url, community, options).mutate('auth.requestCode', { email })
  if (!data) throw new Error(`no code was given: ${text}`)
  // news of other things may leave meanwhile
  const mail = await vi.waitFor(() => {
    const come = server.mails.slice(0, server.mails.length - before)
    const found = come.find(({ to, code }) => to === email.trim().toLowerCase() && code !== undefined)
    expect(found).toBeDefined()
    return found!
  }, 10_000)
  return { loginId: data.loginId, code: mail.code!, mail }
}

/** Signs the same person in as often as one likes; answers with her tokens in hand. */
export async function enter(server: TestServer, community: string, email: string, options: CallerOptions = {}) {
  const { loginId, code } = await askCode(server, community, email, options)
  const { data, text } = await caller(server.url, community, options).mutate('auth.signIn', { loginId, code })
  if (!data) throw new Error(`sign-in refused: ${text}`)
  return caller(server.url, community, { ...options, tokens: data })
}
