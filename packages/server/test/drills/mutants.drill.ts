import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../src/viewer.ts'
import { engine } from '../database.ts'
import { attemptsOf, rowsWritten, writers } from '../leak/attempts.ts'
import { blindAttempts, rowsBeyond } from '../leak/blind.ts'
import { askers, groundOf, nameOf, type Ground } from '../leak/bare-tables.ts'
import { addEverySpace, noRights } from '../leak/lines.ts'
import { personas } from '../leak/personas.ts'
import { procedures, type Procedure } from '../leak/procedures.ts'
import { faultOf, rules } from '../leak/rules.ts'
import { answersOf, inWords, makeTrials, trialsOf, type Trial } from '../leak/trial.ts'
import { makeWorld, type World } from '../leak/world.ts'
import { covered, coveredByFunction } from './covered-sites.ts'
import { isNeeded, mutantsOf, needless, type PolicyMutant } from './policy-mutants.ts'
import { allSites } from './sites.ts'

/*
 * Whether the leak suite would notice. With the second line off, each place that narrows a query is taken away, one at a time; with the first
 * line off, each half of each policy lets everything through, one at a time. Each must be noticed.
 */

/** The sites that are taken away now. */
const without = new Set<string>()
Object.assign(globalThis, {
  cercleWithout: (key: string, viewer: Viewer): Viewer => (without.has(key) ? { ...viewer, rights: noRights } : viewer),
})

/** A world in which nobody's session ends while the drill goes on. */
async function lasting(world: World): Promise<World> {
  const { owner, clock } = world.server
  const soon = new Date(clock.now() + 60_000)
  const late = new Date(clock.now() + 86_400_000)
  await owner.updateTable('session').set({ access_expires_at: late }).where('access_expires_at', '>', soon).execute()
  return world
}

/** The members' space names the hidden group too: it opens nothing there, and only its own are told. */
async function nameHiddenGroup({ server: { owner }, slug }: World): Promise<void> {
  const place = await owner
    .selectFrom('space as s')
    .innerJoin('community as c', 'c.id', 's.community_id')
    .innerJoin('group as g', 'g.community_id', 'c.id')
    .select(['s.community_id', 's.id as space_id', 'g.id as group_id'])
    .where('c.slug', '=', slug)
    .where('s.slug', '=', 'entraide')
    .where('g.hidden', '=', true)
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('audience')
    .values({ ...place, id: randomUUID(), member_id: null })
    .execute()
}

/** Who is not in the hidden group is its pivot, as she was made before she left it: neither she nor the desk is told. */
async function makePivotOfHidden({ server: { owner }, slug }: World): Promise<void> {
  const row = await owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .innerJoin('group as g', 'g.community_id', 'm.community_id')
    .select(['m.community_id', 'm.id as member_id', 'g.id as group_id'])
    .where('p.email', '=', `member@${slug}.example`)
    .where('g.hidden', '=', true)
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('pivot')
    .values({ ...row, since: new Date() })
    .execute()
}

const { sites } = allSites()
/** `CERCLE_MUTANTS='^(?:consent|help_)'`: of these policies alone, while one writes them. */
const wanted = new RegExp(process.env['CERCLE_MUTANTS'] ?? '', 'u')
let calls = 0

/** Mutations that change nothing that anybody else is told. */
const harmless = new Set(['spaces.seenBy'])

/** All queries, then what is refused of the rest: what is allowed would change the world. */
function trialsIn(world: World, { type }: { type: Procedure['type'] }): Trial[][] {
  return procedures
    .filter((procedure) => procedure.type === type && procedure.audience !== 'auth')
    .map((procedure) => personas.flatMap((persona) => trialsOf(world, procedure, persona)))
    .map((trials) =>
      trials.filter(({ answer, procedure }) => type === 'query' || answer !== undefined || harmless.has(procedure.path)),
    )
}

/** What they hide shows by what is in a list or left out, with no word of it that is known to be secret: what is answered is another thing without them. */
const bySilence = [
  'members/people.repository.ts · written · readable',
  'notifications/notifications.repository.ts · listPreferences · readable',
]

const making = () => ({ isBatched: () => true, mark: String(++calls), found: new Set<string>() })

/** The first thing that the suite finds wrong, or nothing. A call that breaks is no leak. */
async function firstWrong(world: World): Promise<string | undefined> {
  for (const trials of [...trialsIn(world, { type: 'query' }), ...trialsIn(world, { type: 'mutation' })]) {
    const wrong = await makeTrials(world, trials, making())
    expect(wrong.filter((one) => one.includes(': internal instead of'))).toEqual([])
    if (wrong[0] !== undefined) return wrong[0]
  }
  return undefined
}

/** What everybody is answered to every query. */
async function everyAnswer(world: World): Promise<string[]> {
  const answers = await answersOf(world, trialsIn(world, { type: 'query' }).flat(), making())
  return answers.map(({ trial, seen }) => `${inWords(trial)} ${seen}`).sort()
}

const set = (...keys: string[]) => {
  without.clear()
  for (const key of keys) without.add(key)
}

describe('the first line alone', () => {
  let world: World
  const died: string[] = []
  beforeAll(async () => {
    world = await lasting(await makeWorld('line 1 alone'))
    await addEverySpace(world.server.database)
    await nameHiddenGroup(world)
    await makePivotOfHidden(world)
  })
  afterAll(async () => {
    console.log(`mutants, ${engine}, first line: ${died.length} of ${sites.length} killed`)
    await world?.[Symbol.asyncDispose]()
  })

  test('holds', async () => {
    set()
    expect(await firstWrong(world)).toBeUndefined()
  })

  test.each(sites.map(({ key }) => key))('does not hold without %s', async (key) => {
    const cover = covered[key]
    set(key)
    const wrong = await firstWrong(world)
    const behind = coveredByFunction[key]
    if (behind) {
      expect(wrong, 'Take it out of `coveredByFunction`: it is noticed').toBeUndefined()
      const { rows } = await world.server.database.ownerPool.query<{ prosrc: string }>(
        'select prosrc from pg_proc where proname = $1',
        [behind.of],
      )
      expect(rows[0]?.prosrc).toContain(behind.asks)
    } else if (bySilence.includes(key)) {
      expect(wrong, 'Take it out of `bySilence`: it is noticed by what is said').toBeUndefined()
      const without = await everyAnswer(world)
      set()
      expect(without, 'nobody noticed, not even who is no longer listed').not.toEqual(await everyAnswer(world))
    } else if (!cover) expect(wrong, 'nobody noticed').toBeDefined()
    else {
      expect(wrong, 'Take it out of `covered`: it is noticed alone').toBeUndefined()
      set(cover.beside)
      const before = await everyAnswer(world)
      expect(await everyAnswer(world), 'the same question twice').toEqual(before)
      set(cover.beside, key)
      expect(await everyAnswer(world), `nobody noticed, not even without ${cover.beside}`).not.toEqual(before)
    }
    if (!behind) died.push(key)
    console.log(
      `  ${behind ? '–' : '✓'} ${key}: ${behind ? `${behind.of} asks again` : (wrong?.split('\n')[0] ?? (cover === undefined ? 'the answer is another' : `noticed once ${cover.beside} is gone too; alone ${cover.because}`))}`,
    )
  })

  test('holds again', async () => {
    set()
    expect(await firstWrong(world)).toBeUndefined()
  })
})

describe('the second line alone', () => {
  let world: World
  let ground: Ground
  let halves: PolicyMutant[]
  let conditions: PolicyMutant[]
  beforeAll(async () => {
    set()
    world = await lasting(await makeWorld('line 2 alone'))
    ground = await groundOf(world)
    ;({ halves, conditions } = await mutantsOf(world.server.database))
    halves = halves.filter(({ key }) => wanted.test(key))
    conditions = conditions.filter(({ key }) => wanted.test(key))
  })
  afterAll(() => world?.[Symbol.asyncDispose]())

  async function ruleBroken(tables: string[]): Promise<string | undefined> {
    for (const table of tables)
      for (const asker of askers) {
        const fault = await faultOf(ground, asker, table)
        if (fault !== undefined) return `a rule: ${fault}`
      }
    return undefined
  }

  /** Refused for another reason, it is not written either. */
  async function attemptDone(keep: (attempt: string) => boolean): Promise<string | undefined> {
    for (const asker of writers) {
      for (const [what, attempt] of Object.entries(attemptsOf(asker).mayNot)) {
        const rows = keep(attempt) ? await rowsWritten(ground, asker, attempt) : 0
        if (typeof rows === 'number' && rows > 0) return `an attempt: ${nameOf(asker)} wrote ${what}`
      }
      for (const [what, blind] of Object.entries(blindAttempts)) {
        const rows = keep(blind.attempt) ? await rowsBeyond(ground, asker, blind) : 0
        if (typeof rows === 'number' && rows > 0) return `blindly: ${nameOf(asker)} changed ${what}`
      }
    }
    return undefined
  }

  /** Rules and attempts of its table first; the rest may rest on it too. */
  async function noticed({ table }: PolicyMutant): Promise<string | undefined> {
    const named = new RegExp(`\\b${table}\\b`)
    return (
      (await ruleBroken([table])) ??
      (await attemptDone((attempt) => named.test(attempt))) ??
      (await ruleBroken(Object.keys(rules))) ??
      (await attemptDone(() => true)) ??
      (await firstWrong(world))
    )
  }

  /** As `noticed`, and closes what was opened, whatever comes of it. */
  async function noticedThen(mutant: PolicyMutant, opened: PolicyMutant[]): Promise<string | undefined> {
    try {
      return await noticed(mutant)
    } finally {
      for (const one of opened) await one.close()
    }
  }

  test('holds', async () => {
    expect(await ruleBroken(Object.keys(rules))).toBeUndefined()
    expect(await attemptDone(() => true)).toBeUndefined()
    expect(await firstWrong(world)).toBeUndefined()
  })

  /** Opens each in turn; answers what is not as it should be. */
  async function openEach(mutants: PolicyMutant[], what: string): Promise<string[]> {
    const astray: string[] = []
    let [died, spared] = [0, 0]
    for (const mutant of mutants) {
      await mutant.open()
      const how = await noticedThen(mutant, [mutant])
      const why = needless[mutant.key]
      if (how !== undefined) died++
      else if (why) spared++
      console.log(
        `  ${how === undefined ? '–' : '✓'} ${mutant.key}: ${how ?? why?.because ?? `nobody noticed: ${mutant.condition}`}`,
      )
      if (how !== undefined && why) astray.push(`${mutant.key} is noticed: take it out of \`needless\``)
      if (how === undefined && !why) astray.push(`${mutant.key}: nobody noticed that ${mutant.condition} is gone`)
      if (why?.still !== undefined && (await isNeeded(world.server.database, why.still)))
        astray.push(`${mutant.key} is needed after all`)
      const other = mutants.find(({ key }) => key === why?.beside)
      if (other) {
        await Promise.all([mutant.open(), other.open()])
        const both = await noticedThen(mutant, [mutant, other])
        if (both === undefined) astray.push(`${mutant.key}: nobody noticed, not even without ${other.key}`)
      } else if (why?.beside !== undefined) astray.push(`${mutant.key}: there is no ${why.beside}`)
    }
    console.log(`mutants, ${engine}, ${what}: ${died} of ${mutants.length} killed, ${spared} change nothing`)
    return astray
  }

  test('does not hold when half of a policy lets everything through', async () => {
    expect(await openEach(halves, 'halves of policies')).toEqual([])
  })

  test('does not hold when one condition of a policy is left out', async () => {
    expect(await openEach(conditions, 'conditions of policies')).toEqual([])
  })

  test('needs no other excuse', () => {
    const keys = [...halves, ...conditions].map(({ key }) => key)
    expect(Object.keys(needless).filter((key) => wanted.test(key) && !keys.includes(key))).toEqual([])
  })

  test('holds again', async () => {
    expect(await ruleBroken(Object.keys(rules))).toBeUndefined()
    expect(await attemptDone(() => true)).toBeUndefined()
  })
})
