import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { root } from './running.ts'
import { buildWidgets } from './widgets-build.ts'

/** The part of vite's manifest that is read here. */
interface Chunk {
  file: string
  name?: string
  imports?: string[]
  css?: string[]
}
type Manifest = Record<string, Chunk>

export interface Weight {
  what: string
  /** KiB (1024 bytes): every file compressed by itself with brotli, the widgets' as they are sent. */
  kib: number
  budget: number
  files: number
}

const dist = join(root, 'packages/widgets/dist')
// names of chunks, as packages/widgets/vite.config.ts gives them
const loader = ['cercle']
/** The loader asks for one chunk more until a stranger's feed shows. */
const feed = [...loader, 'inline']

/** Everything that has a budget, as it was built. */
export async function weigh(): Promise<Weight[]> {
  const built = await buildWidgets()
  if (!built.ok) throw new Error(`The widgets do not build, see ${built.log}\n${built.output}`)
  const manifest = readManifest()
  const weight = (what: string, budget: number, compressed: Buffer[]): Weight => ({
    what,
    budget,
    kib: compressed.reduce((sum, { length }) => sum + length, 0) / 1024,
    files: compressed.length,
  })
  const sdk = await bundleSdk('src/index.ts')
  const outbox = await bundleSdk('src/outbox.ts')
  return [
    weight('loader, frame host included', 1.4, reach(manifest, loader)),
    weight('all that a stranger loads until the feed shows', 16, reach(manifest, feed)),
    weight('SDK', 4, sdk.atOnce),
    weight('SDK, what the first live listener loads', 3, sdk.later),
    weight('SDK, outbox', 3, outbox.atOnce),
  ]
}

function readManifest(): Manifest {
  const file = ['.vite/manifest.json', 'manifest.json'].map((name) => join(dist, name)).find((path) => existsSync(path))
  if (!file) throw new Error('The build of the widgets left no manifest: set build.manifest in packages/widgets/vite.config.ts')
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

/** The chunks of these names with all that they import at once, compressed, each file counted one time. */
function reach(manifest: Manifest, names: string[]): Buffer[] {
  const files = new Set<string>()
  const seen = new Set<Chunk>()
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || seen.has(chunk)) return
    seen.add(chunk)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach((key) => visit(manifest[key]))
  }
  for (const name of names) {
    const chunk = Object.values(manifest).find((one) => one.name === name)
    if (!chunk) throw new Error(`The build of the widgets has no chunk named ${name}`)
    visit(chunk)
  }
  return [...files].map((file) => readFileSync(join(dist, `${file}.br`)))
}

/** What vite makes of a library without assets. */
interface SdkBundle {
  output: { fileName: string; code: string; isEntry: boolean; imports: string[] }[]
}

/** What comes with an entry, and what it asks for when it is used. */
async function bundleSdk(entry: string): Promise<{ atOnce: Buffer[]; later: Buffer[] }> {
  const vite = createRequire(join(root, 'packages/widgets/package.json')).resolve('vite')
  const { build } = (await import(pathToFileURL(vite).href)) as { build(config: object): Promise<SdkBundle | SdkBundle[]> }
  const [bundle] = [
    await build({
      root: join(root, 'packages/sdk'),
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2022',
        minify: true,
        lib: { entry, formats: ['es'] },
        rolldownOptions: { output: { minify: true } },
      },
    }),
  ].flat()
  if (!bundle) throw new Error('The SDK does not build')
  const needed = new Set(bundle.output.filter(({ isEntry }) => isEntry))
  for (const { imports } of needed) for (const chunk of bundle.output) if (imports.includes(chunk.fileName)) needed.add(chunk)
  const contents = (isNeeded: boolean) =>
    bundle.output.filter((chunk) => needed.has(chunk) === isNeeded).map(({ code }) => brotli(Buffer.from(code)))
  return { atOnce: contents(true), later: contents(false) }
}

const brotli = (content: Buffer): Buffer =>
  brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })

export function sizeTable(weights: Weight[]): string {
  const rows = weights.map(({ what, kib, budget, files }) =>
    [kib > budget ? '✗' : '✓', `${kib.toFixed(2)} KiB`.padStart(10), `≤ ${budget}`.padEnd(6), `${what} (${files} files)`].join(
      '  ',
    ),
  )
  return rows.join('\n')
}

if (import.meta.main) {
  try {
    const weights = await weigh()
    console.log(sizeTable(weights))
    process.exitCode = weights.some(({ kib, budget }) => kib > budget) ? 1 : 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
