import { ContextEvent } from '@lit/context'
import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { CercleReader, SpaceView, ThreadKind, ThreadSummary, ThreadView } from '@cercle/sdk'
import { clientContext } from '../context/client.ts'
import { sessionContext, type SessionSource } from '../context/session.ts'
import { FeedPages } from '../controllers/feed-pages.ts'
import { Texts } from '../controllers/texts.ts'
import { reading } from '../locales/reading.ts'
import { skeleton } from './feed-skeleton.ts'
import { base } from '../theme/base.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { readTokens } from '../theme/read-tokens.ts'
import { failureBanner, kindChips, older, signInLine, spaceTabs } from './feed-parts.ts'
import { feedRow } from './feed-row.ts'
import { feedStyles } from './feed.styles.ts'
import type { TakingPart } from './taking-part.ts'

/** Rows drawn at a time until the list is whole, and the ms left for the paint between, and for what is at hand. */
const SCREENFUL = 5
const BETWEEN = 40

/**
 * The discussions of a community, or of one of its spaces. Public elements draw it for a stranger, the frame for a member.
 *
 * @tag cercle-feed-view
 * @attr data-state - `loading`, `ready`, `empty`, `error` or `offline`
 * @fires cercle-ready - once, when there is first something to read, a failure in words included
 * @fires cercle-sign-in - a stranger asks to enter with a code
 * @csspart thread - one discussion, closed or open
 * @csspart post - one text of an open discussion
 * @csspart compose - where one starts to write
 * @csspart send - the button that sends
 * @csspart audience - who will read this
 * @csspart sign-in - the button to enter with a code
 * @csspart error - a failure in words
 */
export class FeedView extends LitElement {
  static override styles = [readTokens, base, feedStyles]
  static override properties = {
    client: { attribute: false },
    session: { attribute: false },
    space: {},
    theme: {},
    language: { attribute: 'lang' },
    now: { attribute: false },
  }

  /** Where discussions come from; asked of the context when it is not set. */
  declare client: CercleReader | undefined
  /** Who reads; asked of the context, else of the client, when it is not set. */
  declare session: SessionSource | undefined
  /** Slug of the one space to show; all that the viewer can read when absent. */
  declare space: string | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page, then of the community, when absent. */
  declare language: string | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined

  readonly #texts = new Texts(this, reading)
  readonly #scheme = new ThemeScheme(this)
  readonly #pages = new FeedPages(this, ({ viewer }, items) => (viewer || !items.length ? this.#fetchMore() : undefined))
  #more: TakingPart | undefined
  #tab: string | undefined
  #kind: ThreadKind | undefined
  /** The row whose discussion is being fetched. */
  #openingId: string | undefined
  /** A part of the interface that did not come: beside which row (`''`: beside the box to write in), and how to ask again. */
  #stuck: { id: string; again: () => void } | undefined
  /** What a screen reader is told of a list that changed. */
  #said = ''
  /** The list is another one on request: to be told when it is there. */
  #isAsked = false
  #isReady = false
  /** How many rows are drawn: a slow phone first shows what fits on its screen. */
  #drawn = SCREENFUL

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.client) this.dispatchEvent(new ContextEvent(clientContext, this, (client) => (this.client = client), true))
    if (!this.session) this.dispatchEvent(new ContextEvent(sessionContext, this, (session) => (this.session = session), true))
  }

  get #shown(): SpaceView | undefined {
    const slug = this.space || this.#tab
    const spaces = this.#pages.session?.spaces ?? []
    return spaces.length === 1 ? spaces[0] : spaces.find((space) => space.slug === slug)
  }

  /** What is at hand is drawn at once: on a slow phone a skeleton before it takes longer than it is seen. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await Promise.race([this.#look(), new Promise((late) => setTimeout(late, BETWEEN))])
    void super.scheduleUpdate()
  }

  #look(): Promise<void> | undefined {
    const { client, session } = this
    return client && this.#pages.show({ client, session, space: this.space || this.#tab, kind: this.#kind })
  }

  protected override willUpdate(): void {
    void this.#look()
    const { state, items } = this.#pages
    this.#texts.community = this.#pages.session?.community
    if (!this.#isAsked || state === 'loading') return
    this.#isAsked = false
    this.#said = state === 'ready' ? this.#texts.t('feed.count', { count: items.length }) : ''
  }

  protected override render(): TemplateResult {
    const { language, ready } = this.#texts
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      ${ready ? this.#feed() : nothing}
    </div>`
  }

  protected override updated(): void {
    const state = this.#texts.ready ? this.#pages.state : 'loading'
    this.dataset['state'] = state
    if (this.#pages.items.length > this.#drawn) {
      this.#drawn += SCREENFUL
      setTimeout(() => this.requestUpdate(), BETWEEN)
    }
    if (this.#isReady || state === 'loading') return
    this.#isReady = true
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true }))
  }

  #feed(): TemplateResult {
    const { t } = this.#texts
    const { session, state, failure, items, hasMore } = this.#pages
    const space = this.#shown
    const isLoading = state === 'loading'
    const failed = failure ? (this.#more?.failed(failure) ?? failureBanner(failure, items.length > 0, t)) : nothing
    const isFirst = !items.length || failure === 'offline'
    return html`<section class="feed c-stack c-stack--5" aria-labelledby="title" @click=${this.#press}>
      <h2 class="c-hidden" id="title">${space ? t('feed.titleOf', { space: space.name }) : t('discussions')}</h2>
      ${session && !this.space && session.spaces.length > 1 ? spaceTabs(session.spaces, this.#tab, t) : nothing}
      ${session && !session.viewer ? signInLine(t) : nothing} ${session ? this.#more?.top(session, space, this.#kind) : nothing}
      ${this.#stuck?.id === '' ? failureBanner('part', true, t) : nothing}
      ${
        // a place of its own: what then comes above the list would move it down, and be felt as a jump
        isLoading && !items.length
          ? skeleton(t('feed.loading'))
          : html`<div class="c-stack c-stack--3">
              ${items.length || this.#kind ? kindChips(this.#kind, t) : nothing} ${isFirst ? failed : nothing}
              ${this.#more?.toast()} ${items.length ? this.#list(isLoading) : nothing}
              ${state === 'empty' ? this.#more?.empty(this.#kind, space) : nothing} ${isFirst ? nothing : failed}
            </div>`
      }
      ${hasMore && !failure ? older(t) : nothing}
      <p class="c-hidden" role="status">${this.#said}</p>
    </section>`
  }

  #list(isBusy: boolean): TemplateResult {
    const { session } = this.#pages
    const items = this.#pages.items.slice(0, this.#drawn)
    const { t, language } = this.#texts
    const setting = { t, language, community: session!.community, now: this.now }
    const openId = this.#more?.acts.openId
    const isGap = (index: number) => !items[index] || items[index].id === openId
    const line = (thread: ThreadSummary, index: number) => {
      if (isGap(index)) return this.#more?.thread(thread)
      const edge = `${isGap(index - 1) ? 'first' : ''} ${isGap(index + 1) ? 'last' : ''}`
      const row = feedRow(thread, setting, edge, thread.id === this.#openingId)
      return this.#stuck?.id === thread.id ? [row, failureBanner('part', true, t)] : row
    }
    return html`<div class="list" aria-busy=${isBusy}>${this.#more ? this.#more.each(items, line) : items.map(line)}</div>`
  }

  readonly #press = ({ target }: Event): void => {
    const { id, do: action, kind, tab, show } = (target as Element).closest('button')?.dataset ?? {}
    if (id) void this.#ask(id, (more) => more.acts.open(id))
    else if (tab !== undefined) this.#narrow(tab, this.#kind)
    else if (show !== undefined) this.#narrow(this.#tab, show as ThreadKind)
    else if (action === 'more') void this.#older()
    else if (action === 'retry') void this.#pages.retry()
    else if (action === 'again') this.#stuck?.again()
    else if (action === 'sign-in') this.dispatchEvent(new Event('cercle-sign-in', { bubbles: true, composed: true }))
    else if (action || kind) void this.#ask('', (more) => more.write({ kind: kind as ThreadKind }, action === 'start'))
  }

  #narrow(tab: string | undefined, kind: ThreadKind | undefined): void {
    this.#tab = tab || undefined
    this.#kind = kind || undefined
    if (this.#more) this.#more.acts.openId = undefined
    this.#isAsked = true
    this.requestUpdate()
  }

  async #older(): Promise<void> {
    this.#drawn = Infinity
    const first = await this.#pages.more()
    if (!first) return
    this.#said = this.#texts.t('feed.count', { count: this.#pages.items.length })
    await this.#focus(`[data-id="${first.id}"]`)
  }

  async #fetchMore(): Promise<TakingPart> {
    const { TakingPart } = await import('./taking-part.ts')
    return (this.#more ??= new TakingPart(this, this.#pages))
  }

  /** Does what needs a part of the interface that may not be here yet; says so beside where it was wanted when it does not come. */
  async #ask(id: string, act: (more: TakingPart) => Promise<void>): Promise<void> {
    this.#stuck = undefined
    this.#openingId = id
    this.requestUpdate()
    try {
      await act(await this.#fetchMore())
    } catch {
      this.#stuck = { id, again: () => void this.#ask(id, act) }
    }
    this.#openingId = undefined
    if (this.#stuck) await this.#focus('[data-do="again"]')
    else this.requestUpdate()
  }

  async #focus(selector: string): Promise<void> {
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }

  /** Shows what was just published, also when the list was narrowed to something else. For the composer inside. */
  readonly sent = ({ detail }: CustomEvent<ThreadView>): void => {
    const isElsewhere = (this.#tab && this.#tab !== detail.space.slug) || (this.#kind && this.#kind !== detail.kind)
    if (isElsewhere) this.#narrow(this.#tab && detail.space.slug, undefined)
    void this.#more?.acts.publish(detail, !isElsewhere)
  }
}
