import type { LiveEvent } from '@cercle/server'
import { newId } from '../ids.ts'
import type { LiveState } from './live-client.ts'
import { LiveConnection, type ConnectionOptions } from './live-connection.ts'
import type { LiveNews, LiveTrail } from './live-trail.ts'

/** What a page offers for sharing. Either may throw, or be missing, where storage is blocked or on plain `http`. */
export interface LiveSharing {
  locks?: LiveLocks | undefined
  channel?: ((name: string) => LiveChannel) | undefined
}

/** `navigator.locks`, as far as it is used. */
export interface LiveLocks {
  request(name: string, options: { signal?: AbortSignal }, act: () => unknown): Promise<unknown>
}

/** A `BroadcastChannel`, as far as it is used. */
export interface LiveChannel {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  close(): void
}

/** What the leader tells all, or the one who asked: `events` come right after `prev`. */
interface Told {
  kind: 'told'
  to?: string
  prev: number | undefined
  events: LiveEvent[]
  state: LiveState
}
/** Whoever does not lead asks for what came after its own cursor. */
interface Ask {
  kind: 'ask'
  from: string
  after: number | undefined
}

export interface SeatOptions extends LiveSharing {
  /** Same for all who share. */
  name: string
  trail: LiveTrail
  connect: Omit<ConnectionOptions, 'after' | 'heard' | 'changed'>
  heard(event: LiveEvent): void
  changed(state: LiveState): void
}

/**
 * One document among those that share a stream. The one that holds the lock leads: it reads the stream and tells the others. When it goes,
 * the next in line has the lock and goes on from the highest `seq` that it heard. Nothing is lost, since whoever hears of an event that does not
 * follow its own cursor asks for what lies between; nothing is doubled, since each takes only what is beyond its cursor.
 */
export class LiveSeat {
  readonly #options: SeatOptions
  readonly #id = newId()
  readonly #leaving = new AbortController()
  #connection: LiveConnection | undefined
  #channel: LiveChannel | undefined
  #state: LiveState = 'connecting'

  constructor(options: SeatOptions) {
    this.#options = options
    options.changed('connecting')
    try {
      this.#share()
    } catch {
      this.#alone()
    }
  }

  wake(): void {
    this.#connection?.wake()
  }

  leave(): void {
    if (this.#leaving.signal.aborted) return
    this.#leaving.abort()
    this.#connection?.close()
    this.#channel?.close()
  }

  #share(): void {
    const { locks, channel, name, trail } = this.#options
    if (!locks || !channel) return this.#alone()
    const { signal } = this.#leaving
    this.#channel = channel(name)
    this.#channel.addEventListener('message', ({ data }) => this.#receive(data as Told | Ask))
    this.#post({ kind: 'ask', from: this.#id, after: trail.cursor })
    const leading = locks.request(name, { signal }, () => {
      if (signal.aborted) return
      this.#lead()
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    })
    void Promise.resolve(leading).catch(() => signal.aborted || this.#alone())
  }

  /** Where nothing can be shared each document has a stream of its own. */
  #alone(): void {
    this.#channel?.close()
    this.#channel = undefined
    if (!this.#connection) this.#lead()
  }

  #lead(): void {
    const { connect, trail } = this.#options
    // Whoever is behind asks, before anything new comes.
    this.#tell([], trail.cursor)
    this.#connection = new LiveConnection({
      ...connect,
      after: () => trail.cursor,
      heard: (event) => {
        const prev = trail.cursor
        if (this.#take(event)) this.#tell([event], prev)
      },
      changed: (state) => this.#setState(state, () => this.#tell([], trail.cursor)),
    })
  }

  /** `tell` comes before the owner hears of it, who leaves at the end. */
  #setState(state: LiveState, tell?: () => void): void {
    if (state === this.#state || this.#leaving.signal.aborted) return
    this.#state = state
    tell?.()
    this.#options.changed(state)
  }

  #take(event: LiveEvent): boolean {
    if (this.#leaving.signal.aborted || ('seq' in event && !this.#options.trail.take(event))) return false
    this.#options.heard(event)
    return true
  }

  #receive(message: Told | Ask): void {
    const { trail } = this.#options
    if (message.kind === 'ask') {
      if (this.#connection && trail.cursor !== undefined) this.#tell(trail.since(message.after), message.after, message.from)
    } else if (message.to === undefined || message.to === this.#id) this.#hear(message)
  }

  #hear({ to, prev, events, state }: Told): void {
    const { cursor } = this.#options.trail
    const from = prev ?? events.find((event): event is LiveNews => 'seq' in event)?.seq
    const isBehind = to === undefined && cursor !== undefined && from !== undefined && cursor < from
    if (isBehind) this.#post({ kind: 'ask', from: this.#id, after: cursor })
    // a notice has no place in the order: nobody keeps it for who asks
    for (const event of events) if (!isBehind || event.type === 'notices.changed') this.#take(event)
    if (!this.#connection) this.#setState(state)
  }

  #tell(events: LiveEvent[], prev: number | undefined, to?: string): void {
    this.#post({ kind: 'told', events, prev, state: this.#state, ...(to !== undefined && { to }) })
  }

  #post(message: Told | Ask): void {
    try {
      this.#channel?.postMessage(message)
    } catch {
      // closed under our hands: the others take the lock
    }
  }
}
