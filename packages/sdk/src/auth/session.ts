import type { Refreshed, Tokens } from '@cercle/server'
import { CercleClientError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { TokenSource } from '../signed-exchange.ts'
import { pause, type Sleep } from '../transport.ts'

/** Tokens as they are stored: with a name of the session that is made here at sign-in and stays through renewals. */
export interface KeptTokens extends Tokens {
  session?: string | undefined
}

/** Where tokens lie between two calls. Neither function may reject: a browser that refuses storage means a store in memory. */
export interface SessionStore {
  read(): Promise<KeptTokens | undefined>
  /** Keeps the whole object. `undefined` erases. */
  write(tokens: KeptTokens | undefined): Promise<void>
}

/** Forgets with the page, or with the process. */
export function memoryStore(tokens?: KeptTokens): SessionStore {
  return {
    read: async () => tokens,
    write: async (next) => {
      tokens = next
    },
  }
}

export interface SessionOptions {
  store: SessionStore
  /** `(refresh) => cercle.auth.refresh({ refresh })` */
  refresh(refreshToken: string): Promise<Refreshed>
  /** Runs one at a time among all who share the store. In browsers: `(fn) => navigator.locks.request(name, fn)`, the site being part of the name. */
  lock?: (<Out>(fn: () => Promise<Out>) => Promise<Out>) | undefined
  /** Told once when the server has ended the session; not told of `end()`. */
  onEnded?: (() => void) | undefined
  /** Milliseconds since 1970; `Date.now` unless given. */
  now?: (() => number) | undefined
  /** Waits between two looks at the store; a timer unless given. */
  sleep?: Sleep | undefined
}

/** A `TokenSource` that keeps itself going. */
export interface Session extends TokenSource {
  /** Keeps what `auth.signIn` gave. */
  begin(tokens: Tokens): Promise<void>
  /** Forgets the tokens here. To end the session on the server too, call `auth.signOut` before. */
  end(): Promise<void>
  session(): Promise<string | undefined>
}

/** Tokens are renewed when they have less than this left, in ms: longer than a slow call lasts. */
const MARGIN = 60_000
/** How often, and how many times, the store is read again while another tab is about to write there. */
const RACE_PAUSE = 250
const RACE_READS = 20

export function createSession({
  store,
  refresh,
  lock = (fn) => fn(),
  onEnded,
  now = Date.now,
  sleep = pause,
}: SessionOptions): Session {
  let renewing: Promise<string | undefined> | undefined
  // The clock of an old computer may be hours ahead: when a token just given looks over already, only the server's refusal counts.
  let clockIsWrong = false

  const left = (tokens: Tokens): number => Date.parse(tokens.accessExpiresAt) - now()

  async function keep(tokens: Tokens, session = newId()): Promise<string> {
    clockIsWrong = left(tokens) < MARGIN
    await store.write({ ...tokens, session })
    return tokens.access
  }

  /** Another tab's tokens, which it may still be waiting for on a slow line. */
  async function awaitOther(stale: string): Promise<string | undefined> {
    for (let reads = 0; reads < RACE_READS; reads++) {
      const tokens = await store.read()
      if (tokens?.access !== stale) return tokens?.access
      await sleep(RACE_PAUSE)
    }
    throw new CercleClientError('unavailable')
  }

  async function rotate(stale: string): Promise<string | undefined> {
    const before = await store.read()
    if (before?.access !== stale) return before?.access
    const answer = await refresh(before.refresh).catch((error: unknown) => {
      if (error instanceof CercleClientError && error.code === 'unauthorized') return undefined
      throw error
    })
    if (answer?.raced) return awaitOther(stale)
    // Meanwhile the person may have signed out, or in again: what she did last stands.
    const latest = await store.read()
    if (latest?.refresh !== before.refresh) return latest?.access
    if (answer) return keep(answer.tokens, before.session)
    await store.write(undefined)
    onEnded?.()
    return undefined
  }

  const renew = (stale: string): Promise<string | undefined> =>
    (renewing ??= lock(() => rotate(stale)).finally(() => {
      renewing = undefined
    }))

  return {
    async get() {
      const tokens = await store.read()
      if (!tokens || clockIsWrong || left(tokens) > MARGIN) return tokens?.access
      return renew(tokens.access).catch((error: unknown) => {
        // Offline or busy says nothing about the session: what is left of the token still serves.
        if (left(tokens) > 0) return tokens.access
        throw error
      })
    },
    renew,
    async begin(tokens) {
      await keep(tokens)
    },
    end: () => store.write(undefined),
    session: async () => (await store.read())?.session,
  }
}
