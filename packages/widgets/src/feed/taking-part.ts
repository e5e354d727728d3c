import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { SpaceView, ThreadKind, ThreadSummary } from '@cercle/sdk'
import { loadSession, type Session } from '../context/session.ts'
import { FeedActs } from '../controllers/feed-acts.ts'
import type { FeedPages } from '../controllers/feed-pages.ts'
import { Texts } from '../controllers/texts.ts'
import type { TakingPartKey } from '../locales/taking-part.fr.ts'
import { takingPart } from '../locales/taking-part.ts'
import { tellLanguage } from '../primitives/told-language.ts'
import { addStyles } from '../theme/add-styles.ts'
import { forms } from '../theme/forms.ts'
import { laterTokens } from '../theme/tokens.ts'
import { bell, composer, openThread, publishedToast, type Nesting } from './feed-nested.ts'
import { composeBox, emptyFeed, facts, toldTo, type Emptiness } from './feed-welcome.ts'
import type { Antechamber } from './antechamber.ts'
import type { CharterGate } from './charter-gate.ts'
import type { FeedView } from './feed.ts'
import type { KeepingUp } from './keeping-up.ts'
import './register-published.ts'
import { takingPartStyles } from './taking-part.styles.ts'

/** The list is painted first: on a slow phone, code that starts at the same time keeps it waiting. */
const calm = () => new Promise((done) => setTimeout(done, 300))

/**
 * What a feed shows beyond its list: facts and the box to write in for a member, an empty space, an open discussion, the
 * composer, the word that something was published, what arrives meanwhile, what waits to be sent. Fetched for a member, for an empty list, and when a discussion is opened;
 * who only looks at the list never loads it.
 */
export class TakingPart {
  readonly acts: FeedActs
  readonly #host: FeedView
  readonly #pages: FeedPages
  readonly #texts: Texts<TakingPartKey>
  #keepingUp: KeepingUp | undefined
  #fetching: Promise<unknown> | undefined
  #hasBell = false
  #gate: CharterGate | undefined
  #fetchingGate: Promise<unknown> | undefined
  #antechamber: Antechamber | undefined
  #fetchingAntechamber: Promise<unknown> | undefined
  #told: Session['viewer'] = null

  constructor(host: FeedView, pages: FeedPages) {
    this.#host = host
    this.#pages = pages
    this.#texts = new Texts(host, takingPart)
    this.acts = new FeedActs(host, pages)
    host.addEventListener('cercle-notice-open', this.#notice)
    addStyles(host.renderRoot as ShadowRoot, [laterTokens, forms, takingPartStyles])
  }

  /** Above the list: for a member, who reads here and where to write. */
  top(session: Session, space: SpaceView | undefined, kind: ThreadKind | undefined): TemplateResult | typeof nothing {
    const { viewer, spaces } = session
    const isActive = viewer?.status === 'active'
    this.#tellLanguage(viewer)
    if (isActive) {
      void this.#fetchKeepingUp()
      void this.#fetchBell()
    }
    if (viewer?.charter) void this.#fetchGate()
    if (isActive && viewer.firstSteps) void this.#fetchAntechamber()
    this.#keepingUp?.follow(session, space, kind)
    if (!viewer) return nothing
    const { t } = this.#texts
    // A message that was on its way goes on to where it was addressed.
    const writable = this.#writable(spaces, this.acts.draft?.resumed ? undefined : space)
    const first = isActive ? this.#antechamber?.top(session, writable) : undefined
    return html`${isActive ? bell(this.#nesting) : nothing} ${this.#gate?.top(session) ?? nothing} ${first ?? nothing}
    ${space ? facts(space, t) : nothing}
    ${this.acts.draft && isActive ? composer(this.#nesting, writable) : writable.length ? composeBox(viewer, space, t) : nothing}`
  }

  /** The page of the frame speaks it then; not while this is drawn. */
  #tellLanguage(viewer: Session['viewer']): void {
    if (!viewer || viewer === this.#told) return
    this.#told = viewer
    queueMicrotask(() => tellLanguage(this.#host, { language: viewer.language, chosen: false }))
  }

  /** Between the filters and the list: what waits to be sent, what was just published, what arrives. */
  toast(): TemplateResult {
    return html`${this.#keepingUp?.cards()} ${this.acts.published ? publishedToast(this.#nesting) : nothing}
    ${this.#keepingUp?.bar()}
    ${this.#pages.session?.viewer ? html`<p class="c-hidden" role="status">${this.#keepingUp?.told()}</p>` : nothing}`
  }

  /** What to say of a failure instead of what a reader is told. */
  failed(code: string): TemplateResult | undefined {
    return this.#keepingUp?.failed(code)
  }

  empty(kind: Emptiness['kind'], space: SpaceView | undefined): TemplateResult | typeof nothing {
    const { viewer, spaces } = this.#pages.session ?? { viewer: null, spaces: [] }
    // what she would read is behind the charter above
    if (viewer?.status === 'unsigned') return nothing
    const canWrite = viewer !== null && this.#writable(spaces, space).length > 0
    return emptyFeed({ kind, canWrite, isStranger: !viewer }, this.#texts.t)
  }

  /** The lines of the list, each keeping its nodes when one comes before it: an open discussion lives on. */
  each(items: readonly ThreadSummary[], line: (thread: ThreadSummary, index: number) => unknown): unknown {
    const told = (thread: ThreadSummary, index: number) =>
      thread.circle && thread.id !== this.acts.openId
        ? [line(thread, index), toldTo(thread, thread.circle, this.#texts.t)]
        : line(thread, index)
    return repeat(items, ({ id }) => id, told)
  }

  thread(thread: ThreadSummary): TemplateResult {
    return openThread(this.#nesting, thread)
  }

  /** Opens the composer; `starts`: with the sentence that an empty space gives as an example. */
  write(draft: FeedActs['draft'], starts: boolean): Promise<void> {
    return this.acts.write(starts ? { starter: this.#texts.t('empty.example') } : { ...draft })
  }

  /** What comes too late or not at all is asked for again at the next turn. */
  async #fetchKeepingUp(): Promise<void> {
    if (this.#fetching) return
    try {
      const fetching = calm().then(() => import('./keeping-up.ts'))
      this.#fetching = fetching
      const { KeepingUp } = await fetching
      this.#keepingUp = new KeepingUp(this.#host, this.#pages, this.acts, this.#texts, this.#changed)
      this.#host.requestUpdate()
    } catch {
      this.#fetching = undefined
    }
  }

  async #fetchBell(): Promise<void> {
    if (this.#hasBell) return
    this.#hasBell = true
    await calm()
    await import('../notifications/register.ts').catch(() => (this.#hasBell = false))
  }

  /** A discussion that is listed opens in its place. */
  readonly #notice = (event: Event): void => {
    const { id } = (event as CustomEvent<{ id: string }>).detail
    if (!this.#pages.items.some((item) => item.id === id)) return
    event.preventDefault()
    void this.acts.open(id)
  }

  async #fetchGate(): Promise<void> {
    if (this.#fetchingGate) return
    try {
      const { CharterGate } = await (this.#fetchingGate = import('./charter-gate.ts'))
      this.#gate = new CharterGate(this.#host, { signed: this.#askWhoReads, changed: this.#changed })
      this.#host.requestUpdate()
    } catch {
      this.#fetchingGate = undefined
    }
  }

  async #fetchAntechamber(): Promise<void> {
    if (this.#fetchingAntechamber) return
    try {
      const { Antechamber } = await (this.#fetchingAntechamber = import('./antechamber.ts'))
      this.#antechamber = new Antechamber(this.#host, this.#pages, this.acts, this.#texts.t)
      this.#host.requestUpdate()
    } catch {
      this.#fetchingAntechamber = undefined
    }
  }

  /** Somewhere a charter was published, signed or taken back: is she who she was? */
  readonly #changed = (): void => void this.#recheck()

  async #recheck(): Promise<void> {
    const known = this.#pages.session?.viewer
    // what cannot be asked now is refused at the next call
    const { viewer } = (await this.#host.client!.communities.current().catch(() => undefined)) ?? { viewer: known }
    if (known && (viewer?.status !== known.status || viewer.charter?.id !== known.charter?.id)) this.#askWhoReads()
  }

  /** Lists anew, and asks who reads; a view around it that shares its answer takes that upon itself. */
  readonly #askWhoReads = (): void => {
    // a list of one who may no longer read it does not stay while the other comes
    this.#pages.items = []
    const event = new Event('cercle-charter-changed', { bubbles: true, composed: true, cancelable: true })
    if (this.#host.dispatchEvent(event)) this.#host.session = () => loadSession(this.#host.client!)
  }

  /** The spaces one may write in, among those that are shown. */
  #writable(spaces: SpaceView[], space: SpaceView | undefined): SpaceView[] {
    return (space ? [space] : spaces).filter(({ can }) => can.write)
  }

  get #nesting(): Nesting {
    const { client, now, sent } = this.#host
    return { client, session: this.#pages.session!, acts: this.acts, now, sent, waiting: this.#keepingUp?.waiting }
  }
}
