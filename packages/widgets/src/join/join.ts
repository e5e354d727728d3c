import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CercleClientError, CercleReader, CommunityAims, Contact, CurrentView, JoinForm } from '@cercle/sdk'
import { Texts } from '../controllers/texts.ts'
import { join } from '../locales/join.ts'
import { aimsList, aimsStyles } from '../primitives/aims-list.ts'
import { banner } from '../primitives/banner.ts'
import { alert, arrowRight, book, icon } from '../primitives/read-icons.ts'
import { helpToJoin, withHelp } from '../primitives/who-helps.ts'
import { base } from '../theme/base.ts'
import { readTokens } from '../theme/read-tokens.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { steps } from './join-steps.ts'
import { cardStyles } from './join.styles.ts'

/** The form comes with its code: a stranger in a partner's page loads neither. */
const whole = async (client: Cercle): Promise<JoinForm & CommunityAims> => {
  const [form, aims] = await Promise.all([client.joining.form(), client.communities.aims(), import('./form-register.ts')])
  return { ...form, ...aims }
}

const contactOf = ({ viewer, community }: CurrentView): Contact | null => (viewer ? null : community.contact)

type State = 'loading' | 'ready' | 'error' | 'offline'

/**
 * The way in. In the page of a partner, with a client that only reads, it invites and opens nothing by itself; with a whole client it asks. Whoever is
 * signed in is told where she stands.
 *
 * @tag cercle-join-view
 * @attr data-state - `loading`, `ready`, `error` or `offline`
 * @fires cercle-ready - once, when there is something to see
 * @fires cercle-sign-in - she wants to ask (in the page of a partner), or to enter with a code
 * @fires cercle-join-close - given up, or done
 * @csspart sign-in - the buttons that lead in
 * @csspart error - what to mend, or a failure in words
 */
export class JoinView extends LitElement {
  static override styles = [readTokens, base, aimsStyles, cardStyles]
  static override properties = {
    client: { attribute: false },
    theme: {},
    language: { attribute: 'lang' },
  }

  declare client: Cercle | CercleReader | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page, then of the community, when absent. */
  declare language: string | undefined

  readonly #texts = new Texts(this, join)
  readonly #scheme = new ThemeScheme(this)
  #asked: Cercle | CercleReader | undefined
  #state: State = 'loading'
  #who: CurrentView | undefined
  #form: JoinForm & CommunityAims = { questions: [], aims: [] }
  #isReady = false
  #hasFocus = false

  /** To the first field. */
  override focus(): void {
    this.#hasFocus = true
    this.requestUpdate()
  }

  protected override willUpdate(): void {
    this.#texts.community = this.#who?.community
    if (!this.client || this.client === this.#asked) return
    this.#asked = this.client
    void this.#load()
  }

  protected override render(): TemplateResult {
    const { language, ready } = this.#texts
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      ${ready ? [this.#inside(), this.#help()] : nothing}
    </div>`
  }

  protected override updated(): void {
    const state = this.#texts.ready ? this.#state : 'loading'
    this.dataset['state'] = state
    const field = this.#hasFocus && this.renderRoot.querySelector<HTMLElement>('cercle-join-form, button')
    if (field) {
      this.#hasFocus = false
      field.focus()
    }
    if (this.#isReady || state === 'loading') return
    this.#isReady = true
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true }))
  }

  #inside(): TemplateResult {
    const { t } = this.#texts
    if (this.#state === 'loading') return html`<div role="group" aria-busy="true" aria-label=${t('loading')}></div>`
    if (this.#state !== 'ready') return this.#failed(this.#state)
    const { viewer, community } = this.#who!
    if (viewer) return this.#told(t(viewer.status === 'pending' ? 'pending' : 'member', { name: viewer.name }))
    if (!('joining' in this.client!)) return this.#invitation(community.name)
    return html`<div class="c-stack c-stack--4">
      ${aimsList(this.#form.aims, t('aims'), 3)} ${steps(t)}
      <cercle-join-form
        .client=${this.client}
        .questions=${this.#form.questions}
        .community=${community.slug}
        .scheme=${this.#scheme.scheme}
        .t=${t}
      ></cercle-join-form>
    </div>`
  }

  #failed(state: 'error' | 'offline'): TemplateResult {
    const { t } = this.#texts
    return banner({
      tone: state === 'offline' ? 'warn' : 'bad',
      icon: alert,
      text: t(`fail.${state}`),
      action: html`<button class="c-btn" type="button" @click=${this.#load}>${t('retry')}</button>`,
      part: 'error',
    })
  }

  #told(words: string): TemplateResult {
    return html`<section class="c-card">
      <p class="c-with c-with--top c-text">${icon(book)} <span>${words}</span></p>
    </section>`
  }

  /** In the page of a partner: what was opened here could be read by its scripts, so the form opens on Cercle's side. */
  #invitation(name: string): TemplateResult {
    const { t } = this.#texts
    return html`<section class="c-card c-stack c-stack--4" aria-labelledby="title">
      <h3 class="c-title" id="title">${t('titleOf', { name })}</h3>
      ${steps(t)}
      <p class="c-text c-soft">${t('lead')}</p>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="button" part="sign-in" @click=${this.#enter}>
          ${t('join')} ${icon(arrowRight, true)}
        </button>
        <span class="c-small c-soft">${t('orEnter')}</span>
      </div>
      <details @toggle=${this.#tryOut}>
        <summary class="c-link">${t('trial')}</summary>
        <cercle-equipment-trial></cercle-equipment-trial>
      </details>
    </section>`
  }

  /** Whoever is signed in asks at the foot of the frame. */
  #help(): TemplateResult | typeof nothing {
    const contact = this.#who && contactOf(this.#who)
    return this.#state === 'ready' && contact ? helpToJoin(contact) : nothing
  }

  readonly #load = async (): Promise<void> => {
    const client = this.client!
    this.#settle('loading')
    try {
      const [who, form] = await Promise.all([client.communities.current(), 'joining' in client ? whole(client) : undefined])
      // coming later it would move the page
      if (contactOf(who)) await withHelp()
      if (client !== this.#asked) return
      this.#who = who
      if (form) this.#form = form
      this.#settle('ready')
    } catch (error) {
      if (client === this.#asked) this.#settle((error as CercleClientError).code === 'offline' ? 'offline' : 'error')
    }
  }

  #settle(state: State): void {
    this.#state = state
    this.requestUpdate()
  }

  readonly #tryOut = (): void => void import('../trial/register.ts')
  readonly #enter = (): void => this.#tell('cercle-sign-in')

  #tell(type: string): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
  }
}
