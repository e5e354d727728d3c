import pg from 'pg'
import type { CompiledQuery, QueryResult } from 'kysely'
import { OpeningTransaction } from '../../src/db/viewer-transaction.ts'

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Plans?: PlanNode[]
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

/** One statement as it ran: pages it touched, in memory or not. */
export interface Explained {
  sql: string
  buffers: number
  /** Tables that it read from end to end. */
  wholeScans: string[]
  plan: unknown
}

const scannedWhole = (node: PlanNode): string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []),
  ...(node.Plans ?? []).flatMap(scannedWhole),
]

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  return pg.escapeLiteral(asText(value))
}

/** As node-postgres writes a value. */
function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(asText(one))).join(',')}}`
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new TypeError('no such parameter is used in a list query')
}

/** Statements of one request run side by side. */
let count = 0

/**
 * A request's transaction that also explains each query before running it, in its role and with its settings. Prepared, because the plan of
 * a prepared statement is what requests run; twice, because the first time also fills this connection's catalogue.
 */
export class ExplainingTransaction<Row> extends OpeningTransaction<Row> {
  readonly explained: Explained[] = []

  override async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const run = (text: string) =>
      super.executeQuery<{ 'QUERY PLAN': { Plan: PlanNode }[] }>({ ...query, sql: text, parameters: [] })
    const name = `explained_${++count}`
    const given = query.parameters.length === 0 ? '' : `(${query.parameters.map(literal).join(', ')})`
    await run(`prepare ${name} as ${query.sql}`)
    const explain = () => run(`explain (analyze, buffers, format json) execute ${name}${given}`)
    await explain()
    const { rows } = await explain()
    await run(`deallocate ${name}`)
    const plan = rows[0]!['QUERY PLAN'][0]!
    const buffers = plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks']
    this.explained.push({ sql: query.sql, buffers, wholeScans: scannedWhole(plan.Plan), plan })
    return super.executeQuery<R>(query)
  }
}
