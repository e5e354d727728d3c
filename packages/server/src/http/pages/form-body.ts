import type { Request } from 'express'
import { CercleError } from '../../errors.ts'

const BYTES_MAX = 64 * 1024

/**
 * Whether a form was sent from a page of ours. No session stands behind these forms; this keeps another page from sending them in somebody's name
 * all the same. Browsers too old to say their origin in a POST say which page they come from.
 */
export function isFromOwnPage(req: Request, url: string): boolean {
  const origin = req.get('origin')
  const own = new URL(url).origin
  if (origin !== undefined) return origin === own
  const referer = req.get('referer') ?? ''
  return URL.canParse(referer) && new URL(referer).origin === own
}

/** The fields of a form; of several of one name the last. `not_found` for what no form of ours sends. */
export async function readForm(req: Request): Promise<Map<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.get('content-type') ?? '')) throw new CercleError('not_found')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BYTES_MAX) throw new CercleError('too_large')
    chunks.push(chunk)
  }
  return new Map(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}
