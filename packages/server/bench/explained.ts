import pg from 'pg'
import type { Flight, Statement } from './statements.ts'

export interface Explained {
  text: string
  /** Pages of 8 KiB that the statement touched, planning not counted. */
  buffers: number
  /** Kinds of scans and the tables they read whole. */
  wholeScans: string[]
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Node[]
}

/** Runs recorded flights once more and tells what each statement but the first (who asks) and the last (the end) cost, by the plan that is made once for all values. */
export async function explain(client: pg.Client, flights: Flight[]): Promise<Explained[]> {
  await client.query(`set plan_cache_mode = 'force_generic_plan'`)
  const statements = flights.flat()
  const told: Explained[] = []
  for (const [index, statement] of statements.entries()) {
    const isWork = index > 1 && index < statements.length - 1
    if (isWork) told.push(await explainOne(client, statement))
    else await client.query(statement.text, statement.values)
  }
  return told
}

async function explainOne(client: pg.Client, { text, values }: Statement): Promise<Explained> {
  await client.query(`prepare explained as ${text}`)
  const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
  const run = async () => (await client.query(`explain (analyze, buffers, format json) execute explained${given}`)).rows
  await run() // the first run also reads the catalogue
  const [row] = await run()
  await client.query('deallocate explained')
  const plan = (row as { 'QUERY PLAN': { Plan: Node }[] })['QUERY PLAN'][0]!.Plan
  const wholeScans: string[] = []
  const visit = (node: Node): void => {
    if (node['Node Type'] === 'Seq Scan') wholeScans.push(node['Relation Name']!)
    node.Plans?.forEach(visit)
  }
  visit(plan)
  return { text, buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], wholeScans }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.join(',')}}`)
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value))
}
