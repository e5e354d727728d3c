import { compareHiddenAndAbsent } from '../test/drills/hidden-or-absent.ts'
import { makePlace } from '../test/drills/place.ts'
import { atMost, budgets, fixed, loadLine, median, quantile, table, type Budget } from './figures.ts'

/*
 * Whether a clock tells what is hidden from what is not there: the same member asks about both in random order, over one connection, and the middle
 * answers are compared. Choose by name: `npm run drill -- timing`.
 */
const PAIRS = Number(process.env.DRILL_PAIRS ?? 2_000)
const APART = 5

const kept: Budget[] = []
const rows: string[][] = []
for (const engine of ['postgres', 'pglite'] as const) {
  await using place = await makePlace(engine)
  for (const { what, hidden, absent, odd } of await compareHiddenAndAbsent(place, PAIRS)) {
    const of = (values: number[]) => [fixed(median(values), 2), fixed(quantile(values, 0.99), 2)]
    rows.push([`${what}, ${engine}`, String(hidden.length), ...of(hidden), ...of(absent), String(odd)])
    kept.push(
      atMost(`${what}, ${engine}: hidden and absent apart, p50`, APART, Math.abs(median(hidden) - median(absent)), ' ms'),
      atMost(`${what}, ${engine}: answers that differ in a byte`, 0, odd, '', 0),
    )
  }
}
table(['asked about', 'pairs', 'hidden p50', 'p99', 'absent p50', 'p99', 'differ'], rows)
budgets(kept)
console.log(loadLine())
if (kept.some(({ isMet }) => !isMet)) process.exitCode = 1
