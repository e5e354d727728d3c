import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, GroupView, OrganisationList, PersonView, SeenView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { requests } from '../locales/requests.ts'
import { check, cross } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { dayOf, endOfDay, outcome } from './desk-parts.ts'
import { whatHelps } from './request-parts.ts'
import { roomStyles } from './desk.styles.ts'

type PersonGroup = PersonView['groups'][number]

/**
 * One person at the desk: where she works and until when, her groups, and which of the facilitator's spaces she reads.
 *
 * @tag cercle-desk-person
 * @fires cercle-person-changed - what is shown of her elsewhere is out of date
 * @csspart error - a failure in words
 */
export class DeskPerson extends LitElement {
  static override styles = [base, forms, roomStyles]
  static override properties = {
    client: { attribute: false },
    person: { attribute: false },
    groups: { attribute: false },
    organisations: { attribute: false },
    seen: { state: true },
  }

  declare client: Cercle | undefined
  declare person: PersonView | undefined
  /** Those that the facilitator may know of. */
  declare groups: readonly GroupView[] | undefined
  declare organisations: OrganisationList['items'] | undefined
  declare seen: SeenView | undefined

  readonly #texts = new Texts(this, desk)
  readonly #requests = new Texts(this, requests)
  readonly #placing = new Acting(this)
  readonly #grouping = new Acting(this)
  readonly #looking = new Acting(this)

  protected override render(): TemplateResult | typeof nothing {
    const { ready } = this.#texts
    if (!ready || !this.person) return nothing
    return html`<div class="c-stack c-stack--5 inner">
      ${this.#whenThere(this.person)} ${this.#helps(this.person)} ${this.#place(this.person)} ${this.#itsGroups(this.person)}
      ${this.#sight(this.person)}
    </div>`
  }

  #whenThere({ availability }: PersonView): TemplateResult | typeof nothing {
    return availability === null ? nothing : html`<p>${this.#texts.t('person.availability', { words: availability })}</p>`
  }

  #helps({ help }: PersonView): TemplateResult | typeof nothing {
    const { t } = this.#requests
    return help ? html`<dl class="c-stack c-stack--2">${whatHelps(help, t)}</dl>` : nothing
  }

  #place({ organisation, until }: PersonView): TemplateResult {
    const { t } = this.#texts
    return html`<form class="c-stack c-stack--3" aria-labelledby="place" @submit=${this.#move}>
      <h3 class="c-head" id="place">${t('place.title')}</h3>
      <div class="pair">
        <div class="c-field">
          <label class="c-label" for="organisation">${t('place.organisation')}</label>
          <select class="c-select" id="organisation">
            <option value="">${t('place.none')}</option>
            ${this.organisations?.map(
              ({ id, name }) => html`<option value=${id} ?selected=${id === organisation?.id}>${name}</option>`,
            )}
          </select>
        </div>
        <div class="c-field">
          <label class="c-label" for="until">${t('place.until')}</label>
          <input class="c-input" id="until" type="date" aria-describedby="until-hint" .value=${dayOf(until)} />
        </div>
      </div>
      <p class="c-hint" id="until-hint">${t('place.untilHint')}</p>
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#placing.isBusy ? 'true' : nothing}>
          ${t('place.save')}
        </button>
      </div>
      ${outcome(this.#placing, t, this.#changed)}
    </form>`
  }

  #itsGroups({ groups }: PersonView): TemplateResult {
    const { t } = this.#texts
    const others = this.groups?.filter(({ id, byInvitation }) => byInvitation && !groups.some((one) => one.id === id)) ?? []
    return html`<section class="c-stack c-stack--3" aria-labelledby="groups">
      <h3 class="c-head" id="groups">${t('groups.of')}</h3>
      ${
        groups.length
          ? html`<ul class="plain-list">
              ${groups.map((group) => html`<li>${group.name} ${this.#wayOut(group)}</li>`)}
            </ul>`
          : html`<p class="c-soft">${t('groups.noneOf')}</p>`
      }
      ${
        others.length
          ? html`<form class="c-stack c-stack--3" @submit=${this.#invite}>
              <div class="pair">
                <div class="c-field">
                  <label class="c-label" for="invite">${t('groups.invite')}</label>
                  <select class="c-select" id="invite" required>
                    <option value="">${t('groups.choose')}</option>
                    ${others.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
                  </select>
                </div>
                <div class="c-field">
                  <label class="c-label" for="end">${t('groups.until')}</label>
                  <input class="c-input" id="end" type="date" />
                </div>
              </div>
              <div>
                <button class="c-btn" type="submit" aria-disabled=${this.#grouping.isBusy ? 'true' : nothing}>
                  ${t('groups.add')}
                </button>
              </div>
            </form>`
          : nothing
      }
      <p class="c-hint">${t('groups.unsigned')}</p>
      ${outcome(this.#grouping, t, this.#changed)}
    </section>`
  }

  #wayOut(group: PersonGroup): TemplateResult {
    const { t } = this.#texts
    if (!group.byInvitation) return html`<span class="c-small c-soft">${t('groups.follows')}</span>`
    return html`<button
      class="c-btn c-btn--quiet"
      type="button"
      aria-label=${t('groups.part', { name: group.name })}
      @click=${() => void this.#part(group)}
    >
      ${icon(cross, true)}
    </button>`
  }

  #sight({ name }: PersonView): TemplateResult {
    const { t } = this.#texts
    return html`<section class="c-stack c-stack--3" aria-labelledby="sight">
      <h3 class="c-head" id="sight">${t('seen.title', { name })}</h3>
      ${
        this.seen
          ? html`<p class="c-small c-soft">${t('seen.only')}</p>
              <ul class="plain-list seen" tabindex="-1">
                ${this.seen.items.map(
                  ({ space, sees, through }) =>
                    html`<li class=${sees ? 'yes' : 'no'}>
                      ${icon(sees ? check : cross)}
                      <span>
                        ${`${space.name}, ${t(sees ? 'seen.yes' : 'seen.no')}`}${
                          through.length ? `, ${t('seen.through', { groups: through.join(', ') })}` : ''
                        }
                      </span>
                    </li>`,
                )}
              </ul>`
          : html`<p class="c-small c-soft">${t('seen.note', { name })}</p>
              <div>
                <button class="c-btn" type="button" aria-disabled=${this.#looking.isBusy ? 'true' : nothing} @click=${this.#look}>
                  ${t('seen.ask')}
                </button>
              </div>`
      }
      ${outcome(this.#looking, t)}
    </section>`
  }

  #field = <Field extends HTMLElement>(id: string): Field => this.renderRoot.querySelector<Field>(`#${id}`)!

  readonly #move = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { memberId: member, name, organisation, until } = this.person!
    const before = { member, organisation: organisation?.id ?? null, until }
    const day = this.#field<HTMLInputElement>('until').value
    const after = {
      member,
      organisation: this.#field<HTMLSelectElement>('organisation').value || null,
      // the same day: the hour that was said stays
      until: day === dayOf(until) ? until : endOfDay(day),
    }
    const said = this.#texts.t('place.saved', { name })
    await this.#placing.run(
      () => this.client!.members.place(after),
      said,
      () => this.client!.members.place(before),
    )
    this.#changed()
  }

  readonly #invite = async (event: Event): Promise<void> => {
    event.preventDefault()
    const select = this.#field<HTMLSelectElement>('invite')
    const group = select.value
    if (!group) return select.focus()
    const { memberId: member, name: person } = this.person!
    const name = this.groups!.find(({ id }) => id === group)!.name
    const until = endOfDay(this.#field<HTMLInputElement>('end').value)
    await this.#grouping.run(
      () => this.client!.groups.invite({ group, member, until }),
      this.#texts.t('groups.added', { person, name }),
      () => this.client!.groups.part({ group, member }),
    )
    this.#changed()
  }

  async #part({ id: group, name }: PersonGroup): Promise<void> {
    const { memberId: member, name: person } = this.person!
    await this.#grouping.run(
      () => this.client!.groups.part({ group, member }),
      this.#texts.t('groups.parted', { person, name }),
      () => this.client!.groups.invite({ group, member }),
    )
    this.#changed()
    await this.updateComplete
    // the row goes, and its button with it
    this.renderRoot.querySelector<HTMLElement>('[aria-labelledby="groups"] .outcome')?.focus()
  }

  readonly #look = async (): Promise<void> => {
    const { memberId: member } = this.person!
    this.seen = await this.#looking.run(() => this.client!.spaces.seenBy({ member }))
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.seen')?.focus()
  }

  /** What she reads may have changed with it. */
  readonly #changed = (): void => {
    this.seen = undefined
    this.dispatchEvent(new Event('cercle-person-changed'))
  }
}
