import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CommunityView, Profile } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { account } from '../locales/account.ts'
import { circleCheck } from '../primitives/member-icons.ts'
import { opening, openingStyles } from '../primitives/opening.ts'
import { icon } from '../primitives/read-icons.ts'
import { browserSaves, onSaving, savesData, setSaving } from '../primitives/data-saver.ts'
import { tellLanguage } from '../primitives/told-language.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { profileFailure } from './profile-parts.ts'

const languages = [null, 'fr-CA', 'en-CA'] as const
type Chosen = (typeof languages)[number]

/**
 * In which language Cercle speaks to the viewer, everywhere; and whether data are spared on this device. For an active member. Each choice is kept
 * as it is made.
 *
 * @tag cercle-preferences
 * @fires {CustomEvent<Profile>} cercle-profile-change - another language is kept
 * @fires cercle-language - from now on it is to be spoken
 * @csspart error - a failure in words
 */
export class PreferencesView extends LitElement {
  static override styles = [base, forms, openingStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    chosen: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** The language that she chose; `null`: that of the page. */
  declare chosen: Chosen | undefined
  declare isOpen: boolean

  readonly #texts = new Texts(this, account)
  readonly #acting = new Acting(this)
  #stop: (() => void) | undefined

  constructor() {
    super()
    this.isOpen = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stop = onSaving(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop?.()
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    return opening({
      id: 'preferences',
      title: t('prefs.title'),
      isOpen: this.isOpen,
      turn: this.#turn,
      content: () => this.#opened(),
    })
  }

  #opened(): TemplateResult {
    const { t } = this.#texts
    const { failure, said } = this.#acting
    return html`<fieldset class="c-stack c-stack--2">
        <legend class="c-label">${t('prefs.language')}</legend>
        ${languages.map(
          (language) =>
            html`<label class="c-check" lang=${language ?? nothing}>
              <input
                type="radio"
                name="language"
                .value=${language ?? ''}
                .checked=${live(language === (this.chosen ?? null))}
                @change=${() => void this.#choose(language)}
              />
              <span>${language ? t(`prefs.${language}`) : t('prefs.page')}</span>
            </label>`,
        )}
        <p class="c-hint">${t('prefs.languageWhat')}</p>
      </fieldset>
      <label class="c-check">
        <input type="checkbox" name="saver" .checked=${live(savesData())} @change=${() => setSaving(!savesData())} />
        <span>
          ${t('prefs.saver')} <small>${t('prefs.saverWhat')} ${browserSaves() ? t('prefs.saverBrowser') : nothing}</small>
        </span>
      </label>
      ${failure ? profileFailure('prefs.failed', failure.code, t) : nothing}
      <p class=${said ? 'c-small c-soft c-with' : 'c-hidden'} role="status">
        ${said ? [icon(circleCheck), html`<span>${t('profile.saved')}</span>`] : ''}
      </p>`
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
  }

  async #choose(language: Chosen): Promise<void> {
    const { members } = this.client!
    // said in the language that is spoken then
    const changed = await this.#acting.run(() => members.changeProfile({ language }), 'saved')
    if (!changed) return
    this.chosen = changed.language
    this.dispatchEvent(new CustomEvent<Profile>('cercle-profile-change', { detail: changed }))
    tellLanguage(this, { language: changed.language, chosen: true })
  }
}
