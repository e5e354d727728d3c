import { atMost, fixed, loadLine, median, table, type Budget } from '../../server/bench/figures.ts'
import { Chromium } from './chromium.ts'
import { measureMember, type MemberFigures, type Memory } from './members.ts'
import { startServed, type Served } from './served.ts'
import { learnQuery, measureStrangers, measureVisit, openings, type Opening, type Round } from './strangers.ts'
import type { Visited } from './visit.ts'

/*
 * What a person waits for on a partner's page: 400 kbps and 400 ms away, on a machine six times slower than this one. Cercle is two lines in a
 * lean page of another origin; its floors are the same page with nothing but Lit and plain rows, which read the very same answer. BENCH_RUNS
 * rounds (5); each figure is the median, each ratio the median of the rounds' own ratios.
 */
type Pick = (visited: Visited) => number
const first: Pick = (visited) => visited.first
const RUNS = Number(process.env.BENCH_RUNS ?? 5)

const head = ['', 'first thread ms', 'from–to', 'long tasks ms', 'TBT ms', 'CLS', 'kB', 'requests']
const names: Record<Opening, string> = {
  cercle: 'Cercle',
  preloaded: 'floor: Lit and the answer preloaded by the page',
  loader: 'floor: a loader that asks for both at once',
  chain: 'floor: Lit, then the answer',
}

await using served = await startServed()
await using chromium = await Chromium.start()
served.query = await learnQuery(chromium, served)
console.log(`400 kbps, 400 ms, CPU ÷ 6, 412 × 823; ${RUNS} rounds. ${loadLine()}\n`)
for (const path of Object.values(openings)) await measureVisit(chromium, `${served.site}${path}`)

const strangers = await measureStrangers(chromium, served, RUNS)
const member = await measureMember(chromium, served, RUNS)
reportStrangers(served, strangers)
reportRoads({
  cold: strangers.cercle.map(({ cold }) => cold),
  repeat: strangers.cercle.map(({ repeat }) => repeat),
  'preloaded floor': strangers.preloaded.map(({ cold }) => cold),
  'floor with a loader': strangers.loader.map(({ cold }) => cold),
  returning: member.returning,
  'no files kept': member.first,
})
reportMember(member)
reportBudgets(served, strangers, member)
console.log(loadLine())

function middle(list: Visited[], pick: Pick): number {
  return median(list.map(pick))
}

/** Of what came from Cercle: the partner's page is the partner's. */
function bytesFrom({ cercle }: Served): Pick {
  return ({ asked }) => asked.filter(({ url }) => url.startsWith(cercle)).reduce((sum, { bytes }) => sum + bytes, 0)
}

function line(name: string, list: Visited[], from: Served): string[] {
  return [
    name,
    fixed(middle(list, first), 0),
    `${fixed(Math.min(...list.map(first)), 0)}–${fixed(Math.max(...list.map(first)), 0)}`,
    fixed(
      middle(list, ({ longTasks }) => longTasks),
      0,
    ),
    fixed(
      middle(list, ({ blocked }) => blocked),
      0,
    ),
    fixed(
      middle(list, ({ shift }) => shift),
      3,
    ),
    fixed(middle(list, bytesFrom(from)) / 1000, 1),
    String(middle(list, ({ asked }) => asked.length)),
  ]
}

function reportStrangers(from: Served, all: Record<Opening, Round[]>): void {
  const rows = (Object.keys(all) as Opening[]).flatMap((name) => [
    line(
      `${names[name]}, cold`,
      all[name].map(({ cold }) => cold),
      from,
    ),
    line(
      `${names[name]}, repeat`,
      all[name].map(({ repeat }) => repeat),
      from,
    ),
  ])
  table(head, rows)
}

/** Where the time goes: from when until when each file was on its way, in the visit that is the median. */
function reportRoads(all: Record<string, Visited[]>): void {
  const rows = Object.entries(all).flatMap(([name, visits]) => {
    const typical = visits.find((visit) => visit.first === middle(visits, first))!
    const steps = typical.asked.map(({ url, from, until, bytes }) => [shortened(url), from, until, bytes] as const)
    return [
      ...steps,
      [
        'first thread painted',
        Math.max(...steps.map(([, , until]) => until).filter((until) => until < typical.first)),
        typical.first,
        NaN,
      ] as const,
    ].map(([what, from, until, bytes]) => [`${name}: ${what}`, fixed(from, 0), fixed(until, 0), fixed(bytes / 1000, 1)])
  })
  table(['ms', 'from', 'until', 'kB'], rows)
}

function shortened(url: string): string {
  const { pathname } = new URL(url)
  return pathname.replace(/-[\w-]{8}\.js$/, '.js').replace(/^\/c\/[^/]+\//, '')
}

function reportMember({ returning, first: early, one, four, streams }: MemberFigures): void {
  table(head, [line('signed in, returning', returning, served), line('signed in, none of Cercle’s files kept', early, served)])
  const memory = (name: string, list: Memory[]) => [
    name,
    fixed(median(list.map(({ private: bytes }) => bytes)) / 1024 / 1024, 1),
    fixed(median(list.map(({ heap }) => heap)) / 1024 / 1024, 1),
    String(median(list.map(({ processes }) => processes))),
  ]
  table(
    ['memory of page and frames, MB', 'private', 'script', 'processes'],
    [memory('one element', one), memory('four elements', four)],
  )
  console.log(`Four elements of one member: ${streams} live stream${streams === 1 ? '' : 's'}.\n`)
}

function reportBudgets(from: Served, all: Record<Opening, Round[]>, seen: MemberFigures): void {
  const cold = all.cercle.map((round) => round.cold)
  const repeat = all.cercle.map((round) => round.repeat)
  const ratio = (floor: Opening, what: keyof Round) =>
    median(all.cercle.map((round, index) => round[what].first / all[floor][index]![what].first))
  const list: Budget[] = [
    atMost('first thread, cold', 1750, middle(cold, first), ' ms', 0),
    atMost('first thread, cold ÷ preloaded floor', 1.03, ratio('preloaded', 'cold')),
    atMost('first thread, repeat', 900, middle(repeat, first), ' ms', 0),
    ...[cold, repeat].flatMap((visits, index) => {
      const when = index === 0 ? 'cold' : 'repeat'
      return [
        atMost(
          `long tasks, ${when}`,
          200,
          middle(visits, ({ longTasks }) => longTasks),
          ' ms',
          0,
        ),
        atMost(
          `TBT, ${when}`,
          90,
          middle(visits, ({ blocked }) => blocked),
          ' ms',
          0,
        ),
        atMost(
          `CLS, ${when}`,
          0.02,
          middle(visits, ({ shift }) => shift),
          '',
          3,
        ),
      ]
    }),
    atMost('on the wire, cold', 24, middle(cold, bytesFrom(from)) / 1000, ' kB', 1),
    atMost('signed in, returning (1200 where a kept page is allowed)', 1600, middle(seen.returning, first), ' ms', 0),
    atMost('signed in, first − stranger, cold', 1000, middle(seen.first, first) - middle(cold, first), ' ms', 0),
    atMost('memory, four elements ÷ one', 1.35, median(seen.four.map((four, index) => four.private / seen.one[index]!.private))),
    atMost('live streams of four elements', 1, seen.streams, '', 0),
  ]
  table(
    ['budget', 'promised', 'measured', ''],
    list.map(({ what, budget, measured, isMet }) => [what, budget, measured, isMet ? '✓' : '✗']),
  )
  const rest = `÷ the floor with a loader ${fixed(ratio('loader', 'cold'), 2)}, ÷ the chain ${fixed(ratio('chain', 'cold'), 2)}`
  console.log(`Cold ${rest}; repeat ÷ preloaded floor ${fixed(ratio('preloaded', 'repeat'), 2)}.`)
}
