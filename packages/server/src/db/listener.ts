import pg from 'pg'

const FIRST_WAIT = 50
const LONGEST_WAIT = 5_000

/** One connection that listens, and comes back after every cut. */
export class Listener implements AsyncDisposable {
  readonly #connect: () => pg.Client
  readonly #channel: string
  readonly #onNotify: (payload: string) => void
  readonly #onReturn: () => void
  #client: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(url: string, channel: string, onNotify: (payload: string) => void, onReturn: () => void) {
    this.#connect = () => new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 })
    this.#channel = channel
    this.#onNotify = onNotify
    this.#onReturn = onReturn
    void this.#open(FIRST_WAIT)
  }

  async #open(wait: number): Promise<void> {
    const client = this.#connect()
    let over = false
    const again = (): void => {
      if (over || this.#stopped) return
      over = true
      client.end().catch(() => {})
      this.#timer = setTimeout(() => void this.#open(Math.min(wait * 2, LONGEST_WAIT)), wait)
      this.#timer.unref()
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', ({ payload }) => this.#onNotify(payload ?? ''))
    this.#client = client
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(this.#channel)}`)
      wait = FIRST_WAIT
      this.#onReturn()
    } catch {
      again()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => {})
  }
}
