import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'

/** The bans of `.oxlintrc.json`, each broken once in a copy of the house. */
const root = dirname(import.meta.dirname)
const house = realpathSync(mkdtempSync(join(tmpdir(), 'cercle-lint-')))
const resolve = createRequire(join(root, 'package.json')).resolve

const breaches: [rule: string, file: string, code: string][] = [
  [
    'no-restricted-properties',
    'packages/widgets/src/inner.ts',
    `export const f = (el: Element, text: string) => { el.innerHTML = text }`,
  ],
  [
    'no-restricted-properties',
    'packages/widgets/src/outer.ts',
    `export const f = (el: Element, text: string) => { el.outerHTML = text }`,
  ],
  [
    'no-restricted-properties',
    'packages/widgets/src/adjacent.ts',
    `export const f = (el: Element, text: string) => el.insertAdjacentHTML('beforeend', text)`,
  ],
  [
    'no-restricted-properties',
    'packages/server/src/raw.ts',
    `import { sql } from 'kysely'\nexport const f = (text: string) => sql.raw(text)`,
  ],
  [
    'no-restricted-imports',
    'packages/widgets/src/unsafe.ts',
    `import { unsafeHTML } from 'lit/directives/unsafe-html.js'\nexport const f = unsafeHTML`,
  ],
  ['no-restricted-globals', 'packages/server/src/environment.ts', `export const f = () => process.env.HOME`],
  ['clock-from-scope', 'packages/server/src/today.ts', `export const f = () => new Date()`],
  ['clock-from-scope', 'packages/server/src/now.ts', `export const f = () => Date.now()`],
  ['clock-from-scope', 'packages/server/src/chance.ts', `export const f = () => Math.random()`],
  [
    'template-without-markup-doors',
    'packages/widgets/src/bound.ts',
    `import { html } from 'lit'\nexport const f = (text: string) => html\`<p .innerHTML=\${text}></p>\``,
  ],
  [
    'template-without-markup-doors',
    'packages/widgets/src/styled.ts',
    `import { html } from 'lit'\nexport const f = () => html\`<p style="color: red"></p>\``,
  ],
  [
    'template-without-markup-doors',
    'packages/widgets/src/handled.ts',
    `import { html } from 'lit'\nexport const f = () => html\`<p onclick="go()"></p>\``,
  ],
  ['no-explicit-any', 'packages/server/src/any.ts', `export const f = (value: any) => value as unknown`],
  ['no-floating-promises', 'packages/server/src/floating.ts', `const send = async () => {}\nexport const f = () => { send() }`],
  [
    'binding-positions',
    'packages/widgets/src/broken.ts',
    `import { html } from 'lit'\nexport const f = (tag: string) => html\`<\${tag}></\${tag}>\``,
  ],
  [
    'no-closed-shadow-root',
    'packages/widgets/src/closed.ts',
    `export const f = (el: Element) => el.attachShadow({ mode: 'closed' })`,
  ],
]

const permitted: [file: string, code: string][] = [
  ['packages/server/src/clock.ts', `export const f = () => Date.now()`],
  ['packages/server/src/main.ts', `export const f = () => process.env.HOME`],
  ['packages/server/src/dated.ts', `export const f = (now: number) => new Date(now)`],
  [
    'packages/widgets/src/plain.ts',
    `import { html } from 'lit'\nexport const f = (go: () => void) => html\`<p class="note" @click=\${go}></p>\``,
  ],
]

let found: { code: string; filename: string }[]

before(() => {
  const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as { jsPlugins: string[] }
  config.jsPlugins = config.jsPlugins.map((name) => (name.startsWith('.') ? join(root, name) : resolve(name)))
  write('.oxlintrc.json', JSON.stringify(config))
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        strict: true,
        module: 'nodenext',
        lib: ['es2023', 'dom'],
        types: [],
        noEmit: true,
        allowImportingTsExtensions: true,
      },
    }),
  )
  for (const [, file, code] of breaches) write(file, `${code}\n`)
  for (const [file, code] of permitted) write(file, `${code}\n`)
  const run = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--type-aware', '--format', 'json', '.'], {
    cwd: house,
    encoding: 'utf8',
  })
  found = (JSON.parse(run.stdout) as { diagnostics: typeof found }).diagnostics
})

after(() => rmSync(house, { recursive: true, force: true }))

function write(path: string, content: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), content)
}

const noticed = (file: string) => found.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code)

for (const [rule, file] of breaches) {
  test(`${file} breaks ${rule}`, () =>
    assert.ok(
      noticed(file).some((code) => code.includes(`(${rule})`)),
      `noticed instead: ${noticed(file).join(', ') || 'nothing'}`,
    ))
}

for (const [file] of permitted) {
  test(`${file} is permitted`, () => assert.deepEqual(noticed(file), []))
}
