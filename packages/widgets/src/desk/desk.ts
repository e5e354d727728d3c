import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, CurrentView } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { logOut } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { tellLanguage } from '../primitives/told-language.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { tokens } from '../theme/tokens.ts'
import { deskFailure } from './desk-parts.ts'
import { deskStyles } from './desk.styles.ts'
import { rooms, type DeskRoom } from './rooms.ts'

/**
 * The desk of who facilitates: her rooms, one at a time. Others are told that it is not for them, and where theirs is.
 *
 * @tag cercle-desk
 * @attr data-state - `loading`, `ready`, `error` or `offline`
 * @fires cercle-ready - once, when there is something to see
 * @fires cercle-sign-out - the viewer asks to leave; who listens ends the session
 * @csspart error - a failure in words
 */
export class Desk extends LitElement {
  static override styles = [tokens, base, forms, waitingStyles, deskStyles]
  static override properties = {
    client: { attribute: false },
    room: {},
    theme: {},
    language: { attribute: 'lang' },
    now: { attribute: false },
  }

  declare client: Cercle | undefined
  /** The room shown, by its name; that of the address behind `#` when absent. */
  declare room: DeskRoom | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page, then of the community, when absent. */
  declare language: string | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined

  readonly #texts = new Texts(this, desk)
  readonly #scheme = new ThemeScheme(this)
  readonly #who = new Asking<CurrentView>(this)
  #place: HTMLElement | undefined
  #asked: Cercle | undefined
  #isReady = false

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.#moved)
    addEventListener('online', this.#online)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#moved)
    removeEventListener('online', this.#online)
  }

  protected override willUpdate(): void {
    const { client } = this
    this.#texts.community = this.#who.value?.community
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#who.show(() => client.communities.current()).then(this.#speak)
  }

  protected override render(): TemplateResult {
    const { language, ready } = this.#texts
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      ${ready ? this.#desk() : nothing}
    </div>`
  }

  protected override updated(): void {
    const { value, failure } = this.#who
    const state = !this.#texts.ready
      ? 'loading'
      : value
        ? 'ready'
        : failure
          ? failure === 'offline'
            ? 'offline'
            : 'error'
          : 'loading'
    this.dataset['state'] = state
    this.#showPlace()
    if (this.#isReady || state === 'loading') return
    this.#isReady = true
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true }))
  }

  /** On a narrow screen the rooms lie in one line: the one that is shown is in sight, and the page stays where it is. */
  #showPlace(): void {
    const nav = this.renderRoot.querySelector<HTMLElement>('.desk-nav')
    const place = nav?.querySelector<HTMLElement>('[aria-current]')
    if (!nav || !place || place === this.#place) return
    this.#place = place
    const [room, all] = [place.getBoundingClientRect(), nav.getBoundingClientRect()]
    nav.scrollLeft += room.left - all.left - (all.width - room.width) / 2
  }

  #desk(): TemplateResult {
    const { t } = this.#texts
    const { value, failure, again } = this.#who
    if (failure) return deskFailure(failure, t, again)
    if (!value) return waiting(t('loading'))
    const { community, viewer } = value
    const isHers = viewer?.status === 'active' && viewer.facilitates
    return html`<div class="desk">
      <header class="desk-top">
        <div>
          <h1 class="c-title"><a class="home" href="/c/${community.slug}">${community.name}</a></h1>
          <p class="c-small c-soft">${t('desk')}${viewer ? `, ${viewer.name}` : ''}</p>
        </div>
        <button class="c-btn c-btn--plain" type="button" @click=${this.#leave}>${icon(logOut, true)} ${t('leave')}</button>
      </header>
      ${isHers ? html`${this.#nav()} ${this.#room(community, viewer.memberId)}` : this.#notHers(community)}
    </div>`
  }

  #nav(): TemplateResult {
    const { t } = this.#texts
    return html`<nav class="desk-nav" aria-label=${t('nav')}>
      ${rooms.map(
        ([room, drawing]) =>
          html`<a href="#${room}" aria-current=${room === this.#shown ? 'page' : nothing}
            >${icon(drawing, true)} ${t(`nav.${room}`)}</a
          >`,
      )}
    </nav>`
  }

  #room(community: CommunityView, memberId: string): TemplateResult {
    const { client, now } = this
    const [, , draw] = rooms.find(([room]) => room === this.#shown)!
    const inside = draw({ client, community, memberId, group: this.#group, now })
    return html`<div class="desk-room" tabindex="-1">${inside}</div>`
  }

  #notHers({ slug }: CommunityView): TemplateResult {
    const { t } = this.#texts
    return html`<section class="c-stack c-stack--3 desk-room" tabindex="-1">
      <p><b>${t('notYours')}</b></p>
      <p class="c-text">${t('notYoursHow')}</p>
      <p><a class="c-link" href="/c/${slug}">${t('toCommunity')}</a></p>
    </section>`
  }

  get #shown(): DeskRoom {
    const named = this.room ?? location.hash.slice(1).split('=')[0]
    return rooms.find(([room]) => room === named)?.[0] ?? 'work'
  }

  /** « #people=<id> »: those of one group. */
  get #group(): string | undefined {
    return this.room ? undefined : location.hash.slice(1).split('=')[1]
  }

  /** The page around is told in which language she is spoken to. */
  readonly #speak = (): void => {
    const viewer = this.#who.value?.viewer
    if (viewer) tellLanguage(this, { language: viewer.language, chosen: false })
  }

  readonly #moved = (): void => void this.#enterRoom()

  async #enterRoom(): Promise<void> {
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.desk-room')?.focus()
  }

  readonly #online = (): void => {
    if (this.#who.failure === 'offline') void this.#who.again()
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new Event('cercle-sign-out', { bubbles: true, composed: true }))
  }
}
