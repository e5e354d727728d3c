import type { LiveEvent } from '@cercle/server'
import { CercleClientError } from './errors.ts'
import type { Target } from './exchange.ts'
import type { Credentials } from './signed-exchange.ts'
import { fingerprint } from './live/fingerprint.ts'
import type { LiveClient, LiveState } from './live/live-client.ts'
import { timer as realTimer, type Timer } from './live/live-connection.ts'
import { LiveSeat, type LiveSharing } from './live/live-sharing.ts'
import { LiveTrail } from './live/live-trail.ts'
import { pageOf, type LivePage } from './live/page.ts'

/** What the stream takes from its surroundings; each is the browser's own unless given. */
export interface LiveParts extends LiveSharing {
  page?: LivePage
  timer?: Timer
  /** 0 to 1. */
  random?(): number
}

/** The listeners of one client, and its seat at the stream while there are any and the page is shown. */
class Live implements LiveClient {
  readonly #options: Target & Credentials
  readonly #face: { state: LiveState }
  readonly #parts: LiveSharing & { page: LivePage; timer: Timer; random(): number }
  readonly #listeners = new Set<{ type: string; listener: (what: never) => void }>()
  #trail = new LiveTrail()
  #seat: LiveSeat | undefined
  /** Set while somebody listens. */
  #unwatch: (() => void) | undefined
  /** Counts joinings, so that one that was left meanwhile is not gone on with. */
  #round = 0

  constructor(options: Target & Credentials, face: { state: LiveState }, parts: LiveParts) {
    const isPage = typeof document === 'object'
    const sharing: LiveSharing = isPage ? { locks: navigator.locks, channel: (name) => new BroadcastChannel(name) } : {}
    this.#options = options
    this.#face = face
    this.#parts = { page: pageOf(), timer: realTimer, random: Math.random, ...sharing, ...parts }
  }

  get state(): LiveState {
    return this.#face.state
  }

  on(type: string, listener: (what: never) => void): () => void {
    const entry = { type, listener }
    this.#listeners.add(entry)
    if (this.state === 'ended' || this.state === 'refused') this.#reset()
    if (!this.#unwatch) {
      this.#unwatch = this.#parts.page.watch(() => this.#look())
      this.#look()
    }
    return () => {
      if (!this.#listeners.delete(entry) || this.#listeners.size) return
      this.#reset()
      this.#setState('idle')
    }
  }

  /** Nobody listens, or another person may: the next stream starts from now on. */
  #reset(): void {
    this.#unwatch?.()
    this.#unwatch = undefined
    this.#leave()
    this.#trail = new LiveTrail()
  }

  #leave(): void {
    this.#round += 1
    this.#seat?.leave()
    this.#seat = undefined
  }

  #look(): void {
    if (this.#parts.page.isHidden()) {
      this.#leave()
      this.#setState('hidden')
    } else if (this.#seat) this.#seat.wake()
    else void this.#join()
  }

  async #join(): Promise<void> {
    this.#leave()
    const round = this.#round
    const { locks, channel, timer, random } = this.#parts
    this.#setState('connecting')
    const name = await nameOf(this.#options).catch((error: unknown) => error)
    if (round !== this.#round) return
    // A source that cannot tell now is asked again by the stream itself, which waits and repeats.
    const shared = typeof name === 'string' ? { name, locks, channel } : { name: '' }
    this.#seat = new LiveSeat({
      ...shared,
      trail: this.#trail,
      connect: { of: this.#options, timer, random },
      heard: (event) => this.#tell(event.type, event),
      changed: (state) => {
        if (round !== this.#round) return
        this.#setState(state)
        if (state === 'ended' || state === 'refused') this.#leave()
      },
    })
  }

  #setState(state: LiveState): void {
    if (state === this.#face.state) return
    this.#face.state = state
    if (state === 'ended') this.#tell('ended', { type: 'ended' })
    this.#tell('state', state)
  }

  #tell(type: string, what: LiveEvent | LiveState): void {
    // The end is told once, from the state that it leads to: the server may say it by a refusal too.
    if (type === 'ended' && this.#face.state !== 'ended') return
    for (const entry of this.#listeners) {
      if (entry.type !== type && (entry.type !== '*' || typeof what === 'string')) continue
      try {
        entry.listener(what as never)
      } catch (error) {
        // One listener's fault is not the others': it is told as any uncaught one.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}

/** Lock and channel are named by what all frames and tabs of one session know, in a form that says nothing to who reads it. */
async function nameOf({ server, community, site, token }: Target & Credentials): Promise<string> {
  const session = typeof token === 'object' ? ((await token.session?.()) ?? (await token.get())) : token
  if (!session) throw new CercleClientError('unauthorized')
  return `cercle-live ${fingerprint([server, community, site, session].join('\n'))}`
}

/**
 * The stream of one client. `cercle.live` makes it when somebody first listens; call this to bring your own surroundings.
 * `face` is told the state.
 */
export function createLive(
  options: Target & Credentials,
  face: { readonly state: LiveState } = { state: 'idle' },
  parts: LiveParts = {},
): LiveClient {
  return new Live(options, face, parts)
}
