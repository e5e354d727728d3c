import type { LiveChannel, LiveLocks } from '../src/live/live-sharing.ts'
import type { LivePage } from '../src/live/page.ts'
import type { Timer } from '../src/live/live-connection.ts'

/** Timers that go off when told. */
export function handTimer(): {
  timer: Timer
  pending: { ms: number; act(): void }[]
  fire(atLeast: number, below?: number): boolean
} {
  const pending: { ms: number; act(): void }[] = []
  return {
    pending,
    timer(ms, act) {
      const entry = { ms, act }
      pending.push(entry)
      return () => {
        const index = pending.indexOf(entry)
        if (index >= 0) pending.splice(index, 1)
      }
    },
    /** Fires the newest timer of that length; whether there was one. */
    fire(atLeast, below = Infinity) {
      const index = pending.findLastIndex(({ ms }) => ms >= atLeast && ms < below)
      if (index < 0) return false
      pending.splice(index, 1)[0]!.act()
      return true
    },
  }
}

/** A page that is shown and hidden by hand. */
export class HandPage implements LivePage {
  hidden = false
  readonly watchers = new Set<() => void>()
  isHidden(): boolean {
    return this.hidden
  }
  watch(changed: () => void): () => void {
    this.watchers.add(changed)
    return () => void this.watchers.delete(changed)
  }
  show(shown: boolean): void {
    this.hidden = !shown
    for (const changed of this.watchers) changed()
  }
}

/** Locks and channels as all documents of one origin see them. A document's own are taken from it by `crash`. */
export class Origin {
  readonly #queues = new Map<string, (() => void)[]>()
  readonly #channels = new Set<HandChannel>()
  readonly names = new Set<string>()
  /** Everything that was sent over channels, as it would be read by who listens there. */
  readonly sent: string[] = []

  readonly locks: LiveLocks = {
    request: (name, { signal }, act) => {
      this.names.add(name)
      const queue = this.#queues.get(name) ?? []
      this.#queues.set(name, queue)
      return new Promise((resolve, reject) => {
        const start = async (): Promise<void> => {
          await Promise.resolve()
          try {
            resolve(await act())
          } catch (error) {
            reject(error as Error)
          }
          queue.shift()
          queue[0]?.()
        }
        signal?.addEventListener('abort', () => {
          const index = queue.indexOf(begin)
          if (index > 0) {
            queue.splice(index, 1)
            reject(new DOMException('left', 'AbortError'))
          }
        })
        const begin = (): void => void start()
        if (queue.push(begin) === 1) begin()
      })
    },
  }

  readonly channel = (name: string): HandChannel => {
    this.names.add(name)
    const channel: HandChannel = new HandChannel(name, (message) => {
      this.sent.push(JSON.stringify(message))
      for (const other of this.#channels) if (other !== channel && other.name === name) other.deliver(message)
    })
    this.#channels.add(channel)
    return channel
  }
}

class HandChannel implements LiveChannel {
  readonly name: string
  readonly #post: (message: unknown) => void
  readonly #listeners: ((event: { data: unknown }) => void)[] = []
  #closed = false
  /** Messages that this document never gets, by what they hold. */
  loses: (message: unknown) => boolean = () => false

  constructor(name: string, post: (message: unknown) => void) {
    this.name = name
    this.#post = post
  }

  postMessage(message: unknown): void {
    if (this.#closed) throw new DOMException('closed', 'InvalidStateError')
    this.#post(structuredClone(message))
  }

  addEventListener(_type: 'message', listener: (event: { data: unknown }) => void): void {
    this.#listeners.push(listener)
  }

  deliver(message: unknown): void {
    if (this.loses(message)) return
    queueMicrotask(() => {
      if (!this.#closed) for (const listener of this.#listeners) listener({ data: structuredClone(message) })
    })
  }

  close(): void {
    this.#closed = true
  }
}
