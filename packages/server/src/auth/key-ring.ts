import type { Clock } from '../clock.ts'
import { errorFields, type Logger } from '../logger.ts'
import type { FetchKeys } from './fetch-keys.ts'
import { publicKeysIn, thumbprintOf } from './site-keys.service.ts'
import type { PublicKey } from './site-sign-in.schema.ts'

const MINUTE = 60_000
/** Keys are read again after this. */
const FRESH = 10 * MINUTE
/** Or sooner, for a name that is not among them: the partner may just have changed them. */
const EAGER = MINUTE / 2
/** A key that is no longer published still serves this long. */
const KEPT = 24 * 60 * MINUTE
/** Addresses remembered; the one asked longest ago goes first. */
const RINGS_MAX = 1000

interface Ring {
  askedAt: number
  /** By thumbprint: when each was last published. */
  keys: Map<string, { key: PublicKey; seenAt: number }>
  asking: Promise<void> | undefined
}

/** The keys that partners publish, as this process last read them. */
export class KeyRing {
  readonly #clock: Clock
  readonly #log: Logger
  readonly #fetchKeys: FetchKeys
  readonly #rings = new Map<string, Ring>()

  constructor({ clock, log, fetchKeys }: { clock: Clock; log: Logger; fetchKeys: FetchKeys }) {
    this.#clock = clock
    this.#log = log
    this.#fetchKeys = fetchKeys
  }

  /** Those published at `url`, now or in the last 24 h; `named` is the name of the one that is wanted. Empty when none could be read. */
  async keysAt(url: string, named: string | undefined): Promise<PublicKey[]> {
    const ring = this.#ringOf(url)
    const age = this.#clock.now() - ring.askedAt
    const isMissing = ring.keys.size === 0 || (named !== undefined && !this.#standing(ring).some(({ kid }) => kid === named))
    if (age >= FRESH || (isMissing && age >= EAGER))
      ring.asking ??= this.#read(url, ring).finally(() => (ring.asking = undefined))
    await ring.asking
    return this.#standing(ring)
  }

  #ringOf(url: string): Ring {
    const ring = this.#rings.get(url) ?? { askedAt: -Infinity, keys: new Map<string, never>(), asking: undefined }
    this.#rings.delete(url)
    this.#rings.set(url, ring)
    if (this.#rings.size > RINGS_MAX) this.#rings.delete(this.#rings.keys().next().value!)
    return ring
  }

  #standing({ keys }: Ring): PublicKey[] {
    const since = this.#clock.now() - KEPT
    return [...keys.values()].filter(({ seenAt }) => seenAt > since).map(({ key }) => key)
  }

  async #read(url: string, ring: Ring): Promise<void> {
    ring.askedAt = this.#clock.now()
    try {
      const keys = publicKeysIn(await this.#fetchKeys(url))
      const now = this.#clock.now()
      for (const key of keys) ring.keys.set(await thumbprintOf(key), { key, seenAt: now })
      for (const [name, { seenAt }] of ring.keys) if (seenAt <= now - KEPT) ring.keys.delete(name)
    } catch (error) {
      this.#log.warn('the keys of a partner could not be read', errorFields(error))
    }
  }
}
