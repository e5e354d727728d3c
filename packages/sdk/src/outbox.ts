import type { Cercle } from './client.ts'
import { CercleClientError } from './errors.ts'
import { newId } from './ids.ts'
import { timer as realTimer, type Timer } from './live/live-connection.ts'
import type { LiveChannel, LiveLocks } from './live/live-sharing.ts'
import { Delivery } from './outbox/delivery.ts'
import { edited, isSame } from './outbox/editing.ts'
import { indexedStore } from './outbox/indexed-store.ts'
import { isCreate, mayBeWritten, type OutboxEntry, type OutboxResult, type OutboxStore, type Unsent } from './outbox/queue.ts'

export {
  memoryOutboxStore,
  type OutboxEntry,
  type OutboxResult,
  type OutboxState,
  type OutboxStore,
  type Queue,
  type Unsent,
} from './outbox/queue.ts'

export interface OutboxOptions {
  /** Sends, as the member. */
  cercle: { discussions: Pick<Cercle['discussions'], 'createThread' | 'reply' | 'react' | 'edit'> }
  /** Whose queue it is: all four stand in the names of its database, lock and channel. */
  server: string
  community: string
  site?: string | undefined
  /** Id of the member. */
  member: string
  /** IndexedDB unless given. */
  store?: OutboxStore
  locks?: LiveLocks | undefined
  channel?: ((name: string) => LiveChannel) | undefined
  /** Calls `wake` when the network is back; returns how to stop. The browser's event unless given. */
  online?(wake: () => void): () => void
  timer?: Timer
  /** 0 to 1. */
  random?(): number
  /** ms since 1970. */
  now?(): number
}

/** One entry as it is now. `result` comes with `sent`, in the tab that sent it. */
export interface OutboxChange {
  entry: OutboxEntry
  result?: OutboxResult | undefined
}

/** Things to send, kept until the server has them: through cuts, reloads and crashes each goes once, in order. */
export interface Outbox {
  /** Resolves once it is safely stored. An id is made for what is created, where none is given; the same one again gives the entry that has it. `conflict`: it has another text. */
  add(unsent: Unsent): Promise<OutboxEntry>
  /** What was not sent yet, in the order it goes. */
  list(): Promise<OutboxEntry[]>
  /** Told of each change, in other tabs too. Returns how to stop. */
  on(type: 'change', listener: (change: OutboxChange) => void): () => void
  /** Sends a refused entry again as it is; one that waits goes now. */
  retry(id: string): Promise<void>
  /** Takes an entry out. `false`: it was given to the network before, and may have been written. */
  cancel(id: string): Promise<boolean>
  /**
   * Changes what is sent. A new text whose sending was tried is not changed under its id, for the server may have it already: an edit is queued
   * behind it, and returned. `conflict`: such an edit cannot say the change (another space, kind or thread). `not_found`: no longer in the list.
   */
  edit(id: string, input: Unsent['input']): Promise<OutboxEntry>
  /** Sends now: call it when somebody has signed in. */
  flush(): void
  /** Forgets everything: call it when she signs out of a shared computer. */
  clear(): Promise<void>
  /** Whether entries outlive the page. `false`: the browser refuses storage; say so. */
  isDurable(): Promise<boolean>
  /** Stops sending from this page; what waits stays stored. */
  close(): void
}

/**
 * One member's outbox on one site. Starts at once with what an earlier page left. Repeating is safe since every entry names its id or sets a state;
 * an `edit` or a gesture that waited long may come after a newer one from another device, and then stands.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  return new QueuedOutbox(options)
}

class QueuedOutbox implements Outbox {
  readonly #store: OutboxStore
  readonly #delivery: Delivery
  readonly #channel: LiveChannel | undefined
  readonly #now: () => number
  readonly #listeners = new Set<(change: OutboxChange) => void>()
  readonly #stopOnline: () => void

  constructor(options: OutboxOptions) {
    const { server, community, site = '', member, timer = realTimer, random = Math.random, now = Date.now } = options
    const name = `cercle-outbox ${[server, community, site, member].join(' ')}`
    const isPage = typeof document === 'object'
    const locks = 'locks' in options ? options.locks : isPage ? navigator.locks : undefined
    const { store = indexedStore(name), channel = isPage ? (one: string) => new BroadcastChannel(one) : undefined } = options
    this.#store = store
    this.#now = now
    this.#channel = open(channel, name)
    this.#channel?.addEventListener('message', ({ data }) => this.#emit({ entry: data as OutboxEntry }))
    const told = (entry: OutboxEntry, result?: OutboxResult): void => this.#tell(entry, result)
    const { discussions } = options.cercle
    this.#delivery = new Delivery({ discussions, store, name, locks, timer, random, now, told })
    this.#stopOnline = (options.online ?? whenOnline)(() => this.flush())
    this.#delivery.nudge()
  }

  async add(unsent: Unsent): Promise<OutboxEntry> {
    const named = isCreate(unsent) ? { ...unsent, input: { ...unsent.input, id: unsent.input.id ?? newId() } } : unsent
    const fresh = this.#entryOf(named as Unsent)
    let entry = fresh
    await this.#store.update((queue) => {
      const held = isCreate(fresh) && queue.entries.find((one) => isCreate(one) && one.input.id === fresh.input.id)
      if (!held) return { ...queue, entries: [...queue.entries, fresh] }
      if (!isSame(held.input, fresh.input)) throw new CercleClientError('conflict')
      entry = held
      return queue
    })
    if (entry === fresh) this.#tell(entry)
    this.#delivery.nudge()
    return entry
  }

  async list(): Promise<OutboxEntry[]> {
    return (await this.#store.update((queue) => queue)).entries
  }

  on(_type: 'change', listener: (change: OutboxChange) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async retry(id: string): Promise<void> {
    let changed: OutboxEntry | undefined
    await this.#store.update((queue) => ({
      ...queue,
      entries: queue.entries.map((entry) => {
        if (entry.id !== id || entry.state !== 'refused') return entry
        changed = { ...entry, state: 'waiting', code: undefined, fields: undefined }
        return changed
      }),
    }))
    if (changed) this.#tell(changed)
    this.flush()
  }

  async cancel(id: string): Promise<boolean> {
    let taken: OutboxEntry | undefined
    await this.#store.update((queue) => {
      taken = queue.entries.find((entry) => entry.id === id)
      return { ...queue, entries: queue.entries.filter((entry) => entry.id !== id) }
    })
    this.#delivery.nudge() // what was stuck behind it goes on, to its own answer
    return taken !== undefined && !mayBeWritten(taken)
  }

  async edit(id: string, input: Unsent['input']): Promise<OutboxEntry> {
    let changed!: OutboxEntry
    await this.#store.update((queue) => {
      const next = edited(queue, id, input, (unsent) => this.#entryOf(unsent))
      changed = next.changed
      return { ...queue, entries: next.entries }
    })
    this.#tell(changed)
    this.#delivery.nudge()
    return changed
  }

  flush(): void {
    this.#delivery.now()
  }

  async clear(): Promise<void> {
    await this.#store.update((queue) => ({ ...queue, entries: [] }))
  }

  async isDurable(): Promise<boolean> {
    await this.list()
    return this.#store.durable
  }

  close(): void {
    this.#delivery.close()
    this.#stopOnline()
    this.#channel?.close()
    this.#store.close()
  }

  #entryOf(unsent: Unsent): OutboxEntry {
    return { ...unsent, id: newId(), state: 'waiting', addedAt: new Date(this.#now()).toISOString(), tries: 0, revision: 0 }
  }

  #tell(entry: OutboxEntry, result?: OutboxResult): void {
    this.#emit({ entry, result })
    try {
      this.#channel?.postMessage(entry)
    } catch {
      // closed
    }
  }

  #emit(change: OutboxChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

function open(channel: ((name: string) => LiveChannel) | undefined, name: string): LiveChannel | undefined {
  try {
    return channel?.(name)
  } catch {
    return undefined // storage is blocked: each tab hears of its own
  }
}

function whenOnline(wake: () => void): () => void {
  globalThis.addEventListener?.('online', wake)
  return () => globalThis.removeEventListener?.('online', wake)
}
