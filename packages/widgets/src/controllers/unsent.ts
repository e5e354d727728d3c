import type { ReactiveController, ReactiveElement } from 'lit'
import type { Outbox, OutboxChange, OutboxEntry, OutboxResult, Unsent as Message } from '@cercle/sdk/outbox'
import type { OutboxSource } from '../context/outbox.ts'
import { handOver, isCut, queued, type Handed } from './unsent-handing.ts'

/** How long a message that just leaves is not spoken of, in ms. */
const GRACE = 2000
/** For how long what was given up can be put back, in ms. */
const REGRET = 60_000

/** What waits to be sent, as it is now, and what may be done with it. Another object whenever something changes. */
export interface Waiting {
  /** In the order they go. */
  readonly entries: readonly OutboxEntry[]
  /** `false`: it goes with the page. */
  readonly isKept: boolean
  /** Given up last; it may be put back. `isSure`: it was not written. */
  readonly stopped: { entry: OutboxEntry; isSure: boolean } | undefined
  /** Sends by way of the outbox; `queued`: it waits there. Rejects with why it was refused; then it waits no longer. */
  send<Answer>(message: Message, signal: AbortSignal): Promise<Answer | typeof queued>
  /** Tries now. */
  retry(entry: OutboxEntry): void
  stop(entry: OutboxEntry): Promise<void>
  undo(): Promise<void>
  /** Gives the text back to where it was written. */
  change(entry: OutboxEntry): Promise<void>
}

export interface UnsentParts {
  /** It was written, from here or from another tab (without `result` then). */
  sent(entry: OutboxEntry, result: OutboxResult | undefined): void
  /** Lets the person change it; `true` once the text is in its box. */
  change(entry: OutboxEntry): Promise<boolean>
}

/** The outbox of who reads, for a host that shows what waits in it. */
export class Unsent implements ReactiveController {
  /** Absent until the outbox is open. */
  waiting: Waiting | undefined
  readonly #host: ReactiveElement
  readonly #parts: UnsentParts
  #member: string | undefined
  #outbox: Outbox | undefined
  #stop: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** By the id of what will be written: still in the hands of the box it was written in. */
  readonly #handed = new Set<string | undefined>()
  readonly #shown = new Set<string>()
  #stopped: Waiting['stopped']

  constructor(host: ReactiveElement, parts: UnsentParts) {
    this.#host = host
    this.#parts = parts
    host.addController(this)
  }

  hostConnected(): void {
    this.#listen()
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = undefined
    clearTimeout(this.#timer)
    for (const type of ['online', 'offline']) removeEventListener(type, this.#look)
  }

  /** Opens the outbox of this member, once. Without it a send that fails stays in its box. */
  async open(source: OutboxSource | undefined, member: string): Promise<void> {
    if (!source || member === this.#member) return
    this.#member = member
    // What shows it, while there is a line.
    void import('../queued/register.ts').catch(() => undefined)
    try {
      this.#outbox = await source(member)
      if (this.#host.isConnected) this.#listen()
    } catch {
      // its code did not come: asked for again at the next turn
      this.#member = undefined
    }
  }

  #listen(): void {
    if (!this.#outbox || this.#stop) return
    this.#stop = this.#outbox.on('change', this.#heard)
    for (const type of ['online', 'offline']) addEventListener(type, this.#look)
    void this.#read()
  }

  readonly #heard = ({ entry, result }: OutboxChange): void => {
    if (entry.state === 'sent' && !this.#handed.has(idOf(entry))) this.#parts.sent(entry, result)
    void this.#read()
  }

  readonly #look = (): void => void this.#read()

  readonly #read = async (): Promise<void> => {
    const outbox = this.#outbox!
    const [all, isKept] = await Promise.all([outbox.list(), outbox.isDurable()]).catch(
      () => [[], true] as [OutboxEntry[], boolean],
    )
    const own = all.filter((entry) => !this.#handed.has(idOf(entry)))
    const entries = own.filter((entry) => this.#isToShow(entry))
    for (const { id } of entries) this.#shown.add(id)
    clearTimeout(this.#timer)
    if (this.#stop && entries.length < own.length) this.#timer = setTimeout(this.#look, GRACE)
    const { send, retry, stop, undo, change } = this.#acts
    this.waiting = { entries, isKept, stopped: this.#stopped, send, retry, stop, undo, change }
    this.#host.requestUpdate()
  }

  /** What leaves at once, from here or from another tab, is not worth a word. */
  #isToShow({ id, code, addedAt }: OutboxEntry): boolean {
    return this.#shown.has(id) || code !== undefined || !navigator.onLine || Date.now() - Date.parse(addedAt) > GRACE
  }

  readonly #acts: Pick<Waiting, 'send' | 'retry' | 'stop' | 'undo' | 'change'> = {
    send: async <Answer>(message: Message, signal: AbortSignal): Promise<Answer | typeof queued> => {
      const id = idOf(message)
      this.#handed.add(id)
      try {
        const answer: Handed = await handOver(this.#outbox!, message, signal)
        if (!isCut(answer)) return answer as Answer
        this.#shown.add(answer.id)
        return queued
      } finally {
        this.#handed.delete(id)
        await this.#read()
      }
    },
    retry: ({ id }) => void this.#outbox!.retry(id).then(this.#read),
    stop: async (entry) => {
      const isSure = await this.#outbox!.cancel(entry.id)
      const stopped = { entry, isSure }
      this.#stopped = stopped
      setTimeout(() => {
        if (this.#stopped !== stopped) return
        this.#stopped = undefined
        void this.#read()
      }, REGRET)
      await this.#read()
    },
    undo: async () => {
      const { type, input, id } = this.#stopped!.entry
      this.#stopped = undefined
      this.#shown.delete(id)
      const { id: again } = await this.#outbox!.add({ type, input } as Message)
      this.#shown.add(again)
      await this.#read()
    },
    change: async (entry) => {
      // Only once the text is kept elsewhere; until then it waits here.
      if (await this.#parts.change(entry)) await this.#outbox!.cancel(entry.id)
      await this.#read()
    },
  }
}

export const idOf = ({ input }: Message): string | undefined => ('id' in input ? input.id : undefined)
