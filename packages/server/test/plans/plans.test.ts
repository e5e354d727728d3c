import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { become, viewerOf } from '../../src/db/openings.ts'
import { rights } from '../../src/db/rights.ts'
import { threadPage, threadView } from '../../src/discussions/discussions.service.ts'
import type { Scope } from '../../src/scope.ts'
import { viewerSpaces } from '../../src/spaces/spaces.service.ts'
import { engine, testDatabase } from '../database.ts'
import { accessHashes, addThreads, longThread, makeCrowd, now, publicSpace, readers, slug, type Reader } from './crowd.ts'
import { ExplainingTransaction, type Explained } from './explaining.ts'

/** Every page that reads discussions, through the services that requests use. */
const pages: Record<string, (scope: Scope) => Promise<unknown>> = {
  'feed of all spaces': (scope) => threadPage(scope, { limit: 20 }),
  'its second page': async (scope) => {
    const { cursor } = await threadPage(scope, { limit: 20 })
    const explained = (scope as Scope & { explained: Explained[] }).explained
    explained.length = 0
    return threadPage(scope, { limit: 20, cursor })
  },
  'feed of one space': (scope) => threadPage(scope, { limit: 20, space: publicSpace }),
  'feed of one kind': (scope) => threadPage(scope, { limit: 20, kind: 'question' }),
  'one kind in one space': (scope) => threadPage(scope, { limit: 20, kind: 'question', space: publicSpace }),
  'one thread': (scope) => threadView(scope, { id: longThread, limit: 20 }),
  'list of spaces': (scope) => viewerSpaces(scope),
}

async function explain(database: Database, reader: Reader, read: (scope: Scope) => Promise<unknown>): Promise<Explained[]> {
  const transaction = new ExplainingTransaction(database.pool, 'begin', become(accessHashes[reader], null, slug, now))
  try {
    const viewer = viewerOf(await transaction.opened(), rights)!
    expect(viewer.memberId === null).toBe(reader === 'stranger')
    const { db, explained } = transaction
    await read({ db, viewer, explained, clock: { now: () => now.getTime() }, newId: () => '' } as unknown as Scope)
    return explained
  } finally {
    await transaction.end('rollback')
  }
}

type Measured = Map<string, { statements: Explained[]; total: number; largest: number }>

async function measure(database: Database): Promise<Measured> {
  const measured: Measured = new Map()
  for (const reader of Object.keys(readers) as Reader[]) {
    for (const [page, read] of Object.entries(pages)) {
      const statements = await explain(database, reader, read)
      const buffers = statements.map((one) => one.buffers)
      measured.set(`${reader} · ${page}`, {
        statements,
        total: buffers.reduce((a, b) => a + b, 0),
        largest: Math.max(...buffers),
      })
    }
  }
  return measured
}

const FEW = 1_000
const MANY = 100_000

// postgres-only: PGlite has other planner constants and holds 100,000 threads in the memory of this process
describe.runIf(engine === 'postgres')(`at ${FEW} and ${MANY} threads in 1,000 spaces`, { timeout: 120_000 }, () => {
  let database: Database
  let few: Measured
  let many: Measured
  beforeAll(async () => {
    database = await testDatabase()
    await makeCrowd(database)
    await addThreads(database, 1, FEW)
    few = await measure(database)
    await addThreads(database, FEW + 1, MANY)
    many = await measure(database)
    const rows = [...many].map(([what, { total, largest }]) => ({
      what,
      [FEW]: few.get(what)!.total,
      [MANY]: total,
      largest,
      budget: budgetOf(what),
    }))
    console.table(rows)
  }, 240_000)
  afterAll(() => database?.[Symbol.asyncDispose]())

  /** Pages of 8 KiB that one statement may touch: what the reader's spaces and the rows shown cost, whatever there is beside them. */
  const budgetOf = (what: string): number => 200 + 7 * readers[what.split(' · ')[0] as Reader]
  const explanation = (statements: Explained[]): string =>
    statements
      .map(({ sql, buffers, plan }) => `${buffers} ${sql}\n${process.env.CERCLE_SHOW_PLANS ? JSON.stringify(plan, null, 1) : ''}`)
      .join('\n')

  test('each statement stays within the budget', () => {
    for (const measured of [few, many]) {
      for (const [what, { largest, statements }] of measured)
        expect(largest, `${what}\n${explanation(statements)}`).toBeLessThanOrEqual(budgetOf(what))
    }
  })

  test('no statement reads through all that was ever written', () => {
    const grows = new Set(['thread', 'post', 'reaction', 'reading', 'revision', 'activity'])
    for (const [what, { statements }] of many) {
      const through = statements.flatMap(({ wholeScans }) => wholeScans).filter((table) => grows.has(table))
      expect(through, `${what}\n${explanation(statements)}`).toEqual([])
    }
  })

  test('a hundred times as many threads cost no page twice as much', () => {
    for (const [what, { total, statements }] of many) {
      expect(total, `${what}\n${explanation(statements)}`).toBeLessThanOrEqual(2 * few.get(what)!.total)
    }
  })
})
