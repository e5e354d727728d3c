import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Below this a compressed answer is hardly smaller. Bytes. */
const WORTH_PACKING = 1024
/** Quality 4 takes a third of a millisecond for a page of the feed; 11 would take a hundred times that. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** A body ready to leave in whatever form a browser takes it. */
export interface Packed {
  type: string
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
  etag: string
}

export type Encoding = 'br' | 'gzip' | undefined

export function encodingOf(req: IncomingMessage): Encoding {
  const accepted = req.headers['accept-encoding']
  if (typeof accepted !== 'string') return undefined
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

const compress = (body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> =>
  encoding === 'br' ? brotli(body, quality) : zip(body, { level: 6 })

/** The body in the one form that this request takes; `undefined` encoding where packing is not worth it. */
export async function packFor(req: IncomingMessage, body: string): Promise<{ body: Buffer | string; encoding: Encoding }> {
  const encoding = body.length < WORTH_PACKING ? undefined : encodingOf(req)
  return encoding === undefined ? { body, encoding } : { body: await compress(Buffer.from(body), encoding), encoding }
}

/** All forms at once, for an answer that many will get. */
export async function packForAll(body: string, type: string): Promise<Packed> {
  const plain = Buffer.from(body)
  const etag = `"${createHash('sha1').update(plain).digest('base64url')}"`
  if (plain.length < WORTH_PACKING) return { type, plain, etag }
  const [br, zipped] = await Promise.all([compress(plain, 'br'), compress(plain, 'gzip')])
  return { type, plain, br, gzip: zipped, etag }
}

/** Sends a public answer, or 304 to a browser that has it. */
export function sendPacked(req: IncomingMessage, res: ServerResponse, packed: Packed, headers: Record<string, string>): void {
  if (req.headers['if-none-match'] === packed.etag) {
    res.writeHead(304, { ...headers, etag: packed.etag, vary: 'accept-encoding' })
    res.end()
    return
  }
  const wanted = encodingOf(req)
  const encoding = wanted !== undefined && packed[wanted] ? wanted : undefined
  const body = encoding === undefined ? packed.plain : packed[encoding]!
  res.writeHead(200, {
    ...headers,
    'content-type': packed.type,
    'content-length': body.length,
    etag: packed.etag,
    vary: 'accept-encoding',
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  })
  res.end(body)
}
