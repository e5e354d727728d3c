import type { IncomingMessage } from 'node:http'
import { CercleError } from '../errors.ts'

const BYTES_MAX = 256 * 1024
const DEPTH_MAX = 20

/** Reads a JSON body of at most 256 KiB and 20 levels; `too_large` and `invalid` otherwise. An empty body is `undefined`. */
export async function readJsonBody(req: IncomingMessage): Promise<unknown> {
  if (Number(req.headers['content-length']) > BYTES_MAX) throw new CercleError('too_large')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BYTES_MAX) throw new CercleError('too_large')
    chunks.push(chunk)
  }
  if (size === 0) return undefined
  let value: unknown
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new CercleError('invalid', { fields: [{ path: 'body', reason: 'format' }] })
  }
  if (isDeeperThan(value, DEPTH_MAX)) throw new CercleError('invalid', { fields: [{ path: 'body', reason: 'too_long' }] })
  return value
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1))
}
