import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Cercle, CercleReader, LiveEvent } from '@cercle/sdk'
import { onSaving, savesData } from '../primitives/data-saver.ts'

/** One thing that happened to a discussion: ids only. */
export type LiveNews = Extract<LiveEvent, { thread: string }>

/** What a host does with the stream. */
export interface LiveEars {
  news?(event: LiveNews): void
  /** Too much was missed. */
  resync(): void
  /** What concerns her may be more or less now; also when the stream is open again. */
  notices?(): void
  /** The session is over. */
  ended?(): void
  /** A charter, or her own signature, is another one: here, in another tab, on another device. */
  changed?(): void
}

/** Hears a client's stream for its host, for as long as the host is in the page. */
export class LiveHearing implements ReactiveController {
  readonly #ears: LiveEars
  readonly #host: ReactiveControllerHost
  #client: Cercle | CercleReader | undefined
  #stop: (() => void) | undefined
  #isConnected = false
  #stopSaving: (() => void) | undefined

  constructor(host: ReactiveControllerHost, ears: LiveEars) {
    this.#ears = ears
    this.#host = host
    host.addController(this)
  }

  /** `undefined`: to nobody. A client that only reads has no stream. */
  listen(client: Cercle | CercleReader | undefined): void {
    if (client === this.#client) return
    this.#client = client
    this.#join()
  }

  hostConnected(): void {
    this.#isConnected = true
    this.#stopSaving = onSaving(this.#turn)
    this.#join()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    this.#stopSaving?.()
    this.#join()
  }

  readonly #turn = (): void => {
    this.#join()
    this.#host.requestUpdate()
  }

  #join(): void {
    this.#stop?.()
    const client = this.#client
    this.#stop = this.#isConnected && client && 'live' in client && !savesData() ? client.live.on('*', this.#hear) : undefined
  }

  readonly #hear = (event: LiveEvent): void => {
    if ('thread' in event) this.#ears.news?.(event)
    else if (event.type === 'resync') this.#ears.resync()
    else if (event.type === 'notices.changed' || event.type === 'ready') this.#ears.notices?.()
    else if (event.type === 'ended') this.#ears.ended?.()
    else if (event.type === 'charter.changed') this.#ears.changed?.()
  }
}
