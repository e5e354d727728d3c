import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../database.ts'
import type { Lines } from './lines.ts'
import { personas, type Persona } from './personas.ts'
import { definitions, entries, procedures, type Procedure } from './procedures.ts'
import { fingerprints, makeTrials, trialsOf, type Trial } from './trial.ts'
import { makeWorld, type World } from './world.ts'

/** From a stranger to a member, each of whom is kept from something. */
const oneOfEach = ['anonymous', 'pending', 'who has not signed', 'other']

test('every procedure says whom it is for, and the suite knows how to call it', () => {
  const untagged = definitions.filter(([, { _def }]) => _def.meta?.audience === undefined).map(([path]) => path)
  expect(untagged, 'Make these from one of the procedures in src/trpc/procedures.ts, which carry `meta.audience`').toEqual([])
  const unknown = definitions.filter(([path]) => !Object.hasOwn(entries, path)).map(([path]) => path)
  expect(unknown, 'Add to `entries` in test/leak/procedures.ts what each of these takes and how it is called').toEqual([])
  const stale = Object.keys(entries).filter((path) => definitions.every(([name]) => name !== path))
  expect(stale, 'Remove these from `entries` in test/leak/procedures.ts: the router has them no more').toEqual([])
})

describe.each<Lines>(['both lines', 'line 1 alone', 'line 2 alone'])('under %s', { timeout: 120_000 }, (lines) => {
  let world: World
  let checks = 0
  /** `persona text` of every canary that was seen where it belongs. */
  const found = new Set<string>()
  beforeAll(async () => {
    world = await makeWorld(lines)
  }, 120_000)
  afterAll(async () => {
    console.log(
      `leak suite, ${engine}, ${lines}: ${procedures.length} procedures × ${personas.length} personas, ${world.targets.length} targets, ${world.canaries.all.length} canaries, ${checks} checks`,
    )
    await world[Symbol.asyncDispose]()
  })

  const run = async (trials: Trial[]) => {
    checks += trials.length
    // One persona of each standing one by one under both lines, so that status and headers, in which no engine has a part, are compared too;
    // else in batches, whose queries share a transaction.
    const isBatched = ({ name }: Persona) => lines !== 'both lines' || engine === 'pglite' || !oneOfEach.includes(name)
    return makeTrials(world, trials, { isBatched, found })
  }
  const trials = (type: Procedure['type'], keep: (trial: Trial) => boolean = () => true) =>
    procedures
      .filter((procedure) => procedure.type === type)
      .flatMap((procedure) => personas.flatMap((persona) => trialsOf(world, procedure, persona)))
      .filter(keep)
  const isAuth = ({ procedure }: Trial) => procedure.audience === 'auth'

  test('a query answers what its caller may know, and nothing else', async () => {
    expect(await run(trials('query'))).toEqual([])
  })

  test('every text is seen by everybody it belongs to', () => {
    const missed = world.canaries.all.flatMap(({ text, label, readers }) =>
      [...readers].filter((name) => !found.has(`${name} ${text}`)).map((name) => `${name}: ${label}`),
    )
    expect(missed).toEqual([])
  })

  test('a refused call writes nothing', async () => {
    const before = await fingerprints(world.server.owner)
    expect(await run(trials('mutation', (trial) => !isAuth(trial) && trial.answer !== undefined))).toEqual([])
    expect(await fingerprints(world.server.owner)).toEqual(before)
  })

  test('sign-in and asking to come in give away nothing; only counts of tries, codes, challenges, mails and askings move', async () => {
    const standing = async () => {
      const {
        login: _,
        activity: __,
        activity_head: ___,
        activity_cursor: ____,
        mail_queue: _____,
        passkey_challenge: ______,
        ...rest
      } = await fingerprints(world.server.owner)
      return rest
    }
    const before = await standing()
    expect(await run(trials('mutation', isAuth))).toEqual([])
    expect(await standing()).toEqual(before)
    const told = world.server.mails
      .filter(({ to }) => to.endsWith(`@${world.slug}.example`))
      .flatMap(({ to, subject, text, html }) =>
        world.canaries.within([subject, text, html].join(' ')).map(({ label }) => `mail to ${to}: ${label}`),
      )
    expect(told).toEqual([])
  })

  test('what is allowed is done, and its answer holds what its caller may know', async () => {
    const allowed = trials('mutation', (trial) => !isAuth(trial) && trial.answer === undefined)
    expect(allowed.length).toBeGreaterThan(100)
    const isChange = ({ procedure }: Trial) =>
      ['discussions.edit', 'discussions.withdraw', 'discussions.restore'].includes(procedure.path)
    expect(await run(allowed.filter((trial) => !isChange(trial)))).toEqual([])
    // Of one's own text, in this order: each leaves what the next needs.
    for (const path of ['discussions.edit', 'discussions.withdraw', 'discussions.restore']) {
      expect(await run(allowed.filter(({ procedure }) => procedure.path === path))).toEqual([])
    }
  })
})
