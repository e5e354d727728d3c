import { loadavg } from 'node:os'
import { readFileSync } from 'node:fs'
import type pg from 'pg'

export const median = (values: number[]): number => quantile(values, 0.5)

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`
export const fixed = (value: number, digits: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits))

/** Prints a table in Markdown, so that it can be taken into docs/performance.md as it is. */
export function table(head: string[], rows: string[][]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`
  console.log(line(head))
  console.log(
    `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`,
  )
  for (const row of rows) console.log(line(row))
  console.log()
}

/** One promise of the design, and what was seen. No bench fails on time: the machine may be busy. */
export interface Budget {
  what: string
  budget: string
  measured: string
  isMet: boolean
}

export function budgets(list: Budget[]): void {
  table(
    ['budget', 'promised', 'measured', ''],
    list.map(({ what, budget, measured, isMet }) => [what, budget, measured, isMet ? 'met' : 'MISSED']),
  )
}

export const atLeast = (what: string, least: number, value: number, digits = 2): Budget => ({
  what,
  budget: `≥ ${least}`,
  measured: fixed(value, digits),
  isMet: value >= least,
})
export const atMost = (what: string, most: number, value: number, unit = '', digits = 2): Budget => ({
  what,
  budget: `≤ ${most}${unit}`,
  measured: `${fixed(value, digits)}${unit}`,
  isMet: value <= most,
})

/** What else the machine was doing: above the number of cores, times mean little and ratios of one run more. */
export const loadLine = (): string =>
  `Load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' · ')}.`

/** Processor time of all processes of the cluster so far, in milliseconds; NaN where the system does not tell. */
export async function databaseCpu(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ pid: number }>('select pid from pg_stat_activity')
  let nanoseconds = 0
  for (const { pid } of rows) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      if (process.platform !== 'linux') return NaN
    }
  }
  return nanoseconds / 1e6
}
