import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RequestHandler } from 'express'

interface WidgetFile {
  type: string
  etag: string
  immutable: boolean
  bodies: { br: Buffer | undefined; gzip: Buffer | undefined; identity: Buffer }
}

/** What browsers load of us: `/cercle.js` under a fixed name, the rest under names that carry their hash. */
export interface WidgetFiles {
  handler: RequestHandler
  /** Addresses of the frame's script and of what each of its elements needs at once. */
  frame: { script: string; preloads(element: string): string[] }
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

interface ManifestChunk {
  file: string
  name?: string
  isEntry?: boolean
  imports?: string[]
}

/** Reads the built widgets once. Throws in words when they were not built. */
export async function loadWidgetFiles(
  folder = fileURLToPath(new URL('dist', import.meta.resolve('@cercle/widgets/package.json'))),
): Promise<WidgetFiles> {
  let manifest: Record<string, ManifestChunk>
  try {
    manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, ManifestChunk>
  } catch (cause) {
    throw new Error('The widgets are not built. Run: npm run build', { cause })
  }
  const files = new Map<string, WidgetFile>()
  await add(files, folder, 'cercle.js', false)
  for (const name of await readdir(join(folder, 'assets')))
    if (!/\.(br|gz|map)$/.test(name)) await add(files, folder, `assets/${name}`, true)
  return { handler: serve(files), frame: frameScripts(manifest) }
}

async function add(files: Map<string, WidgetFile>, folder: string, name: string, immutable: boolean): Promise<void> {
  const type = types[name.slice(name.lastIndexOf('.') + 1)]
  if (type === undefined) return
  const read = (suffix: string) => readFile(join(folder, name + suffix)).catch(() => undefined)
  const [identity, br, gzip] = await Promise.all([readFile(join(folder, name)), read('.br'), read('.gz')])
  const etag = `"${createHash('sha1').update(identity).digest('base64url')}"`
  files.set(`/${name}`, { type, etag, immutable, bodies: { br, gzip, identity } })
}

/** What a frame asks for as soon as it runs, by where it lies in the widgets. A list has what members do in it from the start. */
const always = ['src/frame/guest.ts', 'src/exit/register.ts']
const parts: Record<string, string[]> = {
  feed: ['src/feed/taking-part.ts'],
  account: ['src/account/register.ts'],
  join: ['src/join/register.ts'],
  community: ['src/community/register.ts', 'src/feed/taking-part.ts', 'src/account/register.ts'],
}

function frameScripts(manifest: Record<string, ManifestChunk>): WidgetFiles['frame'] {
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry && chunk.name === 'frame')
  if (!entry) throw new Error('The built widgets have no frame. Run: npm run build')
  const preloads = (keys: string[] = [], found = new Set<string>()): Set<string> => {
    for (const key of keys) {
      const chunk = manifest[key]
      if (!chunk || chunk === entry || found.has(`/${chunk.file}`)) continue
      found.add(`/${chunk.file}`)
      preloads(chunk.imports, found)
    }
    return found
  }
  return {
    script: `/${entry.file}`,
    preloads: (element) => [...preloads([...(entry.imports ?? []), ...always, ...(parts[element] ?? [])])],
  }
}

function serve(files: Map<string, WidgetFile>): RequestHandler {
  return (req, res, next) => {
    const file = req.method === 'GET' || req.method === 'HEAD' ? files.get(req.path) : undefined
    if (!file) {
      next()
      return
    }
    const accepted = req.get('accept-encoding') ?? ''
    const encoding =
      file.bodies.br && /\bbr\b/.test(accepted) ? 'br' : file.bodies.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined
    const body = encoding === undefined ? file.bodies.identity : file.bodies[encoding]!
    res.set({
      'content-type': file.type,
      etag: file.etag,
      vary: 'accept-encoding',
      // A module from another site is fetched with CORS.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': file.immutable
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300, stale-while-revalidate=86400',
    })
    if (encoding !== undefined) res.set('content-encoding', encoding)
    if (req.get('if-none-match') === file.etag) {
      res.status(304).end()
      return
    }
    res.set('content-length', String(body.length))
    res.end(req.method === 'HEAD' ? undefined : body)
  }
}
