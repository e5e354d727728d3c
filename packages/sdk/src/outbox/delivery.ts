import { CercleClientError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Timer } from '../live/live-connection.ts'
import type { LiveLocks } from '../live/live-sharing.ts'
import type { Cercle } from '../client.ts'
import { nextOf, type OutboxEntry, type OutboxResult, type OutboxStore } from './queue.ts'

export interface DeliveryOptions {
  discussions: Pick<Cercle['discussions'], 'createThread' | 'reply' | 'react' | 'edit'>
  store: OutboxStore
  name: string
  locks: LiveLocks | undefined
  timer: Timer
  random(): number
  now(): number
  told(entry: OutboxEntry, result?: OutboxResult): void
}

/** These need the person; all other failures pass. */
const refusals = new Set(['invalid', 'forbidden', 'not_found', 'conflict', 'too_large'])
/** After so many faults of the server, some two minutes, the message may be what it stumbles over: the person decides, and the next ones go. */
const FAULTS_MAX = 8
/** A send without an answer is given up and repeated, in ms. */
const SEND_MAX = 30_000
/** Where there are no locks: longer than a send, so that it never ends during one. */
const LEASE = 45_000
const WAIT_MIN = 1000
const WAIT_MAX = 60_000
/** Before looking again whether another tab has finished. */
const TURN = 2000

/** Sends what waits, one after the other, in one tab at a time. */
export class Delivery {
  readonly #options: DeliveryOptions
  readonly #owner = newId()
  #isRunning = false
  #again = false
  #isUrgent = false
  #failures = 0
  readonly #faults = new Map<string, number>()
  #cancel: (() => void) | undefined
  #abort: AbortController | undefined
  #closed = false

  constructor(options: DeliveryOptions) {
    this.#options = options
  }

  /** Something was added: it goes at once, unless what stands before it waits for a better moment. */
  nudge(): void {
    this.#again = true
    if (!this.#cancel) this.#start()
  }

  /** Tries now, whatever was waited for. */
  now(): void {
    this.#isUrgent = true
    this.#start()
  }

  #start(): void {
    this.#cancel?.()
    this.#cancel = undefined
    if (this.#isRunning) return
    this.#isRunning = true
    void this.#run().finally(() => {
      this.#isRunning = false
      // what was asked for between its last look and its end
      if (!this.#closed && (this.#isUrgent || (this.#again && !this.#cancel))) this.#start()
    })
  }

  close(): void {
    this.#closed = true
    this.#cancel?.()
    this.#abort?.abort()
  }

  async #run(): Promise<void> {
    let wait: number | undefined
    do {
      this.#again = this.#isUrgent = false
      // A store that fails is tried again as a network is.
      wait = await this.#inTurn().catch(() => this.#backOff())
    } while (!this.#closed && (this.#isUrgent || (this.#again && wait === undefined)))
    if (wait !== undefined && !this.#closed) this.#cancel = this.#options.timer(wait, () => this.#start())
  }

  /** Alone among the tabs. Resolves with the ms to wait for the next try; `undefined`: nothing left that time alone can bring. */
  async #inTurn(): Promise<number | undefined> {
    const { locks, name } = this.#options
    let turn: Promise<number | undefined> | undefined
    try {
      await locks?.request(name, {}, () => (turn = this.#sendAll()))
    } catch {
      // Locks are refused where storage is: the lease is what is left. A fault of the turn itself is told by it.
    }
    if (turn) return turn
    if (!(await this.#lease())) return TURN
    try {
      return await this.#sendAll()
    } finally {
      await this.#lease(0)
    }
  }

  async #lease(ms = LEASE): Promise<boolean> {
    const { store, now } = this.#options
    const { lease } = await store.update((queue) => {
      const isOthers = queue.lease && queue.lease.owner !== this.#owner && queue.lease.until > now()
      return isOthers ? queue : { ...queue, lease: ms ? { owner: this.#owner, until: now() + ms } : undefined }
    })
    return lease?.owner === this.#owner
  }

  async #sendAll(): Promise<number | undefined> {
    for (;;) {
      if (this.#closed) return undefined
      const entry = await this.#take()
      if (!entry) return undefined
      this.#options.told(entry)
      const failure = await this.#send(entry)
      if (this.#closed) return undefined // it stays `sending`, and goes again from another page
      if (failure === undefined) this.#failures = 0
      else if (failure.code === 'unauthorized') return undefined
      else if (!this.#isRefusal(entry, failure)) return this.#backOff(failure.retryAfter)
    }
  }

  /** Marks the next one as being sent. One that is so already was left by a page that is gone. */
  async #take(): Promise<OutboxEntry | undefined> {
    const { store, locks, now } = this.#options
    let taken: OutboxEntry | undefined
    await store.update((queue) => {
      const next = nextOf(queue)
      taken = next && { ...next, state: 'sending', tries: next.tries + 1, code: undefined, fields: undefined }
      if (!taken) return queue
      const entries = queue.entries.map((entry) => (entry.id === taken!.id ? taken! : entry))
      return { entries, lease: locks ? queue.lease : { owner: this.#owner, until: now() + LEASE } }
    })
    return taken
  }

  async #send(entry: OutboxEntry): Promise<CercleClientError | undefined> {
    const { discussions, timer, told } = this.#options
    this.#abort = new AbortController()
    const stop = timer(SEND_MAX, () => this.#abort?.abort())
    try {
      const call = discussions[entry.type] as (input: unknown, options: { signal: AbortSignal }) => Promise<OutboxResult>
      const result = await call(entry.input, { signal: this.#abort.signal })
      await this.#settle(entry, undefined)
      told({ ...entry, state: 'sent' }, result)
      return undefined
    } catch (error) {
      if (this.#closed || !(error instanceof CercleClientError)) throw error
      if (error.code === 'internal') this.#faults.set(entry.id, (this.#faults.get(entry.id) ?? 0) + 1)
      const failure = error.code === 'aborted' ? new CercleClientError('offline', { cause: error }) : error
      await this.#settle(entry, failure)
      return failure
    } finally {
      stop()
    }
  }

  /** Takes a sent entry out, unless its text was changed meanwhile; puts another back with its reason. */
  async #settle(sent: OutboxEntry, failure: CercleClientError | undefined): Promise<void> {
    const { store, told } = this.#options
    let kept: OutboxEntry | undefined
    await store.update((queue) => {
      const entries = queue.entries.flatMap((entry) => {
        if (entry.id !== sent.id) return [entry]
        if (!failure && entry.revision === sent.revision) return []
        const refused = failure && this.#isRefusal(sent, failure) && entry.revision === sent.revision
        kept = { ...entry, state: refused ? 'refused' : 'waiting', code: failure?.code, fields: failure?.fields }
        return [kept]
      })
      return { ...queue, entries }
    })
    if (kept) told(kept)
  }

  #isRefusal({ id }: OutboxEntry, { code }: CercleClientError): boolean {
    return refusals.has(code) || (this.#faults.get(id) ?? 0) >= FAULTS_MAX
  }

  #backOff(retryAfter = 0): number {
    const wait = Math.min(WAIT_MAX, WAIT_MIN * 2 ** this.#failures++)
    return retryAfter * 1000 + wait * (0.5 + this.#options.random())
  }
}
