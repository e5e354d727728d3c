import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cache, chosen, root, run, tail } from './running.ts'
import { sizeTable, weigh } from './size.ts'
import { buildSdkTypes } from './sdk-types.ts'
import { buildWidgets } from './widgets-build.ts'

export interface CheckResult {
  ok: boolean
  output: string
}

interface Check {
  name: string
  what: string
  run(options: { write: boolean }): Promise<CheckResult>
}

const packages = ['server', 'sdk', 'widgets']
const failure = (output: string): CheckResult => ({ ok: false, output })

export const checks: Check[] = [
  {
    name: 'format',
    what: 'prettier',
    run: ({ write }) => run('check-format', ['prettier', write ? '--write' : '--check', '--log-level', 'warn', '.']),
  },
  { name: 'lint', what: 'oxlint with types, Lit rules and the bans of this house', run: checkLint },
  {
    name: 'types',
    what: 'the packages compile',
    run: () => run('check-types', ['tsc', '-b', ...packages.map((name) => `packages/${name}`)]),
  },
  { name: 'types-around', what: 'tests, stories, examples and tools compile', run: checkTypesAround },
  {
    name: 'imports',
    what: 'who may import whom',
    run: () => run('check-imports', ['depcruise', '--output-type', 'err-long', 'packages', 'examples', 'docs', '.tools']),
  },
  { name: 'unused', what: 'knip', run: () => run('check-unused', ['knip', '--config', '.knip.json', '--no-progress']) },
  { name: 'manifest', what: 'custom-elements.json is that of the sources', run: checkManifest },
  { name: 'sdk-types', what: 'packages/sdk/etc/sdk.api.d.ts is what the SDK publishes', run: checkSdkTypes },
  { name: 'size', what: 'budgets of weight', run: checkSizes },
  { name: 'publish', what: 'publint on the packages as they would be published', run: checkPackages },
]

/** Twice, for tests in the browser and tests in Node say `Chai` of two different things, and types seen together would mix. */
async function checkLint(): Promise<CheckResult> {
  const lint = ['oxlint', '--type-aware', '--deny-warnings']
  const elements = await run('check-lint-widgets', [...lint, 'packages/widgets'])
  const rest = await run('check-lint', [...lint, '--ignore-pattern', 'packages/widgets/**', '.'])
  return { ok: elements.ok && rest.ok, output: elements.output + rest.output }
}

/** Each kind of file beside the packages has its own small project, since browser, Node and test globals differ; what they share is said once. */
async function checkTypesAround(): Promise<CheckResult> {
  const outcomes = []
  for (const project of ['.tools/tsconfig.json', ...globSync('.tools/types/*.json', { cwd: root }).sort()])
    outcomes.push(await run('check-types-around', ['tsc', '-p', project]))
  return {
    ok: outcomes.length > 0 && outcomes.every(({ ok }) => ok),
    output: [...new Set(outcomes.flatMap(({ output }) => output.split('\n')))].join('\n'),
  }
}

async function checkManifest({ write }: { write: boolean }): Promise<CheckResult> {
  const folder = mkdtempSync(join(ready(cache), 'manifest-'))
  try {
    const made = await run(
      'check-manifest',
      ['cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', `../../${folder.slice(root.length + 1)}`],
      { cwd: 'packages/widgets' },
    )
    if (!made.ok) return made
    return compare(
      readFileSync(join(folder, 'custom-elements.json'), 'utf8'),
      'packages/widgets/custom-elements.json',
      'manifest',
      write,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function checkSdkTypes({ write }: { write: boolean }): Promise<CheckResult> {
  const built = await buildSdkTypes()
  if (!built.ok) return built
  return compare(publishedTypes(join(root, 'packages/sdk/dist/types')), 'packages/sdk/etc/sdk.api.d.ts', 'sdk-types', write)
}

/** The declarations that a user of the package reaches from its doors, in the order of their names. */
function publishedTypes(folder: string): string {
  const files = new Map<string, string>()
  const visit = (file: string) => {
    if (files.has(file)) return
    const text = readFileSync(file, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\n?/u, '\n')
    files.set(file, text)
    for (const [, target] of text.matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+?)(?:\.[jt]s)?['"]/gu))
      visit(join(dirname(file), `${target}.d.ts`))
  }
  for (const door of ['index', 'outbox', 'trpc']) visit(join(folder, `${door}.d.ts`))
  const named = [...files].map(([file, text]) => [file.slice(folder.length + 1), text.trimEnd()] as const)
  return named
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `// ${name}\n\n${text}\n`)
    .join('\n')
}

function compare(made: string, file: string, name: string, write: boolean): CheckResult {
  const path = join(root, file)
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  if (kept === made) return { ok: true, output: '' }
  if (write) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, made)
    return { ok: true, output: `${file} written` }
  }
  const [before, after] = [kept?.split('\n') ?? [], made.split('\n')]
  const line = after.findIndex((text, index) => text !== before[index])
  return failure(
    `${file} is not what the sources say (first at line ${line + 1}). Read the change, then: npm run check -- ${name} --write`,
  )
}

async function checkSizes(): Promise<CheckResult> {
  const weights = await weigh()
  return { ok: weights.every(({ kib, budget }) => kib <= budget), output: sizeTable(weights) }
}

async function checkPackages(): Promise<CheckResult> {
  const folder = mkdtempSync(join(tmpdir(), 'cercle-pack-'))
  try {
    const built = [
      await run('check-publish-types', ['tsc', '-b', ...packages.map((name) => `packages/${name}`)]),
      await buildWidgets(),
    ]
    const broken = built.find(({ ok }) => !ok)
    if (broken) return broken
    for (const name of packages) {
      const packed = await run(`check-publish-pack-${name}`, ['pnpm', 'pack', '--pack-destination', folder], {
        cwd: `packages/${name}`,
      })
      if (!packed.ok) return packed
    }
    const results = []
    for (const tarball of readdirSync(folder))
      results.push(await run(`check-publish-${tarball}`, ['publint', 'run', '--strict', join(folder, tarball)]))
    return {
      ok: results.length === packages.length && results.every(({ ok }) => ok),
      output: results.map(({ output }) => output).join(''),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function ready(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Runs checks one after the other, says how each went, and returns how many passed and failed. */
export async function runChecks(list: Check[], options: { write: boolean }): Promise<{ passed: number; failed: number }> {
  const count = { passed: 0, failed: 0 }
  for (const check of list) {
    const start = performance.now()
    const { ok, output } = await check
      .run(options)
      .catch((error: unknown): CheckResult => failure(error instanceof Error ? error.message : String(error)))
    count[ok ? 'passed' : 'failed'] += 1
    console.log(
      `${ok ? '✓' : '✗'} ${check.name.padEnd(13)} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${check.what}`,
    )
    if (!ok || check.name === 'size') console.log(tail(output).replaceAll(/^/gm, '    '))
  }
  return count
}

if (import.meta.main) {
  const { passed, failed } = await runChecks(
    chosen(
      checks,
      process.argv.slice(2).filter((word) => word !== '--write'),
    ),
    { write: process.argv.includes('--write') },
  )
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}
