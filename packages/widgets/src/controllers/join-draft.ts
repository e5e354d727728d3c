import type { ReactiveControllerHost } from 'lit'
import { Draft, draftKey } from './draft.ts'

/** How long a form that was not sent is kept, in ms. */
const KEPT = 7 * 24 * 3_600_000
/** Who she is and how to reach her is typed again: a stranger cannot say whose device it is, and others may open this page on it. */
const NEVER = new Set(['name', 'email', 'phone'])

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | RadioNodeList

/** What is written in the form of who asks to come in: kept on this device until it is sent or a week old, without name, address and telephone. */
export class JoinDraft {
  readonly #draft: Draft<'words'>
  #values: Readonly<Record<string, string>> = {}

  constructor(host: ReactiveControllerHost) {
    this.#draft = new Draft(host, ['words'])
  }

  /** Of the request: sent again, also after a reload, it is the same one. */
  get id(): string {
    return this.#draft.id
  }

  /** Something of it is kept now. */
  get isKept(): boolean {
    return this.#draft.savedAt !== undefined
  }

  /** What she had ticked of her ease; empty: nothing. */
  get ease(): string {
    return this.#values['ease'] ?? ''
  }

  open(community: string): void {
    this.#draft.open(draftKey(community, 'join'))
    const { savedAt } = this.#draft
    if (savedAt && Date.now() - savedAt.getTime() > KEPT) this.#draft.forget()
    this.#values = parse(this.#draft.fields.words)
  }

  /** What the form holds now. A field that is out of sight for the moment keeps what it held. */
  note(form: HTMLFormElement): void {
    const given = [...new FormData(form)].filter(([name]) => !NEVER.has(name)) as [string, string][]
    const all = { ...this.#values, ...Object.fromEntries(given) }
    this.#values = Object.fromEntries(Object.entries(all).filter(([, value]) => value.trim()))
    this.#draft.change({ words: Object.keys(this.#values).length ? JSON.stringify(this.#values) : '' })
  }

  /** Puts what was kept into fields that are empty. */
  fill({ elements }: HTMLFormElement): void {
    for (const [name, value] of Object.entries(this.#values)) {
      const field = elements.namedItem(name) as Field | null
      if (field && !field.value) field.value = value
    }
  }

  /** It is sent, or she wants nothing of it kept. */
  forget(): void {
    this.#draft.forget()
    this.#values = {}
  }
}

function parse(words: string | undefined): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(words ?? '{}')
    const entries = typeof kept === 'object' && kept ? Object.entries(kept) : []
    return Object.fromEntries(entries.filter(([name, value]) => typeof value === 'string' && !NEVER.has(name))) as Record<
      string,
      string
    >
  } catch {
    return {}
  }
}
