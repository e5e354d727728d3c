import { LitElement, html, type CSSResultGroup, type TemplateResult } from 'lit'
import { Texts } from '../controllers/texts.ts'
import { exit } from '../locales/exit.ts'
import { cross } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { readTokens } from '../theme/read-tokens.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { exitStyles } from './exit.styles.ts'

/** ms between two presses of Shift that belong together. */
const PAUSE = 2000

/**
 * « Quitter rapidement »: out of the page at once, by a press, or by three of Shift wherever the keyboard is. Escape is left to what it closes.
 * Who listens takes the page away; nothing is asked or explained meanwhile.
 *
 * @tag cercle-exit
 * @fires cercle-leave - the person leaves, now
 */
export class Exit extends LitElement {
  static override styles: CSSResultGroup = [readTokens, base, exitStyles]
  static override properties = { theme: {}, language: { attribute: 'lang' } }

  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page when absent. */
  declare language: string | undefined

  readonly #texts = new Texts(this, exit)
  readonly #scheme = new ThemeScheme(this)
  #presses = 0
  #last = 0
  #forgetting: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('keydown', this.#hear, true)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#hear, true)
    this.#count(0)
  }

  protected override render(): TemplateResult {
    const { t, language } = this.#texts
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      <div class="way">
        <span class="once c-small" role="status">${this.#presses === 2 ? t('exit.onceMore') : ''}</span>
        <button class="c-btn" type="button" aria-describedby="how" @click=${this.#leave}>
          ${icon(cross, true)} ${t('exit.leave')}
        </button>
        <span id="how" hidden>${t('exit.how')}</span>
      </div>
    </div>`
  }

  readonly #hear = ({ key, repeat, timeStamp }: KeyboardEvent): void => {
    if (repeat) return
    if (key !== 'Shift') return this.#count(0)
    this.#count(timeStamp - this.#last < PAUSE ? this.#presses + 1 : 1)
    this.#last = timeStamp
    if (this.#presses === 3) this.#leave()
  }

  #count(presses: number): void {
    clearTimeout(this.#forgetting)
    // what was said of the second press is over when a third would be a first again
    if (presses) this.#forgetting = setTimeout(() => this.#count(0), PAUSE)
    const isTold = this.#presses === 2 || presses === 2
    this.#presses = presses
    if (isTold) this.requestUpdate()
  }

  readonly #leave = (): void => {
    this.#count(0)
    this.dispatchEvent(new Event('cercle-leave', { bubbles: true, composed: true }))
  }
}
