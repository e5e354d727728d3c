import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Milliseconds, from the first byte out to the last byte in. */
const PATIENCE = 3000
/** Bytes of a document of keys. */
const SIZE_MAX = 64 * 1024

/** Networks that are nobody's on the Internet: this machine, private ones, link-local with the services of clouds, shared, test and multicast. */
const inner = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(network, prefix, 'ipv4')
/** Of IPv6 only what is handed out is public, less what leads back into IPv4 or is for examples. */
const outer = new BlockList()
outer.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inner.addSubnet(network, prefix, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !inner.check(address, 'ipv4')
  return version === 6 && outer.check(address, 'ipv6') && !inner.check(address, 'ipv6')
}

/** Looks a name up and lets only public addresses through: what is checked is what is connected to. */
const publicLookup: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, found) => {
    const addresses = error ? [] : (found as unknown as LookupAddress[])
    const refused =
      error ?? (addresses.every(({ address }) => isPublicAddress(address)) ? null : new Error('not a public address'))
    if (refused || !addresses[0]) return done(refused ?? new Error('no address'), '', 4)
    if (options.all) return done(null, addresses)
    return done(null, addresses[0].address, addresses[0].family)
  })
}

/** Reads the JSON document at an address that a partner gave. */
export type FetchKeys = (url: string) => Promise<unknown>

/**
 * `https:` and public addresses only, no redirect, 64 KiB and 3 s at most; rejects otherwise. `isOpen` is for a demo, whose partners are on the
 * same machine.
 */
export function keyFetcher({ isOpen }: { isOpen: boolean }): FetchKeys {
  return async (address) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/gu, '')
    if (!isOpen && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))))
      throw new Error('not a public https address')
    const options: RequestOptions = {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
      ...(isOpen ? {} : { lookup: publicLookup }),
    }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest
      send(url, options, resolve).on('error', reject).end()
    })
    return JSON.parse(await textOf(answer)) as unknown
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
    for await (const piece of answer as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > SIZE_MAX) throw new Error('too large')
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  } finally {
    answer.destroy()
  }
}
