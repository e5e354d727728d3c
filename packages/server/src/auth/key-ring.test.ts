import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { makeKey } from '../../test/partner-site.ts'
import { MovableClock } from '../clock.ts'
import { createLogger } from '../logger.ts'
import { isPublicAddress, keyFetcher } from './fetch-keys.ts'
import { KeyRing } from './key-ring.ts'
import { publicKeyIn } from './site-keys.service.ts'

const MINUTE = 60_000

/** A ring over keys that can be changed, and how often they were asked for. */
async function ringOver() {
  const clock = new MovableClock()
  const published = { keys: [(await makeKey('first')).jwk], asked: 0, isDown: false }
  const fetchKeys = async () => {
    published.asked += 1
    if (published.isDown) throw new Error('down')
    return { keys: published.keys }
  }
  const ring = new KeyRing({ clock, log: createLogger('silent'), fetchKeys })
  const names = async (named?: string) => (await ring.keysAt('https://a.example/keys', named)).map(({ kid }) => kid)
  return { clock, published, names }
}

describe('keys that a partner publishes', () => {
  test('are read once in ten minutes, however many ask', async () => {
    const { clock, published, names } = await ringOver()
    expect(await Promise.all([names(), names('first'), names()])).toEqual([['first'], ['first'], ['first']])
    clock.advance(9 * MINUTE)
    await names('first')
    expect(published.asked).toBe(1)
    clock.advance(MINUTE)
    await names('first')
    expect(published.asked).toBe(2)
  })

  test('are read again for a name that is not there, twice a minute at most', async () => {
    const { clock, published, names } = await ringOver()
    await names('first')
    published.keys = [(await makeKey('second')).jwk]
    expect(await names('second')).toEqual(['first'])
    clock.advance(MINUTE / 2)
    expect(await names('second')).toEqual(['first', 'second'])
    for (let n = 0; n < 5; n++) await names(`unknown ${n}`)
    expect(published.asked).toBe(2)
  })

  test('serve 24 hours after they were last published, also where the partner does not answer', async () => {
    const { clock, published, names } = await ringOver()
    await names()
    published.keys = [(await makeKey('second')).jwk]
    clock.advance(10 * MINUTE)
    expect(await names()).toEqual(['first', 'second'])
    published.isDown = true
    clock.advance(24 * 60 * MINUTE - 10 * MINUTE)
    expect(await names()).toEqual(['second'])
    clock.advance(10 * MINUTE)
    expect(await names()).toEqual([])
  })

  test('are public ones for signatures, of kinds that are taken', async () => {
    const { jwk } = await makeKey('first')
    expect(publicKeyIn(jwk)).toEqual({ kty: 'OKP', crv: 'Ed25519', x: jwk.x, kid: 'first' })
    const others = [
      { ...jwk, d: 'x' },
      { ...jwk, use: 'enc' },
      { ...jwk, alg: 'RS256' },
      { ...jwk, crv: 'X25519' },
    ]
    for (const other of [...others, { kty: 'oct', k: 'x' }, { kty: 'RSA', n: 'A'.repeat(171), e: 'AQAB' }, null, 'x'])
      expect(publicKeyIn(other)).toBeUndefined()
  })
})

describe('reading them', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'x',
  ])('does not go to %s', (address) => expect(isPublicAddress(address)).toBe(false))
  test.each(['1.1.1.1', '172.32.0.1', '2606:4700:4700::1111'])('goes to %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )

  test.each([
    'http://a.example/keys',
    'https://127.0.0.1/keys',
    'https://[::1]/keys',
    'https://2130706433/keys',
    'https://localhost/keys',
    'file:///etc/hosts',
  ])('refuses %s', async (url) => {
    await expect(keyFetcher({ isOpen: false })(url)).rejects.toThrow(/not a public/)
  })

  async function serving<Out>(listener: RequestListener, use: (url: string, server: Server) => Promise<Out>): Promise<Out> {
    const server = createServer(listener)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    try {
      return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, server)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }
  const read = keyFetcher({ isOpen: true })

  test('takes a document of JSON, and no redirect, nothing too large, nothing else', async () => {
    await serving(
      (_req, res) => res.end('{"keys":[]}'),
      async (url) => expect(await read(url)).toEqual({ keys: [] }),
    )
    await serving(
      (_req, res) => res.writeHead(302, { location: '/elsewhere' }).end(),
      async (url) => expect(read(url)).rejects.toThrow('answered 302'),
    )
    await serving(
      (_req, res) => res.end(`"${'x'.repeat(64 * 1024)}"`),
      async (url) => expect(read(url)).rejects.toThrow('too large'),
    )
    await serving(
      (_req, res) => res.end('<html>'),
      async (url) => expect(read(url)).rejects.toThrow(SyntaxError),
    )
  })
})
