import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, GroupView, OrganisationList, PersonView, Standing } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Pages } from '../controllers/pages.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { avatar } from '../primitives/avatar.ts'
import { dateInWords } from '../primitives/dates.ts'
import { chevronDown } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

type Shown = Standing | 'quiet' | 'ending'
const choices: readonly Shown[] = ['active', 'quiet', 'ending', 'suspended', 'removed']
const isOnly = (shown: Shown) => shown === 'quiet' || shown === 'ending'

/** ms after the last key before a search is asked. */
const PAUSE = 300

/**
 * The room of people: found by name, organisation or group, newest first, each opened in her place.
 *
 * @tag cercle-desk-people
 * @csspart error - a failure in words
 */
export class DeskPeopleRoom extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    group: { attribute: false },
    memberId: { attribute: false },
    shown: { attribute: false },
    now: { attribute: false },
    opened: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** Id of the group to begin with; everybody when absent. */
  declare group: string | undefined
  /** Who looks. */
  declare memberId: string | undefined
  /** Whom it lists to begin with; the active ones when absent. */
  declare shown: Shown
  declare now: Date | undefined
  declare opened: string | undefined

  readonly #texts = new Texts(this, desk)
  readonly #people = new Pages<PersonView>(this, ({ memberId }) => memberId)
  readonly #around = new Asking<{ groups: readonly GroupView[]; organisations: OrganisationList['items'] }>(this)
  #asked: Cercle | undefined
  #search = ''
  #wait: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.shown = 'active'
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#wait)
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { client } = this
    if (!client) return
    if (client !== this.#asked) {
      this.#asked = client
      void this.#around.show(async () => {
        const [{ items: groups }, { items: organisations }] = await Promise.all([
          client.groups.list(),
          client.members.organisations(),
        ])
        return { groups, organisations }
      })
      this.#find()
    } else if (changed.has('group') || changed.has('shown')) this.#find()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { items, failure, isLoading, hasMore, more } = this.#people
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('people.title')}</h2>
        <p class="c-soft">${t(isOnly(this.shown) ? `people.${this.shown as 'quiet' | 'ending'}` : 'people.lead')}</p>
      </header>
      ${this.#finder()} ${this.#around.failure ? deskFailure(this.#around.failure, t, this.#around.again) : nothing}
      ${items ? this.#list(items) : isLoading ? waiting(t('loading')) : nothing}
      ${failure ? deskFailure(failure, t, more) : nothing}
      ${
        hasMore && !failure
          ? html`<div>
              <button class="c-btn" type="button" aria-disabled=${isLoading ? 'true' : nothing} @click=${this.#older}>
                ${t('more')}
              </button>
            </div>`
          : nothing
      }
    </section>`
  }

  #finder(): TemplateResult {
    const { t } = this.#texts
    return html`<search class="finder">
      <div class="c-field">
        <label class="c-label" for="search">${t('people.search')}</label>
        <input class="c-input" id="search" type="search" maxlength="120" autocomplete="off" @input=${this.#type} />
      </div>
      <div class="c-field">
        <label class="c-label" for="group">${t('people.group')}</label>
        <select class="c-select" id="group" @change=${this.#choose}>
          <option value="">${t('people.everyGroup')}</option>
          ${this.#around.value?.groups.map(
            ({ id, name }) => html`<option value=${id} ?selected=${id === this.group}>${name}</option>`,
          )}
        </select>
      </div>
      <div class="c-field">
        <label class="c-label" for="standing">${t('people.standing')}</label>
        <select class="c-select" id="standing" @change=${this.#chooseStanding}>
          ${choices.map((one) => html`<option value=${one} ?selected=${one === this.shown}>${t(`stand.${one}`)}</option>`)}
        </select>
      </div>
    </search>`
  }

  #list(items: readonly PersonView[]): TemplateResult {
    const { t } = this.#texts
    if (!items.length) return html`<p class="c-empty" role="status">${t('people.none')}</p>`
    return html`<ul class="c-list">
      ${items.map((one) => html`<li class="c-row c-stack c-stack--3 person">${this.#row(one)} ${this.#inside(one)}</li>`)}
    </ul>`
  }

  #row(person: PersonView): TemplateResult {
    const { t, language } = this.#texts
    const { memberId, name, organisation, facilitates, pivot, standing, until, ended, groups } = person
    const isOpen = this.opened === memberId
    const date = until && dateInWords(until, { language, clock: this.community?.clock, now: this.now })
    return html`<div class="row-top">
        <div class="c-by">
          ${avatar(name)}
          <span><b>${name}</b><small>${organisation?.name ?? t('person.noOrganisation')}</small></span>
        </div>
        <button
          class="c-btn"
          type="button"
          aria-expanded=${isOpen}
          aria-label=${t('person.open', { name })}
          @click=${() => (this.opened = isOpen ? undefined : memberId)}
        >
          <span class="c-turn">${icon(chevronDown)}</span>
        </button>
      </div>
      ${
        facilitates || pivot || until || groups.length || standing !== 'active'
          ? html`<div class="c-line c-line--tight">
              ${
                standing === 'active'
                  ? nothing
                  : html`<span class="c-badge c-badge--warn"
                      >${t(standing === 'suspended' ? 'stand.isSuspended' : 'stand.isRemoved')}</span
                    >`
              }
              ${facilitates ? html`<span class="c-badge">${t('person.facilitates')}</span>` : nothing}
              ${pivot ? html`<span class="c-badge">${t('person.pivot', { name: pivot.name })}</span>` : nothing}
              ${ended ? html`<span class="c-badge c-badge--warn">${t('person.ended')}</span>` : nothing}
              ${date && !ended ? html`<span class="c-badge c-badge--plain">${t('person.until', { date })}</span>` : nothing}
              ${groups.map((group) => html`<span class="c-badge c-badge--plain">${group.name}</span>`)}
            </div>`
          : nothing
      }`
  }

  #inside(person: PersonView): TemplateResult | typeof nothing {
    const { value } = this.#around
    if (this.opened !== person.memberId || !value) return nothing
    const changed = () => void this.#again(person.memberId).catch(() => undefined)
    return html`${
        person.standing === 'active'
          ? html`<cercle-desk-person
                .client=${this.client}
                .person=${person}
                .groups=${value.groups}
                .organisations=${value.organisations}
                @cercle-person-changed=${changed}
              ></cercle-desk-person>
              <cercle-desk-pivot
                .client=${this.client}
                .person=${person}
                .groups=${value.groups}
                @cercle-person-changed=${changed}
              ></cercle-desk-pivot>`
          : nothing
      }
      <cercle-desk-standing
        .client=${this.client}
        .person=${person}
        .isSelf=${person.memberId === this.memberId}
        @cercle-person-changed=${changed}
      ></cercle-desk-standing>`
  }

  /** Asks once more about one person, in her place. */
  async #again(member: string): Promise<void> {
    const { items } = await this.client!.members.people({ member }).page()
    if (items[0]) this.#people.put(items[0])
  }

  #find(): void {
    this.opened = undefined
    const { client, group, shown } = this
    const which = isOnly(shown) ? { only: shown as 'quiet' | 'ending' } : { standing: shown as Standing }
    void this.#people.show(client!.members.people({ search: this.#search || undefined, group, ...which }))
  }

  readonly #type = ({ target }: Event): void => {
    this.#search = (target as HTMLInputElement).value.trim()
    clearTimeout(this.#wait)
    this.#wait = setTimeout(() => this.#find(), PAUSE)
  }

  readonly #choose = ({ target }: Event): void => {
    this.group = (target as HTMLSelectElement).value || undefined
  }

  readonly #chooseStanding = ({ target }: Event): void => {
    this.shown = (target as HTMLSelectElement).value as Shown
  }

  readonly #older = async (): Promise<void> => {
    const before = this.#people.items?.length ?? 0
    await this.#people.more()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.person button')[before]?.focus()
  }
}
