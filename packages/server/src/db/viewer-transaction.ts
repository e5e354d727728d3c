import { createHash } from 'node:crypto'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, QueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Tables } from './tables.ts'

/** A nested transaction would be a silent no-op inside ours, so it throws. */
class NoTransactionDriver extends DummyDriver {
  override async beginTransaction(): Promise<void> {
    throw new Error('the transaction of a request is opened and ended for you')
  }
}

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new NoTransactionDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const base = new Kysely<Tables>({ dialect })
const props = { config: { dialect }, dialect, driver: new NoTransactionDriver() }

const names = new Map<string, string>()
/*
 * A prepared statement's name carries its role: one name run under two roles on a connection is planned again at each change.
 * Past 500 different texts (a list query with many shapes) statements stay unnamed, so that no connection grows without end.
 */
function statementName(role: string, text: string): string | undefined {
  const key = role + text
  let name = names.get(key)
  if (name === undefined) {
    if (names.size >= 500) return undefined
    name = role + createHash('sha1').update(text).digest('hex').slice(0, 20)
    names.set(key, name)
  }
  return name
}

/** The statement that gives the transaction its role and settings, and one row that says who the viewer is. */
export interface Opening<Row> {
  name: string
  text: string
  values: unknown[]
  /** A short word for the role that the row led to, for the names of statements. */
  role: (row: Row) => string
}

/**
 * One transaction, opened by its first statement and never by its creation. BEGIN travels with the opening statement.
 * Whoever makes it must end it, whatever happens.
 */
export class OpeningTransaction<Row> implements DatabaseConnection {
  readonly db: Kysely<Tables>
  readonly #pool: Pool
  readonly #begin: 'begin' | 'begin read only'
  readonly #opening: Opening<Row>
  #opened: Promise<{ client: PoolClient; row: Row; role: string }> | undefined
  #failed = false

  constructor(pool: Pool, begin: 'begin' | 'begin read only', opening: Opening<Row>) {
    this.#pool = pool
    this.#begin = begin
    this.#opening = opening
    this.db = new Kysely({
      ...props,
      executor: base.getExecutor().withConnectionProvider({ provideConnection: (use) => use(this) }),
    })
  }

  #open() {
    return (this.#opened ??= this.#pool.connect().then(async (client) => {
      client.query(this.#begin).catch(() => {}) // not awaited: it travels with the next
      const { name, text, values, role } = this.#opening
      try {
        const { rows } = await client.query({ name, text, values })
        const row = rows[0] as Row
        return { client, row, role: role(row) }
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        )
        throw error
      }
    }))
  }

  /** Opens the transaction if it is not open, and gives the opening statement's row. */
  async opened(): Promise<Row> {
    return (await this.#open()).row
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { client, role } = await this.#open()
    try {
      const result = await client.query({ name: statementName(role, sql) as string, text: sql, values: parameters as unknown[] })
      return { rows: result.rows as R[], ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }) }
    } catch (error) {
      this.#failed = true
      throw error
    }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('a request reads pages, not streams')
  }

  /** Ends it; does nothing when it was never opened. A commit that the database turned into a rollback throws, unless the failure was already thrown. */
  async end(verb: 'commit' | 'rollback'): Promise<void> {
    const open = await this.#opened?.catch(() => undefined)
    if (!open) return
    this.#opened = Promise.reject(new Error('this transaction is over'))
    this.#opened.catch(() => {})
    let command: string
    try {
      ;({ command } = await open.client.query(verb))
    } catch (error) {
      open.client.release(error as Error)
      throw error
    }
    open.client.release()
    if (verb === 'commit' && command !== 'COMMIT' && !this.#failed) throw new Error('the database rolled back')
  }
}
