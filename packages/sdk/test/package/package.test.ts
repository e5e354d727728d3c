import { execFile, execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../envelope-server.ts'
import { LiveServer } from '../live-server.ts'

const run = promisify(execFile)
const stranger = inject('stranger')
const require = createRequire(import.meta.url)
const compilers = ['typescript-5', 'typescript'].map((name) => {
  const manifest = require.resolve(`${name}/package.json`)
  return { version: (require(manifest) as { version: string }).version, path: join(dirname(manifest), 'bin/tsc') }
})

/** The system's Node, where it is the oldest that the SDK runs on. */
function node20(): string | undefined {
  const paths = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, 'node'))
  return [...new Set(paths)].find((path) => {
    try {
      return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).startsWith('v20.')
    } catch {
      return false
    }
  })
}

test('the tarball holds what it says, and none of its types lead to the server, to a database library or outside', async () => {
  const home = join(stranger, 'node_modules/@cercle/sdk')
  const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    exports: Record<string, Record<string, string>>
  }
  const files = globSync('**/*', { cwd: home })
  for (const entry of Object.values(manifest.exports))
    for (const file of Object.values(entry)) expect(files).toContain(file.slice(2))
  expect(manifest).not.toHaveProperty('dependencies')
  const types = files.filter((file) => file.startsWith('dist/') && file.endsWith('.d.ts'))
  expect(types.length).toBeGreaterThan(10)
  for (const file of types) {
    expect(file).toMatch(/^dist\/types\//)
    const text = await readFile(join(home, file), 'utf8')
    expect(text.replaceAll(/\/\*.*?\*\//gs, '')).not.toMatch(/@cercle\/|kysely|express|zod|\bany\b/)
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g))
      if (specifier!.startsWith('.')) expect(files).toContain(join(dirname(file), specifier!).replace(/\.js$/, '.d.ts'))
      else expect(specifier).toMatch(/^@trpc\//)
  }
})

test.each(compilers)(
  'a stranger’s project compiles with TypeScript $version, with the libraries of browsers or of Node',
  async ({ path }) => {
    await copyFile(join(import.meta.dirname, 'stranger-types.txt'), join(stranger, 'stranger.mts'))
    const settings = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, target: 'es2022' }
    for (const more of [
      { module: 'nodenext', lib: ['es2022'], types: ['node'], skipLibCheck: true },
      { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'], types: [] },
    ]) {
      const project = { compilerOptions: { ...settings, ...more }, files: ['stranger.mts'] }
      await writeFile(join(stranger, 'tsconfig.json'), JSON.stringify(project))
      const result = await run(process.execPath, [path, '-p', '.'], { cwd: stranger }).catch((error: { stdout: string }) => error)
      expect(result.stdout).toBe('')
    }
  },
)

const old = node20()
test.each([
  ['Node 24', process.execPath],
  [old ? 'Node 20' : 'Node 20: not run, none is installed here', old],
])('reads, fails, hears, sends and speaks through @trpc/client in %s', async (_, node) => {
  if (!node) return
  await using server = await EnvelopeServer.start({
    'discussions.threads': ({ cursor }: { cursor?: string }) =>
      cursor ? { items: [{ title: 'deux' }] } : { items: [{ title: 'un' }], cursor: 'next' },
    'discussions.thread': () => {
      throw new Refusal('not_found', 404)
    },
    'discussions.reply': (input: unknown) => input,
    'spaces.list': () => ({ items: [] }),
  })
  await using live = await LiveServer.start()
  await writeFile(join(stranger, 'run.mjs'), await readFile(join(import.meta.dirname, 'stranger-run.txt')))
  const env = { ...process.env, SERVER: server.url, LIVE: live.url }
  const { stdout } = await run(node, ['run.mjs'], { cwd: stranger, env })
  expect(JSON.parse(stdout)).toEqual({
    titles: ['un', 'deux'],
    refused: 'not_found',
    heard: { type: 'ready', seq: 0 },
    sent: 'Merci',
    durable: false,
    spaces: { items: [] },
  })
})
