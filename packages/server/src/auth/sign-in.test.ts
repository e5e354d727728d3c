import { createHash, randomInt, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askCode, enter, type AskedCode } from '../../test/asked-code.ts'
import { caller, type CallerOptions } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

const MINUTE = 60_000
/** How many are tried here; 10,000 by `npm run drill -- guesses`. */
const GUESSES = Number(process.env.CERCLE_GUESSES ?? 200)

let server: TestServer
const seed = communitySeed()
const twin = communitySeed({ language: 'en-CA', name: 'Network' })
const c = seed.slug
const email = (name: string, community = c) => `${name}@${community}.example`
let siteA: string
let siteB: string
const at = (site: string): CallerOptions => ({ site })
const wrong = (code: string) => code.replace(/./g, (digit) => String((Number(digit) + 1) % 10))

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  await server.server.seed(twin)
  const sites = await server.owner
    .selectFrom('site')
    .innerJoin('community', 'community.id', 'site.community_id')
    .where('community.slug', '=', c)
    .select(['site.id', 'site.name'])
    .execute()
  siteA = sites.find(({ name }) => name === 'Site A')!.id
  siteB = sites.find(({ name }) => name === 'Site B')!.id
})
afterAll(() => server?.[Symbol.asyncDispose]())

const ask = (address: string, options: CallerOptions = {}) =>
  caller(server.url, c, options).mutate('auth.requestCode', { email: address })
const tryCode = (loginId: string, code: string, options: CallerOptions = {}, community = c) =>
  caller(server.url, community, options).mutate('auth.signIn', { loginId, code })
const logins = () => server.owner.selectFrom('login').selectAll().execute()

describe('asking a code', () => {
  test('gives the same answer to everybody, writes a row for everybody, and mails those who may come in', async () => {
    const names = ['nobody', 'suspended', 'removed', 'orphan', 'pending', 'member']
    const before = server.mails.length
    const answers = []
    for (const name of [...names, 'member@elsewhere']) {
      answers.push(await ask(name.includes('@') ? email('member', twin.slug) : email(name)))
    }
    await vi.waitFor(() => expect(server.mails.map(({ to }) => to)).toContain(email('member')))
    const shape = ({ data, status }: { data: object; status: number }) => [status, Object.keys(data)]
    expect(new Set(answers.map((answer) => JSON.stringify(shape(answer))))).toEqual(new Set(['[200,["loginId","expiresAt"]]']))
    expect(new Set(answers.map(({ text }) => text.length)).size).toBe(1)
    const rows = await logins()
    const persons = answers.map(({ data }) => rows.find(({ id }) => id === data.loginId)!.person_id !== null)
    expect(persons).toEqual([false, false, false, false, true, true, false])
    const come = server.mails.slice(0, server.mails.length - before)
    const mailed = come.flatMap(({ to, code }) => (code === undefined ? [] : [to]))
    expect(mailed.sort()).toEqual([email('member'), email('pending')])
  })

  test('asks the database the same for an address nobody has', async () => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    const textOf = (query: unknown) => (typeof query === 'string' ? query : (query as { text: string }).text)
    /** Those of the request's own transaction: the server's other work goes on beside it. */
    const statementsOf = async (address: string) => {
      spy.mockClear()
      await ask(address, at(siteA))
      const { calls, contexts } = spy.mock
      const opening = calls.findIndex(([query]: unknown[]) => (query as { name?: string }).name === 'become_auth')
      const texts = calls.flatMap(([query]: unknown[], n) =>
        n >= opening && contexts[n] === contexts[opening] ? [textOf(query)] : [],
      )
      return texts.slice(0, texts.indexOf('commit') + 1)
    }
    const known = await statementsOf(email('member'))
    const unknown = await statementsOf(email('nobody'))
    spy.mockRestore()
    expect(known.some((text) => text.startsWith('insert into "login"'))).toBe(true)
    expect(unknown).toEqual(known)
  })

  test('holds the code as a hash only', async () => {
    const { loginId, code } = await askCode(server, c, email('member'))
    const row = (await logins()).find(({ id }) => id === loginId)!
    expect(
      row.code_hash.equals(
        createHash('sha256')
          .update(loginId + code)
          .digest(),
      ),
    ).toBe(true)
    expect(JSON.stringify(row)).not.toContain(code)
    expect(code).toMatch(/^\d{8}$/)
  })

  test('forgives capitals and spaces around the address', async () => {
    const { mail, loginId, code } = await askCode(server, c, `  ${email('Member').toUpperCase()} `)
    expect(mail.to).toBe(email('member'))
    expect((await tryCode(loginId, code)).status).toBe(200)
  })

  test('names in the mail the site that asked, else the community, in its language, and never in the subject', async () => {
    const site = await askCode(server, c, email('member'), at(siteA))
    expect(site.mail).toMatchObject({ subject: 'Votre code d’entrée', text: expect.stringContaining('«\u00a0Site A\u00a0»') })
    expect(site.mail.text).toContain(`${site.code.slice(0, 4)} ${site.code.slice(4)}`)
    expect(site.mail.id).not.toBe(site.loginId)
    const own = await askCode(server, twin.slug, email('member', twin.slug))
    expect(own.mail).toMatchObject({ subject: 'Your sign-in code', text: expect.stringContaining('“Network”') })
  })

  test('is refused to a site that this community does not have', async () => {
    const answer = await ask(email('member'), at(randomUUID()))
    expect(answer.error).toMatchObject({ code: 'invalid', fields: [{ path: 'cercle-site', reason: 'not_allowed' }] })
  })

  test('tells which field does not fit', async () => {
    expect((await ask('pas une adresse')).error).toMatchObject({ code: 'invalid', fields: [{ path: 'email' }] })
    const { error } = await tryCode('x', '12')
    expect(error?.fields?.map(({ path }) => path)).toEqual(['loginId', 'code'])
  })
})

describe('entering a code', () => {
  test('opens a session: 10 minutes, 30 days', async () => {
    const { loginId, code } = await askCode(server, c, email('member'))
    const now = server.clock.now()
    const { data } = await tryCode(loginId, `${code.slice(0, 4)} ${code.slice(4)} `)
    expect(Date.parse(data.accessExpiresAt) - now).toBeGreaterThanOrEqual(10 * MINUTE)
    expect(Date.parse(data.refreshExpiresAt) - Date.parse(data.accessExpiresAt)).toBe((30 * 24 * 60 - 10) * MINUTE)
    const current = await caller(server.url, c, { tokens: data }).query('communities.current')
    expect(current.data.viewer).toMatchObject({ name: 'Fatou', status: 'active' })
  })

  test('lets a pending person in as pending', async () => {
    const pending = await enter(server, c, email('pending'))
    expect((await pending.query('communities.current')).data.viewer).toMatchObject({ status: 'pending' })
  })

  test('stores no token, only hashes', async () => {
    const { tokens } = await enter(server, c, email('other'))
    const row = await server.owner
      .selectFrom('session')
      .where('access_hash', '=', createHash('sha256').update(tokens!.access).digest())
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(Buffer.from(tokens!.access, 'base64url')).toHaveLength(32)
    expect(row.refresh_hash.equals(createHash('sha256').update(tokens!.refresh).digest())).toBe(true)
  })

  test('gives one refusal, to the byte, whatever is wrong', async () => {
    const asked = await askCode(server, c, email('member'), at(siteA))
    const nobody = (await ask(email('nobody'))).data.loginId as string
    const used = await askCode(server, c, email('other'))
    await tryCode(used.loginId, used.code)
    const leaver = await askCode(server, c, email('restricted'))
    await server.owner.updateTable('member').set({ status: 'removed' }).where('name', '=', 'Josée').execute()
    const old = await askCode(server, c, email('facilitator'))
    const answers = [
      await tryCode(asked.loginId, wrong(asked.code), at(siteA)),
      await tryCode(asked.loginId, asked.code, at(siteB)),
      await tryCode(asked.loginId, asked.code),
      await tryCode(asked.loginId, asked.code, {}, twin.slug),
      await tryCode(used.loginId, used.code),
      await tryCode(used.loginId, asked.code),
      await tryCode(leaver.loginId, leaver.code),
      await tryCode(nobody, '12345678'),
      await tryCode(randomUUID(), asked.code),
    ]
    server.clock.advance(15 * MINUTE)
    answers.push(await tryCode(old.loginId, old.code))
    await server.owner.updateTable('member').set({ status: 'active' }).where('name', '=', 'Josée').execute()
    expect(new Set(answers.map(({ text, status }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]!.error).toMatchObject({
      code: 'invalid',
      httpStatus: 400,
      fields: [{ path: 'code', reason: 'not_allowed' }],
    })
    expect((await server.owner.selectFrom('session').where('site_id', '=', siteA).selectAll().execute()).length).toBe(0)
  })

  test('a member of a removed organisation is refused like the others', async () => {
    const { loginId, code } = await askCode(server, twin.slug, email('member', twin.slug))
    const organisation = server.owner.updateTable('organisation').where('name', '=', 'Maison Lumen')
    await organisation.set({ removed_at: new Date() }).execute()
    const refused = await tryCode(loginId, code, {}, twin.slug)
    await organisation.set({ removed_at: null }).execute()
    expect(refused.error).toMatchObject({ code: 'invalid', fields: [{ path: 'code', reason: 'not_allowed' }] })
  })

  test('works at the fifth try and no more at the sixth', async () => {
    const lucky = await askCode(server, c, email('member'))
    for (let tries = 0; tries < 4; tries++) expect((await tryCode(lucky.loginId, wrong(lucky.code))).status).toBe(400)
    expect((await tryCode(lucky.loginId, lucky.code)).status).toBe(200)
    const unlucky = await askCode(server, c, email('member'))
    for (let tries = 0; tries < 5; tries++) expect((await tryCode(unlucky.loginId, wrong(unlucky.code))).status).toBe(400)
    expect((await tryCode(unlucky.loginId, unlucky.code)).status).toBe(400)
  })

  test('twenty wrong tries at once count as five', async () => {
    const { loginId, code } = await askCode(server, c, email('member'))
    await Promise.all(Array.from({ length: 20 }, () => tryCode(loginId, wrong(code))))
    expect((await logins()).find(({ id }) => id === loginId)!.tries).toBe(5)
    expect((await tryCode(loginId, code)).status).toBe(400)
  })

  test('the same code at once from five places opens one session', async () => {
    const { loginId, code } = await askCode(server, c, email('member'))
    const answers = await Promise.all(Array.from({ length: 5 }, () => tryCode(loginId, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ error }) => error?.code === 'invalid')).toHaveLength(4)
  })

  test(`${GUESSES} guesses, the right ones among them after the fifth of each code, find nothing`, async () => {
    const sessions = () => server.owner.selectFrom('session').select('id').orderBy('id').execute()
    const before = await sessions()
    const asked: AskedCode[] = []
    // As many codes as one address is sent in an hour.
    for (let codes = 0; codes < 5; codes++) asked.push(await askCode(server, c, email('member')))
    const answers: string[] = []
    const guess = async (loginId: string, code: string) => {
      const { status, text } = await tryCode(loginId, code)
      answers.push(`${status} ${text}`)
    }
    for (const { loginId, code } of asked) for (let tries = 0; tries < 5; tries++) await guess(loginId, wrong(code))
    for (let n = answers.length; n < GUESSES; n += 20) {
      const together = Array.from({ length: Math.min(20, GUESSES - n) }, (_, index) => {
        const { loginId, code } = asked[index % asked.length]!
        return guess(loginId, (n + index) % 7 === 0 ? code : String(randomInt(1e8)).padStart(8, '0'))
      })
      await Promise.all(together)
    }
    expect(answers).toHaveLength(GUESSES)
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^400 .*"not_allowed"/)
    expect(await sessions()).toEqual(before)
  })

  test('works after a scanner of mail has been through the mail', async () => {
    const { loginId, code, mail } = await askCode(server, c, email('member'))
    // There is nothing to follow; so it tries what is around, with everything that the mail and the page know.
    expect(`${mail.text} ${mail.html}`).not.toMatch(/https?:|href|src=/)
    const input = encodeURIComponent(JSON.stringify({ loginId, code }))
    const addresses = [
      `/c/${c}`,
      `/c/${c}?code=${code}&loginId=${loginId}`,
      `/c/${c}/trpc/auth.signIn?input=${input}`,
      `/c/${c}/trpc/auth.signIn?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { loginId, code } }))}`,
      `/frame/a.example/account?community=${c}&code=${code}`,
    ]
    for (let time = 0; time < 20; time++) {
      const address = server.url + addresses[time % addresses.length]!
      for (const method of ['GET', 'HEAD']) expect(await (await fetch(address, { method })).text()).not.toContain('"access"')
    }
    expect((await logins()).find(({ id }) => id === loginId)).toMatchObject({ tries: 0, used_at: null })
    expect((await tryCode(loginId, code)).status).toBe(200)
  })
})
