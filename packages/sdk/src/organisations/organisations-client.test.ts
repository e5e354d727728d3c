import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const names = ['setOrigins', 'setSignIn', 'switchSignIn'] as const

test('each call about sites names its procedure and passes its input; a new site gets an id', async () => {
  await using server = await EnvelopeServer.start({
    ...Object.fromEntries([...names, 'addSite'].map((name) => [`organisations.${name}`, (input: unknown) => input])),
    'organisations.sites': () => ({ items: [], seen: [] }),
  })
  const { organisations } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await organisations.sites()).toEqual({ items: [], seen: [] })
  const site = newId()
  const inputs = {
    setOrigins: { site, origins: ['https://a.example'] },
    setSignIn: { site, issuer: 'https://a.example', keysUrl: null, keys: [{ kty: 'OKP' }], atOnce: true },
    switchSignIn: { site, on: false },
  }
  for (const name of names) expect(await organisations[name](inputs[name] as never)).toEqual(inputs[name])
  const added = await organisations.addSite({ name: 'Maison Lumen', origins: ['https://a.example'] })
  expect(added).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Maison Lumen' })
})

test('what a partner’s site says is told once, and never said again by itself', async () => {
  await using server = await EnvelopeServer.start({
    'auth.askSite': () => ({ nonce: 'n', ticket: 't', expiresAt: '2026-11-28T12:00:00.000Z' }),
    'auth.enterBySite': () => {
      throw new Refusal('unavailable', 503)
    },
  })
  const { auth } = createCercle({ server: server.url, community: 'a', site: newId() })
  expect(await auth.askSite({ origin: 'https://a.example' })).toMatchObject({ nonce: 'n', ticket: 't' })
  expect(await refusalOf(auth.enterBySite({ ticket: 't', assertion: 'x' }))).toMatchObject({ code: 'unavailable' })
  expect(server.requests.map(({ paths }) => paths.join())).toEqual(['auth.askSite', 'auth.enterBySite'])
})

test('a code that proves who is signed in travels with her token, and is never repeated by itself', async () => {
  await using server = await EnvelopeServer.start({
    'auth.requestProof': () => ({ loginId: newId(), expiresAt: '2026-11-28T12:00:00.000Z' }),
    'auth.prove': () => {
      throw new Refusal('unavailable', 503)
    },
  })
  const { auth } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  await auth.requestProof()
  expect(server.last?.headers.authorization).toBe('Bearer access-1')
  expect(await refusalOf(auth.prove({ loginId: newId(), code: '12345678' }))).toMatchObject({ code: 'unavailable' })
  expect(server.last?.headers.authorization).toBe('Bearer access-1')
  expect(server.requests).toHaveLength(2)
})
