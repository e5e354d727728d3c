import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CurrentView, OwnHelp } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { LiveHearing } from '../controllers/live-hearing.ts'
import { Paced } from '../controllers/paced.ts'
import { Texts } from '../controllers/texts.ts'
import { helpLine } from '../locales/help-line.ts'
import { icon, question } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { tokens } from '../theme/tokens.ts'
import { helpLineStyles } from './help.styles.ts'

/** Who asks, where, and what she has asked. */
export interface HelpKnown extends CurrentView {
  own: OwnHelp
}

/**
 * At the foot of what a member sees: to whom she can write for help, by name. Who facilitates is led to the desk. Opened, it is one screen.
 *
 * @tag cercle-help
 * @csspart help - the line that opens it
 * @csspart error - a failure in words
 */
export class HelpLine extends LitElement {
  static override styles = [...tokens, base, forms, helpLineStyles]
  static override properties = {
    client: { attribute: false },
    theme: {},
    language: { attribute: 'lang' },
    space: {},
    element: {},
    siteName: { attribute: false },
    desk: { attribute: false },
    now: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page, then of the community, when absent. */
  declare language: string | undefined
  /** Slug of the one space that is shown above. */
  declare space: string | undefined
  /** What is shown above: `feed`, `account`, `community` or `join`. */
  declare element: string | undefined
  /** Name of the site around it. */
  declare siteName: string | undefined
  /** Address of the desk. */
  declare desk: string | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  declare isOpen: boolean

  readonly #texts = new Texts(this, helpLine)
  readonly #scheme = new ThemeScheme(this)
  readonly #known = new Asking<HelpKnown>(this)
  readonly #looking = new Paced(() => this.#look())
  readonly #hearing: LiveHearing
  #asked: Cercle | undefined

  constructor() {
    super()
    this.isOpen = false
    const look = () => this.#looking.add('')
    this.#hearing = new LiveHearing(this, { notices: look, resync: look })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#looking.stop()
  }

  protected override willUpdate(): void {
    const { client } = this
    const { community, viewer } = this.#known.value ?? {}
    this.#texts.community = community
    // who facilitates is answered at the desk; who is not in has no stream
    this.#hearing.listen(viewer && viewer.status !== 'pending' && !viewer.facilitates ? client : undefined)
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#look()
  }

  /** What is above has asked its own first: this never travels with it, nor before. */
  #look(): Promise<void> {
    const client = this.client!
    return this.#known.show(async () => {
      const [who, own] = await Promise.all([client.communities.current(), client.help.own()])
      return { ...who, own }
    })
  }

  protected override render(): TemplateResult {
    const { language } = this.#texts
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      <section class="help c-stack c-stack--4">
        ${this.#known.value?.own.facilitates ? this.#toDesk() : this.#opener()} ${this.isOpen ? this.#screen() : nothing}
      </section>
    </div>`
  }

  #toDesk(): TemplateResult {
    const words = [icon(question, true), html`<span>${this.#texts.t('desk')}</span>`]
    return this.desk
      ? html`<a class="c-btn c-btn--plain c-btn--flush line" part="help" href="${this.desk}#help">${words}</a>`
      : html`<p class="c-with c-small c-soft line">${words}</p>`
  }

  #opener(): TemplateResult {
    return html`<button
      class="c-btn c-btn--plain c-btn--flush line"
      type="button"
      part="help"
      aria-expanded=${this.isOpen}
      @click=${this.#turn}
    >
      ${icon(question, true)} <span>${this.#words()}</span>
    </button>`
  }

  #words(): string {
    const { t } = this.#texts
    const { own } = this.#known.value ?? {}
    if (own?.items.some(({ unseen }) => unseen) && !this.isOpen) return t('answered')
    return own?.readers.length ? t('to', { names: namesOf(own, t) }) : t('team')
  }

  #screen(): TemplateResult {
    const { value, failure } = this.#known
    return html`<cercle-help-screen
      exportparts="error"
      .client=${this.client}
      .known=${value}
      .failure=${failure}
      .names=${value ? namesOf(value.own, this.#texts.t) : ''}
      .place=${{ element: this.element, space: this.space, site: this.siteName }}
      .now=${this.now}
      @cercle-help-look=${() => this.#look()}
      @cercle-help-close=${this.#close}
    ></cercle-help-screen>`
  }

  readonly #turn = async (): Promise<void> => {
    if (this.isOpen) return this.#close()
    await import('./screen-register.ts')
    // an answer may have come since
    if (this.#known.value) void this.#look()
    this.isOpen = true
  }

  readonly #close = async (): Promise<void> => {
    this.isOpen = false
    void this.#look()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.line')?.focus()
  }
}

/** « Marie-Ève, Sophie et Kim ». */
function namesOf({ readers }: OwnHelp, t: Texts<'and' | 'to' | 'team' | 'answered' | 'desk'>['t']): string {
  const names = readers.map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length ? t('and', { first: names.join(', '), last }) : last
}
