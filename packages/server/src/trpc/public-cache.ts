import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { sendPacked, type Packed } from './packed.ts'

/** However quiet a community is, nothing is served longer than this: commands change spaces and sites without a word. Milliseconds. */
const OLDEST = 10_000
const BYTES_MAX = 16 * 1024 * 1024

/**
 * A CDN may serve the crowd for a moment. A browser that came back shows what it kept at once and asks again behind it, for five minutes at most:
 * what is taken back is then gone for everybody who had read it. A shared cache may not (`proxy-revalidate`).
 */
export const publicHeaders = {
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=0, s-maxage=5, proxy-revalidate, stale-while-revalidate=300',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/** An answer for everybody: its body, and what its headers say besides. */
export interface PublicAnswer {
  packed: Packed
  headers: Record<string, string>
}

interface Kept extends PublicAnswer {
  at: number
}

interface Filling {
  epoch: number
  /** Requests for the same address that came meanwhile. */
  waiting: { req: Request; res: Response; next: NextFunction }[]
}

const fillings = new WeakMap<Response, { address: string; filling: Filling }>()

/**
 * What strangers read, for the crowd: one small map, emptied by everything that happens. On a miss one request fills and the others wait.
 * Only answers to a GET without a token are in it, which have no header, no cookie and no viewer.
 */
export class PublicCache {
  readonly #kept = new Map<string, Kept>()
  readonly #filling = new Map<string, Filling>()
  #epoch = 0
  #bytes = 0

  /** Something happened: nothing that was read before may be served after. */
  drop(): void {
    this.#epoch++
    this.#kept.clear()
    this.#filling.clear()
    this.#bytes = 0
  }

  /** First in the application: a hit leaves before anything else is done. */
  readonly handler: RequestHandler = (req, res, next) => {
    if (req.method !== 'GET' || !isPublicRead(req.url) || req.headers.authorization !== undefined) {
      next()
      return
    }
    const kept = this.#kept.get(req.url)
    if (kept && performance.now() - kept.at < OLDEST) {
      sendPacked(req, res, kept.packed, kept.headers)
      return
    }
    const under = this.#filling.get(req.url)
    if (under) {
      under.waiting.push({ req, res, next })
      return
    }
    this.#fill(req.url, res)
    next()
  }

  #fill(address: string, res: Response): void {
    const filling: Filling = { epoch: this.#epoch, waiting: [] }
    this.#filling.set(address, filling)
    fillings.set(res, { address, filling })
    res.on('close', () => this.settle(res, undefined))
  }

  /** The answer to the request that fills; `undefined` when it has none for others, who then ask for themselves. */
  settle(res: Response, answer: PublicAnswer | undefined): void {
    const found = fillings.get(res)
    if (!found) return
    fillings.delete(res)
    const { address, filling } = found
    if (this.#filling.get(address) === filling) this.#filling.delete(address)
    if (answer && filling.epoch === this.#epoch) this.#keep(address, answer)
    for (const one of filling.waiting) {
      if (answer) sendPacked(one.req, one.res, answer.packed, answer.headers)
      else one.next()
    }
  }

  #keep(address: string, answer: PublicAnswer): void {
    const { packed } = answer
    const size = packed.plain.length + (packed.br?.length ?? 0) + (packed.gzip?.length ?? 0)
    if (this.#bytes + size > BYTES_MAX) {
      this.#kept.clear()
      this.#bytes = 0
    }
    this.#bytes += size
    this.#kept.set(address, { ...answer, at: performance.now() })
  }
}

/** Calls, the feed as a page (`/c/a`) and a discussion as a page (`/c/a/d/…`). */
const isPublicRead = (url: string): boolean => url.startsWith('/c/') && (url.includes('/trpc/') || PAGE.test(url))
const PAGE = /^\/c\/[^/?]+(?:\/d\/[^/?]+)?(?:\?|$)/
