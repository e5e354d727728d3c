import { createCercle, createSession, type Cercle, type Session, type Tokens } from '@cercle/sdk'
import { alone } from './alone.ts'
import type { SiteSessionStore } from './session-store.ts'

export interface SiteOptions {
  server: string
  community: string
  /** Id of the partner's site, which every token is bound to; absent on Cercle's own pages. */
  site?: string | undefined
  /** Of this site and community. */
  store: SiteSessionStore
  fetch: typeof fetch
  /** Signed in, out or over, by this document (`here`) or another of the same site. */
  changed(here: boolean): void
  /** The browser keeps nothing for this site. */
  blocked(): void
}

/**
 * One person on one partner's site: her client, her tokens, and word of them between the frames of that site. Everything in the browser is
 * named after site and community.
 */
export class SiteSession {
  readonly client: Cercle
  readonly #store: SiteSessionStore
  readonly #session: Session
  readonly #channel: BroadcastChannel | undefined

  constructor({ server, community, site, store, fetch, changed, blocked }: SiteOptions) {
    const { name } = store
    this.#store = store
    if (store.isBlocked) queueMicrotask(blocked)
    else store.addEventListener('blocked', blocked, { once: true })
    this.#channel = openChannel(name, () => changed(false))
    this.#session = createSession({
      store: this.#store,
      refresh: (refresh) => this.client.auth.refresh({ refresh }),
      lock: (act) => alone(`${name} refresh`, act),
      onEnded: () => {
        this.#tell()
        changed(true)
      },
    })
    this.client = createCercle({ server, community, site, fetch, token: this.#session })
  }

  async isSignedIn(): Promise<boolean> {
    return Boolean(await this.#store.read())
  }

  /** Opened by the word of the site, which no code has confirmed. */
  async isLimited(): Promise<boolean> {
    return (await this.#store.read())?.limited === true
  }

  /** A code was right: the session goes on, and reaches more. */
  async confirm(): Promise<void> {
    const { limited: _, ...tokens } = (await this.#store.read()) ?? {}
    if ('access' in tokens) await this.#store.write(tokens as Tokens)
    this.#tell()
  }

  async begin(tokens: Tokens, keep: boolean): Promise<void> {
    this.#store.keep = keep
    await this.#session.begin(tokens)
    this.#tell()
  }

  /** Ends the session on the server if it can be reached, and forgets it here in any case. */
  async end(): Promise<void> {
    const tokens = await this.#store.read()
    await this.client.auth.signOut({ refresh: tokens?.refresh }).catch(() => undefined)
    await this.#session.end()
    this.#tell()
  }

  /** Over on the server already: forgotten here. */
  async forget(): Promise<void> {
    await this.#session.end()
    this.#tell()
  }

  /** In a hurry: what the person did not ask this device to keep is forgotten here. The server ends it by itself, in time. */
  async leave(): Promise<void> {
    await this.#store.forgetUnkept()
  }

  #tell(): void {
    this.#channel?.postMessage('changed')
  }
}

function openChannel(name: string, heard: () => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', heard)
    return channel
  } catch {
    return undefined
  }
}
