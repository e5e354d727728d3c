import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { sendPacked, type Packed } from '../../trpc/packed.ts'
import { exitScript } from './exit-script.ts'
import { lookFile } from './look-file.ts'
import { pageFormStyles, pageStyles } from './page.styles.ts'

/** Says nothing of the place one reads in: a sheet with lines, for tabs that others may see. */
const pageIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 1h7l3 3v11H3z" fill="#fff" stroke="#777"/><path d="M5 6.5h6M5 9h6M5 11.5h4" stroke="#777"/></svg>'

const headers = {
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** A file of ours under a name that carries its hash, packed once and for all. */
function pack(name: string, ending: string, type: string, body: string): { href: string; packed: Packed } {
  const plain = Buffer.from(body)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10)
  const packed = { type, plain, br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }), etag: `"${hash}"` }
  return { href: `/assets/${name}-${hash}.${ending}`, packed }
}

const styles = pack('page', 'css', 'text/css; charset=utf-8', pageStyles)
const form = pack('form', 'css', 'text/css; charset=utf-8', pageFormStyles)
const icon = pack('page', 'svg', 'image/svg+xml', pageIcon)
const exit = pack('exit', 'js', 'text/javascript; charset=utf-8', exitScript)

/** Addresses of what a page asks for. */
export const pageFiles = { styles: styles.href, form: form.href, icon: icon.href, exit: exit.href }

/** Serves them; passes on what is not theirs. */
export const pageFilesHandler: RequestHandler = (req, res, next) => {
  const isRead = req.method === 'GET' || req.method === 'HEAD'
  const file = isRead
    ? ([styles, form, icon, exit].find(({ href }) => href === req.path)?.packed ?? lookFile(req.path))
    : undefined
  if (file) sendPacked(req, res, file, headers)
  else next()
}
