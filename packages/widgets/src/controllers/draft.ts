import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { newId } from '@cercle/sdk'

/** After how long without a key a text is kept, in ms. */
const PAUSE = 400

interface Kept {
  id: string
  /** Milliseconds since 1970, by the clock of this device. */
  at: number
  fields: Record<string, string>
}

/** What is written, by field. */
export type DraftFields<Name extends string> = { readonly [Field in Name]?: string }

/** Where a draft lies: whose it is (`draftScope`) and what it is for, `space accueil` or `reply 0190…`. */
export const draftKey = (scope: string, place: string): string => `cercle draft ${scope} ${place}`

function parse(value: string | null): Kept | undefined {
  if (!value) return undefined
  try {
    const kept = JSON.parse(value) as Partial<Kept>
    const { id, at, fields } = kept
    const isWhole = typeof id === 'string' && typeof at === 'number' && typeof fields === 'object' && fields !== null
    return isWhole && Object.values(fields).every((field) => typeof field === 'string') ? { id, at, fields } : undefined
  } catch {
    return undefined
  }
}

/**
 * A text on its way: kept in this browser at each pause and whenever the page may go, until it is sent or given up. Its id is made
 * with it and kept with it, so that sending again, even after a reload, never writes twice. Storage that refuses (blocked, full) is
 * told by `isBlocked` and breaks nothing.
 */
export class Draft<Name extends string> implements ReactiveController {
  /** Id of what will be created by it. */
  id = newId()
  fields: DraftFields<Name> = {}
  /** When it was last kept. */
  savedAt: Date | undefined
  /** It came back from an earlier visit. */
  isRestored = false
  isBlocked = false
  readonly #host: ReactiveControllerHost
  readonly #texts: readonly Name[]
  readonly #storage: () => Storage
  #key: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `texts`: the fields that make it worth keeping; the others are choices. */
  constructor(host: ReactiveControllerHost, texts: readonly Name[], storage: () => Storage = () => localStorage) {
    this.#host = host
    this.#texts = texts
    this.#storage = storage
    host.addController(this)
  }

  /** Nothing is written in it. */
  get isBlank(): boolean {
    return this.#texts.every((name) => !this.fields[name]?.trim())
  }

  hostConnected(): void {
    addEventListener('pagehide', this.keep)
    document.addEventListener('visibilitychange', this.keep)
  }

  hostDisconnected(): void {
    this.keep()
    removeEventListener('pagehide', this.keep)
    document.removeEventListener('visibilitychange', this.keep)
  }

  /** Takes up what lies under the first of `keys` that holds something; else begins anew under the first. */
  open(...keys: [string, ...string[]]): void {
    this.keep()
    for (const key of keys.flatMap((one) => this.#heldUnder(one))) {
      const kept = this.#try((storage) => parse(storage.getItem(key)))
      if (!kept) continue
      Object.assign(this, { id: kept.id, fields: kept.fields, savedAt: new Date(kept.at), isRestored: true })
      this.#key = key
      return this.#host.requestUpdate()
    }
    this.#key = keys[0]
    this.#clear()
  }

  /** Takes up a text that was on its way, with its id. What lies at `key` already stays, and comes back after it. */
  take(key: string, { id, fields }: { id: string; fields: DraftFields<Name> }): void {
    this.keep()
    const other = this.#try((storage) => parse(storage.getItem(key)))
    this.#key = other && other.id !== id ? `${key} ${id}` : key
    Object.assign(this, { id, fields, savedAt: undefined, isRestored: false })
    this.change({})
    this.keep()
  }

  /** What it begins with: not worth keeping by itself. */
  fill(fields: DraftFields<Name>): void {
    this.fields = { ...this.fields, ...fields }
    this.#host.requestUpdate()
  }

  change(fields: DraftFields<Name>): void {
    this.fields = { ...this.fields, ...fields }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.keep, PAUSE)
    this.#host.requestUpdate()
  }

  /** Keeps what changed, now. */
  readonly keep = (): void => {
    const key = this.#key
    if (this.#timer === undefined || key === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const at = new Date()
    const { id, fields, isBlank } = this
    this.#try((storage) => {
      if (isBlank) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify({ id, at: at.getTime(), fields }))
      this.isBlocked = false
    })
    this.savedAt = isBlank || this.isBlocked ? undefined : at
    this.#host.requestUpdate()
  }

  /** The same draft, for another place. */
  move(key: string): void {
    const old = this.#key
    if (old && old !== key) this.#try((storage) => storage.removeItem(old))
    this.#key = key
    this.change({})
    this.keep()
  }

  /** What is created next is another thing. */
  renew(): void {
    this.id = newId()
    this.change({})
    this.keep()
  }

  /** Gives it up; what this returns brings it back, id included. */
  discard(): () => void {
    const { id, fields } = this
    this.forget()
    return () => {
      this.id = id
      this.change(fields)
      this.keep()
    }
  }

  /** It is sent: nothing of it stays here. */
  forget(): void {
    const key = this.#key
    if (key) this.#try((storage) => storage.removeItem(key))
    this.#clear()
  }

  /** The place itself, then what was taken back while it was taken. */
  #heldUnder(key: string): string[] {
    return [key, ...(this.#try((storage) => Object.keys(storage).filter((one) => one.startsWith(`${key} `))) ?? [])]
  }

  #clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    Object.assign(this, { id: newId(), fields: {}, savedAt: undefined, isRestored: false })
    this.#host.requestUpdate()
  }

  #try<Out>(use: (storage: Storage) => Out): Out | undefined {
    try {
      return use(this.#storage())
    } catch {
      this.isBlocked = true
      return undefined
    }
  }
}
