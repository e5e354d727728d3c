import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import type { Scope } from '../scope.ts'
import type { Logger } from '../logger.ts'
import type { AuthScope, AuthParts, SiteScope } from '../auth/auth-scope.ts'
import { become, becomeAuth, viewerOf } from '../db/openings.ts'
import type { Rights } from '../db/rights.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { CercleError } from '../errors.ts'
import { uuidv7 } from '../ids.ts'

/** What an HTTP request says of itself, checked before any call runs. */
export interface RequestFacts {
  /** Slug in the path. */
  community: string
  /** SHA-256 of the access token; `null` without one. */
  accessHash: Buffer | null
  /** Of the `cercle-site` header; `null` outside a partner's frame. */
  siteId: string | null
  /** The caller's address: an IPv4, or the /64 of an IPv6. */
  network: string
}

/** What the server lends to every call. */
export interface CallParts {
  pool: Pool
  clock: Clock
  log: Logger
  auth: AuthParts
  rights: Rights
  /** A mutation was committed: what it appended to the journal wants its place in the order. */
  onCommitted(): void
}

/** One transaction's worth of calls: all queries of a request together, or one mutation. Whoever makes it must `end` it. */
export class CallContext {
  readonly facts: RequestFacts
  /** Where this server is reached from outside. */
  readonly publicUrl: () => string
  readonly #parts: CallParts
  readonly #begin: 'begin' | 'begin read only'
  #viewer: ReturnType<CallContext['openViewer']> | undefined
  #auth: ReturnType<CallContext['openAuth']> | undefined

  constructor(parts: CallParts, facts: RequestFacts, kind: 'query' | 'mutation') {
    this.#parts = parts
    this.facts = facts
    this.publicUrl = parts.auth.publicUrl
    this.#begin = kind === 'query' ? 'begin read only' : 'begin'
  }

  private openViewer() {
    const { accessHash, siteId, community } = this.facts
    return new OpeningTransaction(
      this.#parts.pool,
      this.#begin,
      become(accessHash, siteId, community, new Date(this.#parts.clock.now())),
    )
  }

  private openAuth() {
    return new OpeningTransaction(this.#parts.pool, 'begin', becomeAuth(this.facts.community, new Date(this.#parts.clock.now())))
  }

  /** The scope of the viewer. `unauthorized` for a token without a session: never silently the public view. */
  async scope(): Promise<Scope> {
    this.#viewer ??= this.openViewer()
    const { clock, rights } = this.#parts
    const viewer = viewerOf(await this.#viewer.opened(), rights)
    if (!viewer) throw new CercleError('not_found')
    if (this.facts.accessHash !== null && viewer.memberId === null) throw new CercleError('unauthorized')
    return { db: this.#viewer.db, viewer, clock, newId: () => uuidv7(clock.now()) }
  }

  /** The scope of sign-in and sessions: another role, which reads no discussion. */
  async authScope(): Promise<AuthScope> {
    this.#auth ??= this.openAuth()
    const { community_id: communityId } = await this.#auth.opened()
    if (communityId === null) throw new CercleError('not_found')
    const { clock, auth } = this.#parts
    return { ...auth, db: this.#auth.db, communityId, clock, facts: this.facts, newId: () => uuidv7(clock.now()) }
  }

  /** The scope of calls that hear from a partner's site first: see `SiteScope`. */
  siteScope(): SiteScope {
    const { pool, clock, auth } = this.#parts
    const { facts } = this
    return {
      ...auth,
      clock,
      facts,
      open: () => this.authScope(),
      async beside(read) {
        const transaction = new OpeningTransaction(pool, 'begin read only', becomeAuth(facts.community, new Date(clock.now())))
        try {
          const { community_id: communityId } = await transaction.opened()
          if (communityId === null) throw new CercleError('not_found')
          return await read(transaction.db, communityId)
        } finally {
          await transaction.end('commit')
        }
      },
    }
  }

  async end(verb: 'commit' | 'rollback'): Promise<void> {
    await Promise.all([this.#viewer?.end(verb), this.#auth?.end(verb)])
  }
}
