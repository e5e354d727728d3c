import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'

/** The rules as the check uses them, run over a small house made for this test: each breach must be noticed, each permitted import must pass. */
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration
const rules = (config.forbidden ?? []).map(({ name }) => name ?? '')

/** Rule → files that break it. The import of a file that does not exist yet gets an empty one. */
const breaches: Record<string, Record<string, string>> = {
  'no-circle': { 'packages/server/src/mail/egg.ts': `import './hen.ts'`, 'packages/server/src/mail/hen.ts': `import './egg.ts'` },
  resolvable: { 'packages/server/src/mail/lost.ts': `import 'no-such-package'` },
  listed: { 'packages/widgets/src/primitives/unlisted.ts': `import 'unlisted'` },
  'src-without-dev-packages': { 'packages/server/src/mail/dev.ts': `import 'fast-check'` },
  'src-without-tests': { 'packages/server/src/mail/peek.ts': `import '../../test/factories.ts'` },
  schema: { 'packages/server/src/events/events.schema.ts': `import 'node:crypto'` },
  policy: { 'packages/server/src/events/events.policy.ts': `import { find } from './events.repository.ts'` },
  table: { 'packages/server/src/events/deep.table.ts': `import type { Mail } from '../mail/mail-transport.ts'` },
  'table-types': { 'packages/server/src/events/events.table.ts': `import { sql } from 'kysely'` },
  repository: { 'packages/server/src/events/eager.repository.ts': `import { CercleError } from '../errors.ts'` },
  'repository-own-table': {
    'packages/server/src/events/greedy.repository.ts': `import type { MemberTable } from '../members/members.table.ts'`,
  },
  service: { 'packages/server/src/events/worldly.service.ts': `import type { Request } from 'express'` },
  'service-without-sql': { 'packages/server/src/events/querying.service.ts': `import { sql } from 'kysely'` },
  'service-own-rooms': {
    'packages/server/src/events/nosy.service.ts': `import type { MemberTable } from '../members/members.table.ts'`,
  },
  router: { 'packages/server/src/events/events.router.ts': `import { find } from './events.repository.ts'` },
  migration: {
    'packages/server/src/db/migrations/20261122T0930-events-create.ts': `import type { EventTable } from '../../events/events.table.ts'`,
  },
  'features-meet-at-services': { 'packages/server/src/events/shortcut.ts': `import { month } from '../members/month.ts'` },
  'feature-below-composition': { 'packages/server/src/events/proud.ts': `import { create } from '../server.ts'` },
  'machinery-below-features': { 'packages/server/src/jobs/clever.ts': `import { find } from '../members/members.service.ts'` },
  'trpc-below-routers': { 'packages/server/src/trpc/upward.ts': `import { membersRouter } from '../members/members.router.ts'` },
  'http-through-services': { 'packages/server/src/http/direct.ts': `import { find } from '../members/members.repository.ts'` },
  'nobody-imports-main': { 'packages/server/src/http/restart.ts': `import '../main.ts'` },
  'server-below-clients': { 'packages/server/src/mail/widget.ts': `import '@cercle/widgets'` },
  'sdk-server-types': { 'packages/sdk/src/heavy.ts': `import { createCercleServer } from '@cercle/server'` },
  'one-door': { 'packages/sdk/src/window.ts': `import type { Clock } from '../../server/src/clock.ts'` },
  'sdk-below-elements': { 'packages/sdk/src/element.ts': `import type { Feed } from '@cercle/widgets'` },
  'widgets-through-sdk': {
    'packages/widgets/src/events/around.ts': `import type { EventView } from '../../../server/src/index.ts'`,
  },
  'widgets-lower-rooms': {
    'packages/widgets/src/controllers/feed-controller.ts': `import { Feed } from '../discussions/feed.ts'`,
  },
  'controller-never-renders': { 'packages/widgets/src/controllers/drawing-controller.ts': `import { html } from 'lit'` },
  'elements-meet-on-the-page': { 'packages/widgets/src/events/calendar.ts': `import { Feed } from '../discussions/feed.ts'` },
  'shell-without-lit': { 'packages/widgets/src/loader.ts': `import { LitElement } from 'lit'` },
}

const permitted: Record<string, string> = {
  'packages/server/src/spaces/spaces.schema.ts': `import { z } from 'zod'\nimport { Id } from '../wire.schema.ts'\nimport type { ErrorCode } from '../error-codes.ts'`,
  'packages/server/src/spaces/spaces.table.ts': `import type { Generated } from 'kysely'\nimport type { SpaceLevel } from './spaces.schema.ts'`,
  'packages/server/src/spaces/spaces.policy.ts': `import type { Viewer } from '../viewer.ts'\nimport type { SpaceTable } from './spaces.table.ts'`,
  'packages/server/src/spaces/spaces.repository.ts': `import { sql } from 'kysely'\nimport { readable } from '../db/readable.ts'\nimport type { SpaceTable } from './spaces.table.ts'\nimport type { Viewer } from '../viewer.ts'`,
  'packages/server/src/spaces/spaces.service.ts': `import { spacesPolicy } from './spaces.policy.ts'\nimport { list } from './spaces.repository.ts'\nimport { name } from '../members/members.service.ts'\nimport { CercleError } from '../errors.ts'`,
  'packages/server/src/spaces/spaces.router.ts': `import { SpaceList } from './spaces.schema.ts'\nimport { listSpaces } from './spaces.service.ts'\nimport { query } from '../trpc/procedures.ts'`,
  'packages/server/src/db/tables.ts': `import type { SpaceTable } from '../spaces/spaces.table.ts'`,
  'packages/server/src/db/migrations/20261122T0900-spaces-create.ts': `import { sql, type Kysely } from 'kysely'`,
  'packages/server/src/app-router.ts': `import { spacesRouter } from './spaces/spaces.router.ts'`,
  'packages/server/src/server.ts': `import express from 'express'\nimport { appRouter } from './app-router.ts'`,
  'packages/server/src/spaces/spaces.test.ts': `import fc from 'fast-check'\nimport { build } from '../../test/factories.ts'`,
  'packages/sdk/src/spaces/spaces-client.ts': `import type { SpaceView } from '@cercle/server'`,
  'packages/widgets/src/spaces/space-list.ts': `import { html } from 'lit'\nimport type { SpaceView } from '@cercle/sdk'\nimport { SpacesController } from '../controllers/spaces-controller.ts'`,
  'packages/widgets/src/controllers/spaces-controller.ts': `import type { ReactiveController } from 'lit'\nimport { createCercle } from '@cercle/sdk'`,
  'packages/widgets/src/controllers/opening.ts': `export const open = () => import('../spaces/register.ts')`,
  'packages/widgets/src/frame/host-frame.ts': `const view = () => import('../spaces/space-list.ts')\nexport { view }`,
  'examples/demo/src/main.ts': `import { createCercleServer } from '@cercle/server'`,
}

const packages: Record<string, object> = {
  'packages/server/package.json': {
    name: '@cercle/server',
    exports: './src/index.ts',
    dependencies: { zod: '1', kysely: '1', express: '1', '@trpc/server': '1', '@cercle/widgets': '1' },
    devDependencies: { 'fast-check': '1' },
  },
  'packages/sdk/package.json': {
    name: '@cercle/sdk',
    exports: './src/index.ts',
    devDependencies: { '@cercle/server': '1', '@cercle/widgets': '1' },
  },
  'packages/widgets/package.json': {
    name: '@cercle/widgets',
    exports: './src/index.ts',
    dependencies: { lit: '1', '@cercle/sdk': '1' },
  },
  'examples/demo/package.json': { name: 'demo', dependencies: { '@cercle/server': '1' } },
}

const house = realpathSync(mkdtempSync(join(tmpdir(), 'cercle-rooms-')))
let result: ICruiseResult

before(async () => {
  for (const [path, content] of Object.entries(packages))
    write(path, JSON.stringify({ version: '1.0.0', type: 'module', ...content }))
  for (const name of ['zod', 'kysely', 'express', '@trpc/server', 'fast-check', 'unlisted', 'lit']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }))
    write(`node_modules/${name}/index.js`, 'export {}')
  }
  mkdirSync(join(house, 'node_modules/@cercle'))
  for (const name of ['server', 'sdk', 'widgets']) {
    symlinkSync(join(house, 'packages', name), join(house, 'node_modules/@cercle', name))
    write(`packages/${name}/src/index.ts`, 'export {}')
  }
  const files = Object.assign({}, permitted, ...Object.values(breaches)) as Record<string, string>
  const targets = Object.entries(files).flatMap(([path, content]) =>
    [...content.matchAll(/['"](\.[^'"]+)['"]/g)].map(([, target]) => join(dirname(path), target!)),
  )
  for (const path of targets) write(path, 'export {}')
  for (const [path, content] of Object.entries(files)) write(path, `${content}\nexport {}\n`)
  const cruised = await cruise(
    ['packages', 'examples'],
    { ...config.options, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true, baseDir: house },
    config.options?.enhancedResolveOptions,
  )
  result = cruised.output as ICruiseResult
})

after(() => rmSync(house, { recursive: true, force: true }))

function write(path: string, content: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), content)
}

const broken = (file: string) => result.summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)

test('every rule has its breach', () => assert.deepEqual(Object.keys(breaches).sort(), rules.toSorted()))

for (const [rule, files] of Object.entries(breaches)) {
  test(`${rule} is noticed`, () => {
    const noticed = Object.keys(files).flatMap(broken)
    assert.ok(noticed.includes(rule), `noticed instead: ${noticed.join(', ') || 'nothing'}`)
  })
}

for (const file of Object.keys(permitted)) {
  test(`${file} is permitted`, () => assert.deepEqual(broken(file), []))
}
