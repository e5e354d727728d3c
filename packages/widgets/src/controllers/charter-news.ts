import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Cercle, CercleReader } from '@cercle/sdk'

/** Hears that a charter, or the viewer's own signature, is another one: here, in another tab, on another device. */
export class CharterNews implements ReactiveController {
  readonly #changed: () => void
  #client: Cercle | CercleReader | undefined
  #stop: (() => void) | undefined
  #isConnected = false

  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#changed = changed
    host.addController(this)
  }

  /** `undefined`: to nobody. */
  listen(client: Cercle | CercleReader | undefined): void {
    if (client === this.#client) return
    this.#client = client
    this.#join()
  }

  hostConnected(): void {
    this.#isConnected = true
    this.#join()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    this.#join()
  }

  #join(): void {
    this.#stop?.()
    const client = this.#client
    this.#stop = this.#isConnected && client && 'live' in client ? client.live.on('charter.changed', this.#changed) : undefined
  }
}
