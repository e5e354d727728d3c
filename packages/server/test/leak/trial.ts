import { sql } from 'kysely'
import type { Db } from '../../src/db/tables.ts'
import { headersOf } from './asking.ts'
import { personas, type Persona } from './personas.ts'
import { expected, isCalledBy, type Procedure } from './procedures.ts'
import type { Target, World } from './world.ts'

/** One call to be made, and what it must answer. */
export interface Trial {
  procedure: Procedure
  persona: Persona
  target: Target | undefined
  input: unknown
  /** `undefined`: success. */
  answer: string | undefined
}

/** Every way the suite calls a procedure as one persona, about every target it can name. */
export function trialsOf(world: World, procedure: Procedure, persona: Persona): Trial[] {
  if (!isCalledBy(procedure, persona)) return []
  const { entry } = procedure
  const trial =
    (target: Target | undefined) =>
    (input: unknown): Trial => ({ procedure, persona, target, input, answer: expected(procedure, persona, target) })
  if (entry.takes === 'none') return entry.inputs(world, '').map(trial(undefined))
  const targets = world.targets.filter(
    (target) => [entry.takes].flat().includes(target.kind) && (entry.isAsked?.(persona, target) ?? true),
  )
  return [
    ...(entry.plain ?? []).map(trial(undefined)),
    ...targets.flatMap((target) => entry.inputs(world, target.id, target.kind).map(trial(target))),
  ]
}

interface Answered {
  trial: Trial
  /** What is compared byte by byte: body, and of a call of its own also status and headers that do not move by themselves. */
  seen: string
  code: string | undefined
}

const moving = new Set(['date', 'etag', 'connection', 'keep-alive'])

/** How trials are made. */
export interface Making {
  /** Whether the calls of this persona travel together. */
  isBatched(persona: Persona): boolean
  /** Put into addresses, so that no answer that was kept for everybody stands in for another. */
  mark?: string
}

/** One request of one persona: a call, or a batch. */
async function request(world: World, trials: Trial[], batch: boolean, mark: string | undefined): Promise<Answered[]> {
  const [{ persona, procedure }] = trials as [Trial]
  const own = headersOf(world, persona)
  const input = JSON.stringify(batch ? Object.fromEntries(trials.map((trial, index) => [index, trial.input])) : trials[0]!.input)
  const address = new URL(`${world.server.url}/c/${world.slug}/trpc/${trials.map((trial) => trial.procedure.path).join(',')}`)
  if (batch) address.searchParams.set('batch', '1')
  if (mark !== undefined) address.searchParams.set('mark', mark)
  const isGet = procedure.type === 'query' && own.authorization === undefined
  if (isGet && input !== undefined) address.searchParams.set('input', input)
  const headers = { ...own, 'content-type': 'application/json' }
  const response = await fetch(address, isGet ? {} : { method: 'POST', headers, ...(input === undefined ? {} : { body: input }) })
  const text = await response.text()
  const body = JSON.parse(text) as { error?: { data: { code: string } } }
  const around = [response.status, ...[...response.headers].filter(([name]) => !moving.has(name))]
  const bodies = batch ? (body as (typeof body)[]) : [body]
  // Refused before any call ran: one refusal stands for all.
  const refused = bodies.length < trials.length ? bodies[0] : undefined
  return trials.map((trial, index) => {
    const answer = refused ?? bodies[index]
    return { trial, seen: batch ? JSON.stringify(answer) : JSON.stringify([around, text]), code: answer?.error?.data.code }
  })
}

/** Makes all calls, those of one persona up to ten together where told, six requests at a time. */
export async function answersOf(world: World, trials: Trial[], { isBatched, mark }: Making): Promise<Answered[]> {
  const requests: Trial[][] = []
  for (const persona of personas) {
    const hers = trials.filter((trial) => trial.persona === persona)
    while (hers.length > 0) requests.push(hers.splice(0, isBatched(persona) ? 10 : 1))
  }
  const answers: Answered[] = []
  const worker = async () => {
    for (let next = requests.shift(); next !== undefined; next = requests.shift())
      answers.push(...(await request(world, next, isBatched(next[0]!.persona), mark)))
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  return answers
}

export const inWords = ({ persona, procedure, target, input }: Trial) =>
  `${persona.name} · ${procedure.path} · ${target?.label ?? ''} ${JSON.stringify(input)}`

/** The way of calling, whatever it is about. */
function shape({ persona, procedure, target, input }: Trial): string {
  const { id, ...rest } = (input ?? {}) as Record<string, unknown>
  return JSON.stringify([persona.name, procedure.path, id === target?.id, rest]).replaceAll(target?.id ?? ' ', '@')
}

/** Makes all calls, and answers in words what is wrong: nothing, one would hope. Notes in `found` which canaries were seen where they belong. */
export async function makeTrials(world: World, trials: Trial[], making: Making & { found: Set<string> }): Promise<string[]> {
  const { found } = making
  const wrong: string[] = []
  const answers = await answersOf(world, trials, making)
  const absent = new Map(
    answers
      .filter(({ trial }) => trial.target?.isAbsent)
      .map(({ trial, seen }) => [shape(trial), seen.replaceAll(trial.target!.id, '@')]),
  )
  for (const { trial, seen, code } of answers) {
    const { persona, target, answer } = trial
    if (code !== answer) wrong.push(`${inWords(trial)}: ${code ?? 'success'} instead of ${answer ?? 'success'}`)
    // What the caller sent herself is no news to her.
    for (const canary of world.canaries.within(seen.replaceAll(target?.id ?? ' ', ' '))) {
      if (canary.readers.has(persona.name)) found.add(`${persona.name} ${canary.text}`)
      else wrong.push(`${inWords(trial)}: a leak of ${canary.label}`)
    }
    // What one has read is told to members only; of it the second line knows nothing.
    if (world.lines !== 'line 2 alone' && persona.status !== 'active' && /\\?"unread\\?":true/.test(seen))
      wrong.push(`${inWords(trial)}: is told what is unread`)
    if (!target || answer !== 'not_found') continue
    const ofNothing = absent.get(shape(trial))
    if (seen.replaceAll(target.id, '@') !== ofNothing)
      wrong.push(`${inWords(trial)}: hidden and absent differ:\n  ${seen}\n  ${ofNothing}`)
  }
  return wrong
}

/** A fingerprint of every table as its owner sees it. */
export async function fingerprints(owner: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(owner)
  const each = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{ name: string; print: string }>`${sql.join(each, sql` union all `)}`.execute(owner)
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]))
}
