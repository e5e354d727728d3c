import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, SightingView, SiteView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import type { DeskKey } from '../locales/desk.fr.ts'
import { desk } from '../locales/desk.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { keysIn, linesOf, momentOf, serverOf, snippet } from './site-parts.ts'

/**
 * One partner's site: the lines for its pages, its addresses, and whether its word is taken for who is there.
 *
 * @tag cercle-desk-site
 * @fires {CustomEvent<SiteView>} cercle-site-changed - as it is now
 * @fires cercle-site-look - somebody wants to know whether a page was opened meanwhile
 * @csspart error - a failure in words
 */
export class DeskSite extends LitElement {
  static override styles = [base, forms, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    site: { attribute: false },
    seen: { attribute: false },
    fault: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare site: SiteView | undefined
  /** Pages that asked for a frame. */
  declare seen: readonly SightingView[] | undefined
  /** What to mend before it is sent. */
  declare fault: DeskKey | undefined

  readonly #texts = new Texts(this, desk)
  readonly #origins = new Acting(this)
  readonly #signIn = new Acting(this)
  readonly #copying = new Acting(this)

  protected override render(): TemplateResult | typeof nothing {
    const { site, community } = this
    if (!this.#texts.ready || !site || !community) return nothing
    return html`<div class="c-stack c-stack--5 inner">
      ${this.#lines(site, community)} ${this.#addresses(site)} ${this.#visits(site)} ${this.#word(site, community)}
      ${this.#switch(site)} ${outcome(this.#signIn, this.#texts.t, undefined, this.#reason())}
    </div>`
  }

  #lines({ signIn }: SiteView, { slug }: CommunityView): TemplateResult {
    const { t } = this.#texts
    const text = snippet(serverOf(location.href), slug, signIn !== null)
    const copy = () => this.#copying.run(() => navigator.clipboard.writeText(text), t('site.copied'))
    return html`<div class="c-stack c-stack--2">
      <div class="c-field">
        <label class="c-label" for="snippet">${t('site.snippet')}</label>
        <textarea class="c-area" id="snippet" rows="3" readonly spellcheck="false" .value=${text}></textarea>
      </div>
      <div><button class="c-btn" type="button" @click=${copy}>${t('site.copy')}</button></div>
      ${outcome(this.#copying, t)}
    </div>`
  }

  #addresses({ origins }: SiteView): TemplateResult {
    const { t } = this.#texts
    const { failure } = this.#origins
    const words = failure?.code === 'conflict' ? t('site.taken') : failure?.code === 'invalid' ? t('site.badOrigin') : undefined
    return html`<form class="c-stack c-stack--3" novalidate @submit=${this.#saveOrigins}>
      <div class="c-field">
        <label class="c-label" for="origins">${t('site.origins')}</label>
        <textarea
          class="c-area"
          id="origins"
          rows="3"
          spellcheck="false"
          aria-describedby="origins-hint"
          .value=${origins.join('\n')}
        ></textarea>
        <p class="c-hint" id="origins-hint">${t('site.originsHint')}</p>
      </div>
      <div>${this.#submit(this.#origins, t('site.saveOrigins'))}</div>
      ${outcome(this.#origins, t, undefined, words)}
    </form>`
  }

  /** Whether its pages are set up right: what reached the server from them. */
  #visits({ origins }: SiteView): TemplateResult {
    const { t, language } = this.#texts
    const atOf = (origin: string) => this.seen?.find((one) => one.origin === origin)?.at
    const words = (at: string | undefined) => (at ? t('site.seen', { date: momentOf(at, language) }) : t('site.unseen'))
    return html`<div class="c-stack c-stack--2">
      <h4 class="c-head">${t('site.test')}</h4>
      <p class="c-text">${t('site.testLead')}</p>
      <ul class="plain-list">
        ${origins.map((origin) => html`<li>${origin} <span class="c-small c-soft">${words(atOf(origin))}</span></li>`)}
      </ul>
      <div><button class="c-btn" type="button" @click=${this.#look}>${t('site.look')}</button></div>
    </div>`
  }

  #word({ signIn }: SiteView, { slug }: CommunityView): TemplateResult {
    const { t, language } = this.#texts
    const standing = signIn?.keys.filter(({ endsAt }) => endsAt === null) ?? []
    const ending = signIn?.keys.filter(({ endsAt }) => endsAt !== null) ?? []
    return html`<form class="c-stack c-stack--3" aria-labelledby="word" novalidate @submit=${this.#saveSignIn}>
      <h4 class="c-head" id="word">${t('site.signIn')}</h4>
      <p class="c-text">${t('site.signInLead')}</p>
      <div class="pair">
        ${this.#input('issuer', 'site.issuer', signIn?.issuer ?? '')}
        ${this.#input('keys-url', 'site.keysUrl', signIn?.keysUrl ?? '')}
      </div>
      <p class="c-small c-soft">${t('site.audience', { audience: `${serverOf(location.href)}/c/${slug}` })}</p>
      <div class="c-field ${this.fault ? 'c-field--bad' : ''}">
        <label class="c-label" for="keys">${t('site.keys')}</label>
        <textarea
          class="c-area"
          id="keys"
          rows="4"
          spellcheck="false"
          aria-invalid=${this.fault ? 'true' : nothing}
          aria-describedby=${this.fault ? 'keys-error keys-hint' : 'keys-hint'}
          .value=${standing.map(({ jwk }) => jwk).join('\n')}
        ></textarea>
        <p class="c-hint" id="keys-hint">${t('site.keysHint')}</p>
        ${this.fault ? html`<p class="c-error" id="keys-error" role="alert">${t(this.fault)}</p>` : nothing}
        ${ending.map(
          ({ name, thumbprint, endsAt }) =>
            html`<p class="c-small c-soft">
              ${t('site.ending', { date: momentOf(endsAt!, language), names: name ?? thumbprint })}
            </p>`,
        )}
      </div>
      ${
        signIn
          ? html`<label class="c-check">
              <input type="checkbox" id="at-once" />
              <span>${t('site.atOnce')} <small>${t('site.atOnceHint')}</small></span>
            </label>`
          : nothing
      }
      <div>${this.#submit(this.#signIn, t('site.saveSignIn'))}</div>
    </form>`
  }

  #switch({ signIn }: SiteView): TemplateResult | typeof nothing {
    if (!signIn) return nothing
    const { t } = this.#texts
    return html`<div class="c-stack c-stack--2">
      <p class="c-text">${t('site.stopLead')}</p>
      <div>
        <button class="c-btn" type="button" id="switch" @click=${this.#turn}>
          ${t(signIn.enabled ? 'site.stop' : 'site.resume')}
        </button>
      </div>
    </div>`
  }

  #input(id: string, label: DeskKey, value: string): TemplateResult {
    return html`<div class="c-field">
      <label class="c-label" for=${id}>${this.#texts.t(label)}</label>
      <input class="c-input" id=${id} maxlength="300" autocomplete="off" spellcheck="false" .value=${value} />
    </div>`
  }

  #submit({ isBusy }: Acting, words: string): TemplateResult {
    return html`<button class="c-btn c-btn--primary" type="submit" aria-disabled=${isBusy ? 'true' : nothing}>${words}</button>`
  }

  #reason(): string | undefined {
    const { failure } = this.#signIn
    return failure?.fields.some(({ path }) => path.startsWith('keys')) ? this.#texts.t('site.badKeys') : undefined
  }

  #field(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)!.value.trim()
  }

  /** Shown as it is now, here and in the list. */
  #changed(site: SiteView | undefined): void {
    if (site) this.dispatchEvent(new CustomEvent<SiteView>('cercle-site-changed', { detail: site }))
  }

  readonly #saveOrigins = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { id, name } = this.site!
    const origins = linesOf(this.#field('origins'))
    const said = this.#texts.t('site.originsSaved', { name })
    this.#changed(await this.#origins.run(() => this.client!.organisations.setOrigins({ site: id, origins }), said))
  }

  readonly #saveSignIn = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { id, name } = this.site!
    const keys = keysIn(this.#field('keys'))
    const keysUrl = this.#field('keys-url') || null
    this.fault = !keys ? 'site.badKeys' : !keys.length && !keysUrl ? 'site.noKeys' : undefined
    if (!keys || this.fault) return this.renderRoot.querySelector<HTMLElement>('#keys')!.focus()
    const atOnce = this.renderRoot.querySelector<HTMLInputElement>('#at-once')?.checked ?? false
    const signIn = { site: id, issuer: this.#field('issuer'), keysUrl, keys, atOnce }
    const said = this.#texts.t('site.signInSaved', { name })
    this.#changed(await this.#signIn.run(() => this.client!.organisations.setSignIn(signIn), said))
  }

  readonly #look = (): void => void this.dispatchEvent(new Event('cercle-site-look'))

  readonly #turn = async (): Promise<void> => {
    const { id, name, signIn } = this.site!
    const on = !signIn!.enabled
    const said = this.#texts.t(on ? 'site.resumed' : 'site.stopped', { name })
    this.#changed(await this.#signIn.run(() => this.client!.organisations.switchSignIn({ site: id, on }), said))
  }
}
