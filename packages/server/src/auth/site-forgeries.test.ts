import { createHmac, randomUUID } from 'node:crypto'
import { base64url, exportJWK, exportSPKI, importJWK, type CryptoKey } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askCode, enter } from '../../test/asked-code.ts'
import { caller } from '../../test/caller.ts'
import { makeKey, PartnerSite, type PartnerKey } from '../../test/partner-site.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

const SUB = 'u-1'
let server: TestServer
let partner: PartnerSite
let elsewhere: PartnerSite
const [seed, twin] = [communitySeed(), communitySeed()]

/** A site whose word is taken, and who has brought somebody once. */
async function partnerOf(slug: string, key: PartnerKey): Promise<PartnerSite> {
  const facilitator = await enter(server, slug, `facilitator@${slug}.example`)
  const { data } = await facilitator.query('organisations.sites')
  const { id: site } = data.items.find(({ name }: { name: string }) => name === 'Site A')
  const made = new PartnerSite(server, slug, { key, site })
  await facilitator.mutate('organisations.setSignIn', { site, issuer: made.issuer, keys: [key.jwk] })
  const { link } = (await made.bring(SUB)).data
  const { loginId, code } = await askCode(server, slug, `member@${slug}.example`, { site })
  await made.frame.mutate('auth.signIn', { loginId, code, link })
  return made
}

beforeAll(async () => {
  server = await testServer()
  for (const one of [seed, twin]) await server.server.seed(one)
  partner = await partnerOf(seed.slug, await makeKey('first'))
  elsewhere = await partnerOf(twin.slug, await makeKey('first'))
})
afterAll(() => server?.[Symbol.asyncDispose]())

const encode = (value: unknown) => base64url.encode(JSON.stringify(value))
const now = () => Math.floor(server.clock.now() / 1000)
const hmac = (header: object, claims: object, secret: string | Buffer) => {
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
const publicKey = async () => (await importJWK(partner.key.jwk, 'EdDSA', { extractable: true })) as CryptoKey

/** Each makes its word for a nonce; all are refused. */
const forgeries: Record<string, (nonce: string) => Promise<string> | string> = {
  'without a signature (alg none)': (nonce) => `${encode({ alg: 'none' })}.${encode(partner.claims(nonce, SUB))}.`,
  'HS256 with the public key as text': async (nonce) =>
    hmac({ alg: 'HS256', kid: 'first' }, partner.claims(nonce, SUB), await exportSPKI(await publicKey())),
  'HS256 with the public key as bytes': (nonce) =>
    hmac({ alg: 'HS256', kid: 'first' }, partner.claims(nonce, SUB), Buffer.from(partner.key.jwk.x as string, 'base64url')),
  'another issuer': (nonce) => partner.sign(partner.claims(nonce, SUB, { iss: 'https://b.example' })),
  'another audience': (nonce) => partner.sign(partner.claims(nonce, SUB, { aud: elsewhere.audience })),
  'several audiences': (nonce) => partner.sign(partner.claims(nonce, SUB, { aud: [partner.audience, elsewhere.audience] })),
  'another origin': (nonce) => partner.sign(partner.claims(nonce, SUB, { origin: 'http://127.0.0.1:4001' })),
  'another nonce': (nonce) => partner.sign(partner.claims(nonce, SUB, { nonce: randomUUID() })),
  'over since a second': (nonce) => partner.sign(partner.claims(nonce, SUB, { iat: now() - 61, exp: now() - 1 })),
  'good for more than two minutes': (nonce) => partner.sign(partner.claims(nonce, SUB, { exp: now() + 121 })),
  'not good yet': (nonce) => partner.sign(partner.claims(nonce, SUB, { nbf: now() + 40 })),
  'made in the future': (nonce) => partner.sign(partner.claims(nonce, SUB, { iat: now() + 40, exp: now() + 100 })),
  'signed with another key under the same name': async (nonce) =>
    partner.sign(partner.claims(nonce, SUB), { key: await makeKey('first') }),
  'signed with a key of another name': (nonce) => partner.sign(partner.claims(nonce, SUB), { header: { kid: 'second' } }),
  'with another visitor written in': async (nonce) => {
    const [header, , signature] = (await partner.sign(partner.claims(nonce, SUB))).split('.')
    return `${header}.${encode(partner.claims(nonce, 'u-2'))}.${signature}`
  },
  'with a key of its own in the header': async (nonce) => {
    const own = await makeKey('own')
    return partner.sign(partner.claims(nonce, SUB), { key: own, header: { kid: undefined, jwk: own.jwk } })
  },
  'with an address of keys in the header': (nonce) =>
    partner.sign(partner.claims(nonce, SUB), { header: { jku: 'https://b.example/keys' } }),
  'with a word in the header that has to be understood': async (nonce) => {
    const { SignJWT } = await import('jose')
    const signing = new SignJWT(partner.claims(nonce, SUB)).setProtectedHeader({
      alg: 'EdDSA',
      kid: 'first',
      crit: ['b64'],
      b64: true,
    })
    return signing.sign(partner.key.secret)
  },
  'without a name of its own': (nonce) => partner.sign(partner.claims(nonce, SUB, { jti: undefined })),
  'without an end': (nonce) => partner.sign(partner.claims(nonce, SUB, { exp: undefined })),
  'without a visitor': (nonce) => partner.sign(partner.claims(nonce, SUB, { sub: undefined })),
  'with the key of another community': (nonce) => partner.sign(partner.claims(nonce, SUB), { key: elsewhere.key }),
  'no JWT at all': () => 'a.b.c',
  'without anything': () => '',
}

let first: string | undefined
test('there are 24 of them', () => expect(Object.keys(forgeries)).toHaveLength(24))

test.each(Object.entries(forgeries))(
  'a word %s gets one refusal, to the byte, and uses the question up',
  async (_what, forge) => {
    const before = await server.owner.selectFrom('session').select('id').orderBy('id').execute()
    const { nonce, ticket } = (await partner.ask()).data
    const { status, text } = await partner.enter(ticket, await forge(nonce))
    first ??= `${status} ${text}`
    expect(`${status} ${text}`).toBe(first)
    expect(status).toBe(400)
    expect(await server.owner.selectFrom('session').select('id').orderBy('id').execute()).toEqual(before)
    const honest = await partner.enter(ticket, await partner.sign(partner.claims(nonce, SUB)))
    expect(`${honest.status} ${honest.text}`).toBe(first)
  },
)

/** What is signed well, and told a second time, elsewhere, or too late. */
test('so does a word that was heard, of another site, without its ticket, or of a site that is switched off', async () => {
  const answers = []
  const used = (await partner.ask()).data
  const word = await partner.sign(partner.claims(used.nonce, SUB))
  expect((await partner.enter(used.ticket, word)).data).toMatchObject({ known: true })
  answers.push(await partner.enter(used.ticket, word))
  const next = (await partner.ask()).data
  answers.push(await partner.enter(next.ticket, word))
  const same = (await partner.ask()).data
  answers.push(
    await partner.enter(same.ticket, await partner.sign(partner.claims(same.nonce, SUB, { jti: `jti-${used.nonce}` }))),
  )
  const stolen = (await partner.ask()).data
  answers.push(await partner.enter(randomUUID(), await partner.sign(partner.claims(stolen.nonce, SUB))))
  const { data } = await caller(server.url, twin.slug, { site: elsewhere.site }).mutate('auth.askSite', {
    origin: partner.origin,
  })
  answers.push(await partner.enter(data.ticket, await partner.sign(partner.claims(data.nonce, SUB))))
  const siteB = await server.owner.selectFrom('site').select('id').where('name', '=', 'Site B').execute()
  const elsewhereHere = caller(server.url, seed.slug, { site: siteB[0]!.id })
  const fresh = (await partner.ask()).data
  const honest = await partner.sign(partner.claims(fresh.nonce, SUB))
  answers.push(await elsewhereHere.mutate('auth.enterBySite', { ticket: fresh.ticket, assertion: honest }))
  answers.push(await caller(server.url, seed.slug).mutate('auth.enterBySite', { ticket: fresh.ticket, assertion: honest }))
  const late = (await partner.ask()).data
  server.clock.advance(5 * 60_000)
  answers.push(await partner.enter(late.ticket, await partner.sign(partner.claims(late.nonce, SUB))))
  const facilitator = await enter(server, seed.slug, `facilitator@${seed.slug}.example`)
  const off = (await partner.ask()).data
  await facilitator.mutate('organisations.switchSignIn', { site: partner.site, on: false })
  answers.push(await partner.enter(off.ticket, await partner.sign(partner.claims(off.nonce, SUB))))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set([first]))
  await facilitator.mutate('organisations.switchSignIn', { site: partner.site, on: true })
  expect((await partner.bring(SUB)).data).toMatchObject({ known: true })
})

test('the same answer twenty times at once opens one session', async () => {
  const { nonce, ticket } = (await partner.ask()).data
  const word = await partner.sign(partner.claims(nonce, SUB))
  const answers = await Promise.all(Array.from({ length: 20 }, () => partner.enter(ticket, word)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(19)
})

test('a private key is never kept', async () => {
  const facilitator = await enter(server, seed.slug, `facilitator@${seed.slug}.example`)
  const secret = { ...(await exportJWK(partner.key.secret)), kid: 'x' }
  const { site, issuer } = partner
  const { error } = await facilitator.mutate('organisations.setSignIn', { site, issuer, keys: [secret] })
  expect(error).toMatchObject({ code: 'invalid', fields: [{ path: 'keys.0', reason: 'not_allowed' }] })
})
