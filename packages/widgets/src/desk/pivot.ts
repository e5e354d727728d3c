import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, GroupView, PersonView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

const kinds: readonly GroupView['kind'][] = ['workplace', 'region', 'sector']

/**
 * Whether a member is the pivot of a group: whom she then invites comes into it. With its way back.
 *
 * @tag cercle-desk-pivot
 * @fires cercle-person-changed - what is shown of her elsewhere is out of date
 * @csspart error - a failure in words
 */
export class DeskPivot extends LitElement {
  static override styles = [base, forms, roomStyles]
  static override properties = {
    client: { attribute: false },
    person: { attribute: false },
    groups: { attribute: false },
  }

  declare client: Cercle | undefined
  declare person: PersonView | undefined
  /** Those that the facilitator may know of. */
  declare groups: readonly GroupView[] | undefined

  readonly #texts = new Texts(this, desk)
  readonly #acting = new Acting(this)

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    const { person } = this
    if (!ready || !person) return nothing
    const groups = this.groups?.filter(({ kind }) => kinds.includes(kind)) ?? []
    return html`<section class="c-stack c-stack--3" aria-labelledby="title">
      <h3 class="c-head" id="title">${t('pivot.title')}</h3>
      <p class="c-small c-soft" id="lead">${t('pivot.lead', { name: person.name })}</p>
      ${
        groups.length
          ? html`<form class="c-stack c-stack--3" @submit=${this.#save}>
              <div class="c-field">
                <label class="c-label" for="group">${t('pivot.of')}</label>
                <select class="c-select" id="group" aria-describedby="lead">
                  <option value="" .selected=${person.pivot === null}>${t('pivot.none')}</option>
                  ${groups.map(({ id, name }) => html`<option value=${id} .selected=${id === person.pivot?.id}>${name}</option>`)}
                </select>
              </div>
              <div>
                <button class="c-btn" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
                  ${t('pivot.save')}
                </button>
              </div>
            </form>`
          : html`<p class="c-small">${t('pivot.noGroup')}</p>`
      }
      ${outcome(this.#acting, t, this.#changed)}
    </section>`
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { t } = this.#texts
    const { memberId: member, name, pivot } = this.person!
    const chosen = (event.target as HTMLFormElement).querySelector('select')!.value
    const group = this.groups?.find(({ id }) => id === chosen)
    const before = pivot?.id ?? null
    if ((group?.id ?? null) === before) return
    await this.#acting.run(
      () => this.client!.pivots.appoint({ member, group: group?.id ?? null }),
      group ? t('pivot.done', { name, group: group.name }) : t('pivot.over', { name }),
      () => this.client!.pivots.appoint({ member, group: before }),
    )
    this.#changed()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus()
  }

  readonly #changed = (): void => void this.dispatchEvent(new Event('cercle-person-changed'))
}
