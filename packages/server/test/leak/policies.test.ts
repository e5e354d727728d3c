import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptsOf, rowsWritten, writers } from './attempts.ts'
import { blindAttempts, rowsBeyond } from './blind.ts'
import { askers, groundOf, nameOf, type Ground } from './bare-tables.ts'
import { faultOf, rules } from './rules.ts'
import { makeWorld, type World } from './world.ts'

/*
 * The second line by itself, table by table: through a procedure one policy can hide that another is open. No query of ours runs here.
 * That each policy is needed for this to pass is shown by `npm run drill -- mutants`.
 */

let world: World
let ground: Ground
beforeAll(async () => {
  world = await makeWorld('both lines')
  ground = await groundOf(world)
}, 120_000)
afterAll(() => world?.[Symbol.asyncDispose]())

test('every table has a rule', async () => {
  const { rows } = await world.server.database.ownerPool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(rules, name))
  expect(unknown, 'Say in `rules` in test/leak/rules.ts which rows of these each role may see').toEqual([])
})

describe.each(askers.map((asker) => [nameOf(asker), asker] as const))('%s', (_, asker) => {
  test.each(Object.keys(rules))('sees of %s what she may', async (table) => {
    expect(await faultOf(ground, asker, table)).toBeUndefined()
  })
})

describe.each(writers.map((asker) => [nameOf(asker), asker] as const))('%s', (_, asker) => {
  const { may, mayNot } = attemptsOf(asker)

  test.each(Object.entries(mayNot))('cannot write %s', async (_what, attempt) => {
    expect(await rowsWritten(ground, asker, attempt)).toBe(0)
  })

  test.each(Object.entries(blindAttempts))('changes no more than she may, blindly, of %s', async (_what, attempt) => {
    expect(await rowsBeyond(ground, asker, attempt)).toBe(0)
  })

  test.each(Object.entries(may))('can write %s', async (_what, attempt) => {
    expect(await rowsWritten(ground, asker, attempt)).toBeGreaterThan(0)
  })
})
