import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView } from '@cercle/sdk'
import { MailChoices } from '../controllers/mail-choices.ts'
import { Texts } from '../controllers/texts.ts'
import { notifications } from '../locales/notifications.ts'
import { circleCheck } from '../primitives/member-icons.ts'
import { opening, openingStyles } from '../primitives/opening.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { generalChoice, quietChoice, spaceChoices } from './mail-rhythm-parts.ts'
import { noticeFailure } from './notice-parts.ts'
import { notificationsStyles } from './notifications.styles.ts'

/**
 * When mail tells the viewer of what concerns her: in general, for each space, and not in quiet hours. Each choice is noted as it is made. Asks
 * nothing before it is opened.
 *
 * @tag cercle-mail-rhythms
 * @csspart error - a failure in words
 */
export class MailRhythmsView extends LitElement {
  static override styles = [base, forms, waitingStyles, openingStyles, notificationsStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare isOpen: boolean

  readonly #texts = new Texts(this, notifications)
  readonly #choices = new MailChoices(this)

  constructor() {
    super()
    this.isOpen = false
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    if (this.isOpen) this.#choices.show(this.client)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    return opening({ id: 'mails', title: t('mails.title'), isOpen: this.isOpen, turn: this.#turn, content: () => this.#opened() })
  }

  #opened(): TemplateResult {
    const { t } = this.#texts
    const choices = this.#choices
    const { rhythms, spaces, failure, saveFailure, isSaved, load } = choices
    if (failure) return noticeFailure('mails.failed', failure, t, load)
    if (!rhythms) return waiting(t('mails.loading'))
    return html`<p>${t('mails.what')}</p>
      ${generalChoice(rhythms, t, (rhythm, days) =>
        choices.choose((api) => api.setRhythm({ rhythm, ...(rhythm === 'days' ? { days } : {}) })),
      )}
      ${quietChoice(rhythms.quiet, t, (quiet) => choices.choose((api) => api.setQuiet({ quiet })))}
      ${
        spaces.length
          ? spaceChoices(spaces, rhythms, t, (space, rhythm, days) =>
              choices.choose((api) => api.setRhythm({ space, rhythm, ...(rhythm === 'days' ? { days } : {}) })),
            )
          : nothing
      }
      ${saveFailure ? noticeFailure('mails.saveFailed', saveFailure, t) : nothing}
      <p class=${isSaved ? 'c-small c-soft c-with' : 'c-hidden'} role="status">
        ${isSaved ? [icon(circleCheck), html`<span>${t('mails.saved')}</span>`] : ''}
      </p>`
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
  }
}
