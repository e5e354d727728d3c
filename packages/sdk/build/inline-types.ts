import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { PlainTypes } from './plain-types.ts'

/*
 * Makes `dist/types`, the declarations that are published: those of the compiler, with the server's types said in plain words beside them. Who uses
 * the SDK installs no server, no database library and no zod. Fails when anything foreign remains.
 */
const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')
const out = join(dist, 'types')
/** Of the entry for those who have it installed. */
const trpcFiles = ['trpc.d.ts', 'app-router.d.ts']

const sources = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
const declarations = new Map(sources.map((file) => [file.replace(/^src\/(.*)\.ts$/u, '$1.d.ts'), read(file)]))

function read(source: string): string {
  const file = join(dist, source.replace(/^src\/(.*)\.ts$/u, '$1.d.ts'))
  if (!existsSync(file)) throw new Error(`${relative(root, file)} is missing: run tsc -b packages/sdk before`)
  return readFileSync(file, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\n?/u, '\n')
}

/** `from '@cercle/server'` becomes a file beside; `.ts`, which only our own compiler settings allow, becomes `.js`. */
function localised(name: string, text: string): string {
  const up = '../'.repeat(name.split('/').length - 1) || './'
  return text
    .replaceAll(/export type \{ AppRouter \} from '@cercle\/server'/gu, `export type { AppRouter } from '${up}app-router.js'`)
    .replaceAll(/'@cercle\/server'/gu, `'${up}server-types.js'`)
    .replaceAll(/(from |import\()'(\.[^']+)\.ts'/gu, "$1'$2.js'")
}

function namesUsed(): string[] {
  const lists = [...declarations.values()].flatMap((text) => [...text.matchAll(/\{([^{}]*)\} from '@cercle\/server'/gu)])
  const names = lists.flatMap(([, list]) => list!.split(',').map((name) => name.trim().replace(/^type /u, '')))
  return [...new Set([...names, 'Inline', 'Block', 'ErrorCode', 'FieldError'])]
    .filter((name) => name && name !== 'AppRouter')
    .toSorted()
}

const plain = new PlainTypes(join(root, '../server/src/index.ts'))
const names = namesUsed()
const files = new Map([...declarations].map(([name, text]) => [name, localised(name, text)]))
files.set('server-types.d.ts', plain.declare(names))
const router = plain.router('AppRouter')
const used = names.filter((name) => new RegExp(`\\b${name}\\b`, 'u').test(router.replaceAll(/\/\*\*.*?\*\//gsu, '')))
files.set(
  'app-router.d.ts',
  `import type { TRPCBuiltRouter, TRPCMutationProcedure, TRPCQueryProcedure, TRPC_ERROR_CODE_NUMBER } from '@trpc/server'
import type { ${[...new Set([...used, 'ErrorCode', 'FieldError'])].toSorted().join(', ')} } from './server-types.js'

interface ErrorShape {
  message: ErrorCode
  code: TRPC_ERROR_CODE_NUMBER
  data: { code: ErrorCode; httpStatus: number; path: string | undefined; fields?: FieldError[]; retryAfter?: number }
}
interface Root {
  ctx: object
  meta: object
  errorShape: ErrorShape
  transformer: false
}
/** Every procedure of a Cercle server, for \`createTRPCClient\`. */
export type AppRouter = TRPCBuiltRouter<Root, ${router}>
`,
)

/** What a stranger could not resolve. */
function foreign(name: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/gu)].map(([, specifier]) => specifier!)
  const isOwn = (specifier: string) => files.has(join(dirname(name), specifier).replace(/\.js$/u, '.d.ts'))
  const isTrpc = (specifier: string) => trpcFiles.includes(name) && /^@trpc\/(?:client|server)(?:\/|$)/u.test(specifier)
  const named = text.replaceAll(/\/\*.*?\*\//gsu, '').match(/@cercle\/server|\bkysely\b|\bexpress\b|\bzod\b/gu) ?? []
  return [...specifiers.filter((specifier) => !(specifier.startsWith('.') ? isOwn(specifier) : isTrpc(specifier))), ...named]
}

rmSync(out, { recursive: true, force: true })
for (const [name, text] of files) {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), text)
}
const left = [...files].flatMap(([name, text]) => foreign(name, text).map((what) => `dist/types/${name}: ${what}`))
if (left.length > 0) {
  console.error(`Not the SDK’s own, so no stranger can use it:\n${left.join('\n')}`)
  process.exitCode = 1
}
