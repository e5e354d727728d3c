import type { SessionStore, Tokens } from '@cercle/sdk'
import { alone } from './alone.ts'
import { leaveOpen, stayOpen, wasOpen } from './still-open.ts'

interface Kept {
  tokens: Tokens
  /** « C’est mon appareil »: outlives the browser, and is mirrored where WebKit keeps it at a restart. */
  keep: boolean
}

const TABLE = 'session'
const KEY = 'tokens'
/** Never fetched: names the mirror inside Cache Storage, which knows addresses only. */
const MIRROR = '/cercle-session'

/** Everything that a frame keeps in the browser is named after the id of the site and the slug of the community. */
export const storeName = (site: string, community: string): string => `cercle ${site} ${community}`

/**
 * The tokens of one site in this browser: in the frame's IndexedDB, under a name that carries the site (where a browser partitions nothing,
 * another partner's frame must not find them). A browser that refuses storage gives a store in memory and the event `blocked`, once.
 */
export class SiteSessionStore extends EventTarget implements SessionStore {
  /** Set before the tokens of a fresh sign-in are written. */
  keep = false
  readonly name: string
  #database: Promise<IDBDatabase> | undefined
  #checked: Promise<unknown> | undefined
  #memory: Kept | undefined
  #isBlocked = false

  /** `name` tells the site and the community apart from all others: `storeName`. */
  constructor(name: string) {
    super()
    this.name = name
  }

  /** The browser keeps nothing for this site. */
  get isBlocked(): boolean {
    return this.#isBlocked
  }

  async read(): Promise<Tokens | undefined> {
    const kept = await this.#load()
    // hers whether the browser was closed or not: nothing to look at first, and on a slow phone each look is a wait
    if (kept?.keep) this.#checked ??= this.#endUnkept()
    else await (this.#checked ??= this.#endUnkept())
    return kept?.keep ? kept.tokens : (await this.#load())?.tokens
  }

  async write(tokens: Tokens | undefined): Promise<void> {
    await (this.#checked ??= this.#endUnkept())
    const keep = this.keep || ((await this.#load())?.keep ?? false)
    if (!tokens) this.keep = false
    await this.#save(tokens && { tokens, keep })
  }

  /** The page is left in a hurry: what is not done before it goes, the next frame does. */
  async forgetUnkept(): Promise<void> {
    leaveOpen(this.name)
    const kept = await this.#load()
    if (!kept?.keep) await this.#save(undefined)
  }

  /** Without « C’est mon appareil » the session ends with the browser, as a session cookie does. One frame after the other: the second finds what the first decided. */
  #endUnkept(): Promise<void> {
    return alone(`${this.name} opening`, async () => {
      const kept = await this.#load()
      if (kept?.keep) this.keep = true
      else if (kept && !(await wasOpen(this.name))) await this.#save(undefined)
      await stayOpen(this.name)
    })
  }

  async #load(): Promise<Kept | undefined> {
    if (this.#isBlocked) return this.#memory
    const kept = await this.#inTable<Kept | undefined>('readonly', (table) => table.get(KEY))
    return this.#isBlocked ? this.#memory : (kept ?? this.#readMirror())
  }

  async #save(kept: Kept | undefined): Promise<void> {
    this.#memory = kept
    if (!this.#isBlocked) await this.#inTable('readwrite', (table) => (kept ? table.put(kept, KEY) : table.delete(KEY)))
    await this.#writeMirror(kept?.keep ? kept : undefined)
  }

  async #inTable<Out>(mode: IDBTransactionMode, act: (table: IDBObjectStore) => IDBRequest): Promise<Out | undefined> {
    try {
      const database = await (this.#database ??= openDatabase(this.name, () => (this.#database = undefined)))
      return await new Promise<Out>((resolve, reject) => {
        const transaction = database.transaction(TABLE, mode)
        const request = act(transaction.objectStore(TABLE))
        transaction.oncomplete = () => resolve(request.result)
        transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('aborted'))
      })
    } catch {
      this.#isBlocked = true
      this.dispatchEvent(new Event('blocked'))
      return undefined
    }
  }

  async #readMirror(): Promise<Kept | undefined> {
    try {
      const answer = await (await caches.open(this.name)).match(MIRROR)
      return answer && ((await answer.json()) as Kept)
    } catch {
      return undefined
    }
  }

  async #writeMirror(kept: Kept | undefined): Promise<void> {
    try {
      if (kept) await (await caches.open(this.name)).put(MIRROR, new Response(JSON.stringify(kept)))
      else await caches.delete(this.name)
    } catch {
      // a second place only: without it WebKit asks for a new code after a restart
    }
  }
}

function openDatabase(name: string, closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE)
    request.onerror = request.onblocked = () => reject(request.error ?? new Error('blocked'))
    request.onsuccess = () => {
      const database = request.result
      database.onclose = closed
      database.onversionchange = () => {
        database.close()
        closed()
      }
      resolve(database)
    }
  })
}
