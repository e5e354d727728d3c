import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, GroupKind, GroupView, OrganisationList } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { icon, lock } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

const kinds: readonly GroupKind[] = ['social', 'committee', 'workplace', 'region', 'sector']

/**
 * The room of groups: those that the facilitator may know of, and a form to make one.
 *
 * @tag cercle-desk-groups
 * @csspart error - a failure in words
 */
export class DeskGroups extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = { client: { attribute: false }, kind: { state: true }, nameless: { state: true } }

  declare client: Cercle | undefined
  declare kind: GroupKind
  declare nameless: boolean

  readonly #texts = new Texts(this, desk)
  readonly #all = new Asking<{ groups: readonly GroupView[]; organisations: OrganisationList['items'] }>(this)
  readonly #making = new Acting(this)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.kind = 'social'
    this.nameless = false
  }

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#all.show(async () => {
      const [{ items: groups }, { items: organisations }] = await Promise.all([
        client.groups.list(),
        client.members.organisations(),
      ])
      return { groups, organisations }
    })
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { value, failure, again } = this.#all
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('group.title')}</h2>
        <p class="c-soft">${t('group.lead')}</p>
      </header>
      ${failure ? deskFailure(failure, t, again) : nothing}
      ${value ? html`${this.#list(value.groups)} ${this.#form(value.organisations)}` : failure ? nothing : waiting(t('loading'))}
    </section>`
  }

  #list(groups: readonly GroupView[]): TemplateResult {
    const { t } = this.#texts
    if (!groups.length) return html`<p class="c-empty">${t('group.none')}</p>`
    return html`<ul class="c-list">
      ${groups.map(
        ({ id, name, kind, hidden, byInvitation, mine }) =>
          html`<li class="c-row row-top">
            <div class="c-stack c-stack--1">
              <h3 class="c-head">${name}</h3>
              <p class="c-small c-soft">
                ${[t(`kind.${kind}`), t(byInvitation ? 'group.byInvitation' : 'group.follows'), ...(mine ? [t('group.mine')] : [])].join(', ')}
                ${hidden ? html`<span class="c-badge">${icon(lock)} ${t('group.hidden')}</span>` : nothing}
              </p>
            </div>
            <a class="c-link" href="#people=${id}">${t('group.who')}<span class="c-hidden"> (${name})</span></a>
          </li>`,
      )}
    </ul>`
  }

  #form(organisations: OrganisationList['items']): TemplateResult {
    const { t } = this.#texts
    const { kind } = this
    return html`<form class="c-card c-stack" aria-labelledby="make" novalidate @submit=${this.#make}>
      <h3 class="c-head" id="make">${t('make.title')}</h3>
      <div class="pair">
        <div class="c-field ${this.nameless ? 'c-field--bad' : ''}">
          <label class="c-label" for="name">${t('make.name')}</label>
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
          <label class="c-label" for="kind">${t('make.kind')}</label>
          <select class="c-select" id="kind" @change=${this.#turn}>
            ${kinds.map((one) => html`<option value=${one} ?selected=${one === kind}>${t(`kind.${one}`)}</option>`)}
          </select>
        </div>
      </div>
      ${kind === 'workplace' ? this.#workplace(organisations) : kind === 'region' || kind === 'sector' ? this.#fact() : nothing}
      <label class="c-check">
        <input type="checkbox" id="hidden" />
        <span>${t('make.hidden')} <small>${t('make.hiddenHint')}</small></span>
      </label>
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#making.isBusy ? 'true' : nothing}>
          ${t('make.send')}
        </button>
      </div>
      ${outcome(this.#making, t)}
    </form>`
  }

  #workplace(organisations: OrganisationList['items']): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-field">
      <label class="c-label" for="follows">${t('make.byOrganisation')}</label>
      <select class="c-select" id="follows">
        <option value="">${t('make.byInvitation')}</option>
        ${organisations.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
    </div>`
  }

  #fact(): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-field">
      <label class="c-label" for="follows">${t('make.byFact')}</label>
      <input class="c-input" id="follows" maxlength="120" autocomplete="off" aria-describedby="fact-hint" />
      <p class="c-hint" id="fact-hint">${t('make.factHint')}</p>
    </div>`
  }

  readonly #turn = ({ target }: Event): void => {
    this.kind = (target as HTMLSelectElement).value as GroupKind
  }

  readonly #make = async (event: Event): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const field = <Field extends Element>(id: string) => form.querySelector<Field>(`#${id}`)
    const input = field<HTMLInputElement>('name')!
    const name = input.value.trim()
    this.nameless = !name
    if (!name) return input.focus()
    const { kind } = this
    const follows = field<HTMLInputElement | HTMLSelectElement>('follows')?.value.trim() || undefined
    const group = { name, kind, hidden: field<HTMLInputElement>('hidden')!.checked }
    const made = await this.#making.run(
      () => this.client!.groups.create({ ...group, ...(kind === 'workplace' ? { organisation: follows } : { fact: follows }) }),
      this.#texts.t('make.done', { name }),
    )
    if (!made) return
    form.reset()
    this.kind = 'social'
    await this.#all.again()
  }
}
