import { readFile, readdir } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { listenHere } from './listening.ts'

/** The address of Cercle as the partners wrote it in their pages; another one is put in its place when the demo listens elsewhere. */
const WRITTEN_ADDRESS = 'http://localhost:4000'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** A partner's site, on its own origin, with the headers of a careful webmaster. */
export interface PartnerSite {
  /** `http://127.0.0.1:4001` */
  origin: string
  /** Says where Cercle listens. Until then the page answers 503. */
  connect(cercleUrl: string): void
  [Symbol.asyncDispose](): Promise<void>
}

/** What a careful partner allows: her own files, and Cercle where the two lines need it. */
export const contentSecurityPolicy = (cercle: string): string =>
  [
    `default-src 'self'`,
    `script-src ${cercle}`,
    `connect-src ${cercle}`,
    `frame-src ${cercle}`,
    `style-src 'self'`,
    `font-src 'self'`,
    `img-src 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; ')

/** Serves the files of `sites/<slug>` and the fonts at `http://127.0.0.1:<port>`; port 0 takes a free one. */
export async function startSite(slug: string, port: number): Promise<PartnerSite> {
  const files = await readSite(slug)
  let cercle: string | undefined
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, 'Cette page se lit seulement.', { allow: 'GET, HEAD' })
    if (cercle === undefined) return answer(response, 503, 'Le site ouvre dans un instant.', { 'retry-after': '1' })
    const path = new URL(request.url ?? '/', 'http://site').pathname
    const file = files.get(path === '/' ? '/index.html' : path)
    if (!file) return answer(response, 404, 'Cette page n’existe pas.')
    const page = extname(file.name) === '.html'
    const body = page ? file.bytes.toString('utf8').replaceAll(WRITTEN_ADDRESS, cercle) : file.bytes
    response.writeHead(200, {
      'content-type': mediaTypes[extname(file.name)] ?? 'application/octet-stream',
      'content-length': Buffer.byteLength(body),
      'cache-control': page ? 'no-cache' : 'max-age=3600',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...(page ? { 'content-security-policy': contentSecurityPolicy(cercle) } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await listenHere(server, port)
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connect: (cercleUrl) => {
      cercle = cercleUrl
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface SiteFile {
  name: string
  bytes: Buffer
}

/** Every file a site may serve, by path: nothing else on the disk has an address. */
async function readSite(slug: string): Promise<Map<string, SiteFile>> {
  const files = new Map<string, SiteFile>()
  for (const [folder, prefix] of [
    [slug, '/'],
    ['fonts', '/fonts/'],
  ] as const) {
    const directory = new URL(`../sites/${folder}/`, import.meta.url)
    for (const name of await readdir(directory))
      files.set(prefix + name, { name, bytes: await readFile(new URL(name, directory)) })
  }
  return files
}

function answer(response: ServerResponse, status: number, words: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers })
  response.end(words)
}
