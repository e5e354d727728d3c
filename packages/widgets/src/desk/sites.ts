import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, OrganisationList, SightingView, SiteView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { linesOf, momentOf } from './site-parts.ts'

interface Around {
  seen: readonly SightingView[]
  sites: readonly SiteView[]
  organisations: OrganisationList['items']
}

/**
 * The room of partners and their sites: in whose pages one enters, one opened at a time, and a form for a new one.
 *
 * @tag cercle-desk-sites
 * @csspart error - a failure in words
 */
export class DeskSites extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    opened: { state: true },
    nameless: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** Id. */
  declare opened: string | undefined
  declare nameless: boolean

  readonly #texts = new Texts(this, desk)
  readonly #all = new Asking<Around>(this)
  readonly #adding = new Acting(this)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.nameless = false
  }

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#all.show(async () => {
      const [{ items: sites, seen }, { items: organisations }] = await Promise.all([
        client.organisations.sites(),
        client.members.organisations(),
      ])
      return { sites, organisations, seen }
    })
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { value, failure, again } = this.#all
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('site.title')}</h2>
        <p class="c-soft">${t('site.lead')}</p>
      </header>
      ${failure ? deskFailure(failure, t, again) : nothing}
      ${value ? html`${this.#list(value)} ${this.#strangers(value)} ${this.#form(value.organisations)}` : failure ? nothing : waiting(t('loading'))}
    </section>`
  }

  #list({ sites, seen }: Around): TemplateResult {
    if (!sites.length) return html`<p class="c-empty">${this.#texts.t('site.none')}</p>`
    return html`<ul class="c-list">
      ${sites.map(
        (site) =>
          html`<li class="c-row c-stack c-stack--3">
            ${this.#row(site)}
            ${
              this.opened === site.id
                ? html`<cercle-desk-site
                    .client=${this.client}
                    .community=${this.community}
                    .site=${site}
                    .seen=${seen}
                    @cercle-site-look=${this.#all.again}
                    @cercle-site-changed=${this.#changed}
                  ></cercle-desk-site>`
                : nothing
            }
          </li>`,
      )}
    </ul>`
  }

  /** Pages of no site: what is usually wrong when somebody says that she cannot enter. */
  #strangers({ sites, seen }: Around): TemplateResult | typeof nothing {
    const { t, language } = this.#texts
    const known = new Set(sites.flatMap(({ origins }) => origins))
    const strangers = seen.filter(({ origin }) => !known.has(origin))
    if (!strangers.length) return nothing
    return html`<section class="c-stack c-stack--2" aria-labelledby="strangers">
      <h3 class="c-head" id="strangers">${t('site.strangers')}</h3>
      <p class="c-text">${t('site.strangersLead')}</p>
      <ul class="plain-list">
        ${strangers.map(({ origin, at }) => html`<li>${origin} <span class="c-small c-soft">${momentOf(at, language)}</span></li>`)}
      </ul>
    </section>`
  }

  #row({ id, name, organisation, origins, signIn }: SiteView): TemplateResult {
    const { t } = this.#texts
    const isOpen = this.opened === id
    const word = t(!signIn ? 'site.noSignIn' : signIn.enabled ? 'site.on' : 'site.off')
    return html`<div class="row-top">
      <div class="c-stack c-stack--1">
        <h3 class="c-head">${name}</h3>
        <p class="c-small c-soft">${[...(organisation ? [organisation] : []), ...origins, word].join(', ')}</p>
      </div>
      <button
        class="c-btn"
        type="button"
        aria-expanded=${isOpen}
        aria-label=${t('site.openOf', { name })}
        @click=${() => (this.opened = isOpen ? undefined : id)}
      >
        ${t('site.open')}
      </button>
    </div>`
  }

  #form(organisations: Around['organisations']): TemplateResult {
    const { t } = this.#texts
    const { failure, isBusy } = this.#adding
    const words = failure?.code === 'conflict' ? t('site.taken') : failure?.code === 'invalid' ? t('site.badOrigin') : undefined
    return html`<form class="c-card c-stack" aria-labelledby="add" novalidate @submit=${this.#add}>
      <h3 class="c-head" id="add">${t('site.add')}</h3>
      <div class="pair">
        <div class="c-field ${this.nameless ? 'c-field--bad' : ''}">
          <label class="c-label" for="name">${t('site.name')}</label>
          <input
            class="c-input"
            id="name"
            maxlength="120"
            required
            autocomplete="off"
            aria-invalid=${this.nameless ? 'true' : nothing}
            aria-describedby=${this.nameless ? 'name-error' : nothing}
          />
          ${this.nameless ? html`<p class="c-error" id="name-error" role="alert">${t('required')}</p>` : nothing}
        </div>
        <div class="c-field">
          <label class="c-label" for="organisation">${t('site.organisation')}</label>
          <select class="c-select" id="organisation">
            <option value="">${t('place.none')}</option>
            ${organisations.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
          </select>
        </div>
      </div>
      <div class="c-field">
        <label class="c-label" for="origins">${t('site.origins')}</label>
        <textarea class="c-area" id="origins" rows="2" spellcheck="false" aria-describedby="origins-hint"></textarea>
        <p class="c-hint" id="origins-hint">${t('site.originsHint')}</p>
      </div>
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${isBusy ? 'true' : nothing}>${t('site.send')}</button>
      </div>
      ${outcome(this.#adding, t, undefined, words)}
    </form>`
  }

  readonly #changed = ({ detail }: CustomEvent<SiteView>): void => {
    const around = this.#all.value!
    this.#all.value = { ...around, sites: around.sites.map((site) => (site.id === detail.id ? detail : site)) }
    this.requestUpdate()
  }

  readonly #add = async (event: Event): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const valueOf = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)!.value.trim()
    const name = valueOf('name')
    this.nameless = !name
    if (!name) return form.querySelector<HTMLElement>('#name')!.focus()
    const site = { name, organisation: valueOf('organisation') || null, origins: linesOf(valueOf('origins')) }
    const said = this.#texts.t('site.added', { name })
    const added = await this.#adding.run(() => this.client!.organisations.addSite(site), said)
    if (!added) return
    form.reset()
    this.opened = added.id
    await this.#all.again()
  }
}
