import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askCode, enter } from '../../test/asked-code.ts'
import { caller } from '../../test/caller.ts'
import { openStream } from '../../test/live-reader.ts'
import { makeKey, PartnerSite } from '../../test/partner-site.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let server: TestServer
let partner: PartnerSite
const seed = communitySeed()
const c = seed.slug
const email = (name: string) => `${name}@${c}.example`

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  const facilitator = await enter(server, c, email('facilitator'))
  const { data } = await facilitator.query('organisations.sites')
  const { id: site } = data.items.find(({ name }: { name: string }) => name === 'Site A')
  partner = new PartnerSite(server, c, { key: await makeKey('first'), site })
  const { key, issuer } = partner
  await facilitator.mutate('organisations.setSignIn', { site, issuer, keys: [key.jwk] })
})
afterAll(() => server?.[Symbol.asyncDispose]())

const at = (access?: { access: string }) => caller(server.url, c, { site: partner.site, tokens: access as never })
const slugsOf = async (tokens: { access: string }): Promise<string[]> =>
  (await at(tokens).query('spaces.list')).data.items.map(({ slug }: { slug: string }) => slug)

/** Enters for the first time, with the code that says whose account it is. */
async function enterFirst(sub: string, name: string) {
  const { link } = (await partner.bring(sub)).data
  const { loginId, code } = await askCode(server, c, email(name), { site: partner.site })
  return at().mutate('auth.signIn', { loginId, code, link })
}

/** Gives the code that went to her own address. */
async function prove(tokens: { access: string }, name: string): Promise<void> {
  const before = server.mails.length
  const { loginId } = (await at(tokens).mutate('auth.requestProof')).data
  const { code } = await vi.waitFor(() => {
    const come = server.mails.slice(0, server.mails.length - before)
    const found = come.find(({ to, code }) => to === email(name) && code !== undefined)
    expect(found).toBeDefined()
    return found!
  })
  expect((await at(tokens).mutate('auth.prove', { loginId, code })).data).toEqual({ done: true })
}

describe('a visitor whom the site brings', () => {
  test('is asked for a code the first time, whatever address the site says, and then for none', async () => {
    const first = await partner.bring('u-1', { email: ` ${email('restricted').toUpperCase()} ` })
    expect(first.data).toEqual({ known: false, link: expect.any(String), email: email('restricted') })
    expect((await server.owner.selectFrom('session').where('by_site', '=', true).selectAll().execute()).length).toBe(0)
    const entered = await enterFirst('u-1', 'restricted')
    expect(entered.data.limited).toBeUndefined()
    const again = await partner.bring('u-1')
    expect(again.data).toEqual({ known: true, tokens: expect.objectContaining({ limited: true }) })
    expect((await at(again.data.tokens).query('communities.current')).data.viewer).toMatchObject({ name: 'Josée' })
  })

  test('reads what all members read, and what is restricted once a code confirms it, for 30 days', async () => {
    const confirmed = (await enterFirst('u-2', 'restricted')).data
    expect(await slugsOf(confirmed)).toContain('laval')
    const { tokens } = (await partner.bring('u-2')).data
    expect(await slugsOf(tokens)).toEqual(['accueil', 'entraide', 'nouvelles'])
    await prove(tokens, 'restricted')
    expect(await slugsOf(tokens)).toContain('laval')
    let { refresh } = tokens
    for (let days = 0; days < 30; days += 10) {
      server.clock.advance(10 * DAY)
      const renewed = (await at().mutate('auth.refresh', { refresh })).data.tokens
      refresh = renewed.refresh
      expect(renewed.limited).toBe(days < 20 ? undefined : true)
      expect((await slugsOf(renewed)).includes('laval')).toBe(days < 20)
    }
  })

  test('does not facilitate before a code confirms it', async () => {
    await enterFirst('u-boss', 'facilitator')
    const { tokens } = (await partner.bring('u-boss')).data
    expect((await at(tokens).query('communities.current')).data.viewer).toMatchObject({ name: 'Marie', facilitates: false })
    for (const [path, input] of [
      ['members.people', {}],
      ['organisations.sites', undefined],
      ['organisations.switchSignIn', { site: partner.site, on: true }],
    ] as const)
      expect((await at(tokens).mutate(path, input)).error?.code).toBe('forbidden')
  })

  test('is not confirmed by the code of another person', async () => {
    await enterFirst('u-3', 'member')
    const { tokens } = (await partner.bring('u-3')).data
    const { loginId, code } = await askCode(server, c, email('restricted'), { site: partner.site })
    const { error } = await at(tokens).mutate('auth.prove', { loginId, code })
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path: 'code' }] })
    expect(
      await server.owner.selectFrom('session').select('id').where('by_site', '=', true).where('proved_at', 'is', null).execute(),
    ).not.toEqual([])
  })

  test('a link serves once, for its site, and 30 minutes', async () => {
    const bySite = () => server.owner.selectFrom('session').where('by_site', '=', true).select('id').execute()
    const before = (await bySite()).length
    const { link } = (await partner.bring('u-late')).data
    const enterWith = async (given: string, options: object) => {
      const { loginId, code } = await askCode(server, c, email('member'), options)
      return caller(server.url, c, options).mutate('auth.signIn', { loginId, code, link: given })
    }
    expect((await enterWith(link, {})).status).toBe(200)
    server.clock.advance(31 * MINUTE)
    expect((await enterWith(link, { site: partner.site })).status).toBe(200)
    expect((await bySite()).length).toBe(before)
    expect((await partner.bring('u-late')).data.known).toBe(false)
  })

  test('who may no longer come in is refused as any forged word is', async () => {
    await enterFirst('u-4', 'other')
    await server.owner.updateTable('member').set({ status: 'removed' }).where('name', '=', 'Kim').execute()
    const { error } = await partner.bring('u-4')
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path: 'assertion', reason: 'not_allowed' }] })
    await server.owner.updateTable('member').set({ status: 'active' }).where('name', '=', 'Kim').execute()
  })

  test.each(['ES256', 'RS256'] as const)('is vouched for with %s too', async (alg) => {
    const key = await makeKey(alg, alg)
    const { site, issuer } = partner
    const desk = await enter(server, c, email('facilitator'))
    await desk.mutate('organisations.setSignIn', { site, issuer, keys: [partner.key.jwk, key.jwk] })
    const { nonce, ticket } = (await partner.ask()).data
    const assertion = await partner.sign(partner.claims(nonce, 'u-1'), { key })
    expect((await partner.enter(ticket, assertion)).data).toMatchObject({ known: true })
  })
})

describe('the switch', () => {
  test('ends within a second what the site opened, closes its streams, and opens again', async () => {
    const desk = await enter(server, c, email('facilitator'))
    const confirmed = (await enterFirst('u-5', 'member')).data
    const { tokens } = (await partner.bring('u-5')).data
    const own = await enter(server, c, email('member'), { site: partner.site })
    await using stream = await openStream(server.url, c, tokens.access, undefined, partner.site)
    await stream.next('ready')
    const started = performance.now()
    expect((await desk.mutate('organisations.switchSignIn', { site: partner.site, on: false })).data.signIn.enabled).toBe(false)
    await stream.closed
    expect(performance.now() - started).toBeLessThan(1000)
    for (const ended of [confirmed, tokens]) {
      expect((await at(ended).query('spaces.list')).error?.code).toBe('unauthorized')
      expect((await at().mutate('auth.refresh', { refresh: ended.refresh })).error?.code).toBe('unauthorized')
    }
    expect((await own.query('spaces.list')).status).toBe(200)
    expect((await partner.ask()).error?.code).toBe('invalid')
    await desk.mutate('organisations.switchSignIn', { site: partner.site, on: true })
    expect((await partner.bring('u-5')).data).toMatchObject({ known: true })
  })
})
