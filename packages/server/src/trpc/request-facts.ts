import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Request } from 'express'
import { CercleError } from '../errors.ts'
import type { RequestFacts } from './context.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SLUG = /^[a-z0-9-]{1,63}$/

/** An IPv4 as it is, an IPv6 as its /64: one household or office has one of either. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/*
 * A token is taken only where no other site can have put it: in a POST, from our own origin. A frame's session (one with a site) must prove
 * its origin; a program outside browsers sends none and has no site.
 */
export function factsOf(req: Request, publicOrigin: string): RequestFacts {
  const origin = req.get('origin')
  const authorization = req.get('authorization')
  const site = req.get('cercle-site')
  // Another method would go by the rules of neither.
  if (req.method !== 'GET' && req.method !== 'POST')
    throw new CercleError('invalid', { fields: [{ path: 'method', reason: 'not_allowed' }] })
  if (site !== undefined && !UUID.test(site))
    throw new CercleError('invalid', { fields: [{ path: 'cercle-site', reason: 'format' }] })
  if (authorization !== undefined && req.method !== 'POST')
    throw new CercleError('invalid', { fields: [{ path: 'authorization', reason: 'not_allowed' }] })
  const fromElsewhere = origin !== undefined && origin !== publicOrigin
  if (req.method === 'POST' && (fromElsewhere || (site !== undefined && origin === undefined)))
    throw new CercleError('unauthorized')
  let accessHash: Buffer | null = null
  if (authorization !== undefined) {
    const token = /^Bearer ([\w-]{20,100})$/.exec(authorization)?.[1]
    if (token === undefined) throw new CercleError('unauthorized')
    accessHash = hashSecret(token)
  }
  // What no community can be called is looked up as the empty name, so that it answers as any that is absent.
  const community = SLUG.test(String(req.params.community)) ? String(req.params.community) : ''
  return { community, accessHash, siteId: site?.toLowerCase() ?? null, network: networkOf(req.ip) }
}
