import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { becomeWorker } from '../db/openings.ts'
import type { Db } from '../db/tables.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { errorFields, type Logger } from '../logger.ts'
import { findHead, listActivity, listLiveRights, listMissed, type ActivityRow } from './activity.repository.ts'
import type { ActivityKind, LiveEvent } from './live.schema.ts'

/** Rows read at a time. */
const BATCH = 500
/** More than this missed is not told one by one. */
const MISSED_MAX = 1000
/** Events told to one stream before its line is given time to take them. */
const SLICE = 100
/** Every session is looked at again this often, beside the checks before each send. Milliseconds. */
const RECHECK = 5_000
/** A pause after a fault of the database. Milliseconds. */
const AFTER_FAULT = 500
/** Sessions looked at in one statement. */
const RECHECK_BATCH = 500

/** One open stream, as the hub sees it. */
export interface LiveStream {
  sessionId: string
  communityId: string
  memberId: string
  /** Writes them together. */
  send(events: LiveEvent[]): void
  /** Resolves when the line can take more, or is closed. */
  drained(): Promise<void>
  end(): void
}

interface Held extends LiveStream {
  /** What arrived while it was still catching up. */
  pending: LiveEvent[] | undefined
}

/** Reads the one order of things after its cursor, and tells each stream what its member may know at that moment. */
export class LiveHub implements AsyncDisposable {
  readonly #pool: Pool
  readonly #clock: Clock
  readonly #log: Logger
  readonly #streams = new Set<Held>()
  #cursor = 0
  #target = 0
  #pumping: Promise<void> | undefined
  #recheck: NodeJS.Timeout
  #stopped = false

  constructor({ pool, clock, log }: { pool: Pool; clock: Clock; log: Logger }) {
    this.#pool = pool
    this.#clock = clock
    this.#log = log
    this.#recheck = setInterval(
      () =>
        void this.#check([...this.#streams]).catch((error: unknown) => this.#log.error('live check failed', errorFields(error))),
      RECHECK,
    )
    this.#recheck.unref()
  }

  get size(): number {
    return this.#streams.size
  }

  countOf(communityId: string, memberId: string): number {
    let count = 0
    for (const stream of this.#streams) if (stream.memberId === memberId && stream.communityId === communityId) count++
    return count
  }

  async start(): Promise<void> {
    this.#cursor = this.#target = await this.#read(findHead)
  }

  /** A batch was stamped up to `seq`. */
  notify(seq: number): void {
    this.#target = Math.max(this.#target, seq)
    this.#wake()
  }

  #wake(): void {
    if (this.#stopped || this.#pumping || this.#cursor >= this.#target) return
    this.#pumping = this.#pump()
      .catch(async (error: unknown) => {
        this.#log.error('live reading failed', errorFields(error))
        await setTimeout(AFTER_FAULT, undefined, { ref: false })
      })
      .finally(() => {
        this.#pumping = undefined
        this.#wake()
      })
  }

  /** What concerns these members is another now; `undefined`: anybody in the community. */
  ring(communityId: string, members: ReadonlySet<string> | undefined): void {
    const concerned = [...this.#streams].filter(
      (stream) => stream.communityId === communityId && (members?.has(stream.memberId) ?? true),
    )
    this.#rightsOf(concerned)
      .then((rights) => {
        for (const stream of concerned) {
          if (rights.has(stream.sessionId)) this.#tell(stream, [{ type: 'notices.changed' }])
          else this.#finish(stream)
        }
      })
      .catch((error: unknown) => this.#log.error('ringing failed', errorFields(error)))
  }

  /** After a cut some batches may have gone by untold. */
  async catchUp(): Promise<void> {
    this.notify(await this.#read(findHead))
  }

  async #pump(): Promise<void> {
    while (this.#cursor < this.#target && !this.#stopped) {
      const rows = this.#streams.size === 0 ? [] : await this.#read((db) => listActivity(db, this.#cursor, BATCH))
      const last = rows.at(-1)
      if (!last) {
        this.#cursor = this.#target // nobody listens, or nothing is there
        return
      }
      await this.#deliver(rows)
      this.#cursor = last.seq
    }
  }

  async #deliver(rows: ActivityRow[]): Promise<void> {
    const communities = new Set(rows.map(({ communityId }) => communityId))
    const concerned = [...this.#streams].filter(({ communityId }) => communities.has(communityId))
    const rights = await this.#rightsOf(concerned)
    for (const stream of concerned) {
      const spaces = rights.get(stream.sessionId)
      if (spaces === undefined) this.#finish(stream)
      else
        this.#tell(
          stream,
          rows.flatMap((row) => (row.communityId === stream.communityId && eventOf(row, spaces, stream.memberId)) || []),
        )
    }
  }

  #tell(stream: Held, events: LiveEvent[]): void {
    if (events.length === 0 || !this.#streams.has(stream)) return
    if (stream.pending) stream.pending.push(...events)
    else stream.send(events)
  }

  #finish(stream: Held): void {
    if (!this.#streams.delete(stream)) return
    stream.send([{ type: 'ended' }])
    stream.end()
  }

  /** Adds a stream: first what it missed since `after`, then what comes, without a gap and without a double. Answers how to take it out. */
  async open(stream: LiveStream, after: number | undefined): Promise<() => void> {
    const pending: LiveEvent[] = []
    const held: Held = { ...stream, pending }
    // heard further than this process is: it is late, or the database is an older one, brought back from a backup
    if (after !== undefined && after > this.#cursor) await this.catchUp()
    while (this.#pumping) await this.#pumping // a batch being delivered would be neither missed nor pending
    this.#streams.add(held)
    const from = this.#cursor
    const remove = () => void this.#streams.delete(held)
    try {
      await this.#replay(held, after, from)
    } catch (error) {
      remove()
      throw error
    }
    // more may come while the line takes these; what is told then keeps its place
    while (pending.length > 0)
      await sendPaced(
        held,
        pending.splice(0).filter((event) => !('seq' in event) || event.seq > from),
      )
    held.pending = undefined
    return remove
  }

  async #replay(stream: Held, after: number | undefined, until: number): Promise<void> {
    if (after === undefined || after === until) return stream.send([{ type: 'ready', seq: until }])
    if (after > until) return stream.send([{ type: 'resync', seq: until }])
    const rows = await this.#read((db) => listMissed(db, stream.communityId, after, until, MISSED_MAX + 1))
    const spaces = (await this.#rightsOf([stream])).get(stream.sessionId)
    if (spaces === undefined) return this.#finish(stream)
    if (rows.length > MISSED_MAX) return stream.send([{ type: 'resync', seq: until }])
    await sendPaced(
      stream,
      rows.flatMap((row) => eventOf(row, spaces, stream.memberId) ?? []),
    )
    stream.send([{ type: 'ready', seq: until }])
  }

  async #check(streams: Held[]): Promise<void> {
    for (let start = 0; start < streams.length; start += RECHECK_BATCH) {
      const some = streams.slice(start, start + RECHECK_BATCH)
      const rights = await this.#rightsOf(some)
      for (const stream of some) if (!rights.has(stream.sessionId)) this.#finish(stream)
    }
  }

  #rightsOf(streams: LiveStream[]): Promise<Map<string, Set<string>>> {
    if (streams.length === 0) return Promise.resolve(new Map())
    const sessions = [...new Set(streams.map(({ sessionId }) => sessionId))]
    return this.#read((db) => listLiveRights(db, sessions, new Date(this.#clock.now())))
  }

  async #read<Result>(use: (db: Db) => Promise<Result>): Promise<Result> {
    const transaction = new OpeningTransaction(this.#pool, 'begin read only', becomeWorker())
    try {
      return await use(transaction.db)
    } finally {
      await transaction.end('commit').catch(() => {})
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    clearInterval(this.#recheck)
    for (const stream of this.#streams) stream.end()
    this.#streams.clear()
    await this.#pumping
  }
}

/** Many at once would look like a reader who does not read. */
async function sendPaced(stream: LiveStream, events: LiveEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += SLICE) {
    stream.send(events.slice(start, start + SLICE))
    await stream.drained()
  }
}

type AuditKind = Extract<
  ActivityKind,
  `${'session' | 'group' | 'member' | 'community' | 'site' | 'join' | 'help' | 'invitation'}.${string}`
>
/** Kept, and told to nobody. */
const isForAudit = (kind: ActivityKind): kind is AuditKind =>
  /^(?:session|group|member|community|site|join|help|invitation)\./.test(kind)

/** What a member is told of a row: nothing outside her spaces, and never who did it, but whether it was herself. */
function eventOf(row: ActivityRow, spaces: Set<string>, memberId: string): LiveEvent | undefined {
  const { kind, seq, spaceId, homeId, threadId, subjectId, actorId } = row
  if (isForAudit(kind)) return undefined
  if (kind === 'spaces.changed') return { type: 'resync', seq }
  if (kind === 'charter.published' || kind === 'charter.signed' || kind === 'charter.withdrawn') {
    // A new charter of the community concerns everybody; who signs or takes it back is nobody else's to know.
    const concerns = actorId === memberId || (kind === 'charter.published' && spaceId === null)
    return concerns ? { type: 'charter.changed', seq } : undefined
  }
  if (spaceId === null || threadId === null || subjectId === null || !spaces.has(spaceId)) return undefined
  return { type: kind, seq, space: homeId ?? spaceId, thread: threadId, post: subjectId, own: actorId === memberId }
}
