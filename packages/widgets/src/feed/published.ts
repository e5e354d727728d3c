import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CercleClientError, SpaceView, ThreadView } from '@cercle/sdk'
import { Texts } from '../controllers/texts.ts'
import { takingPart } from '../locales/taking-part.ts'
import type { TakingPartKey } from '../locales/taking-part.fr.ts'
import { undo } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'

/** While no trace stays of what is taken back, in seconds. The server counts by its own clock. */
const UNDO_SECONDS = 20

/**
 * Says that a discussion is published and to how many, and takes it back on request for 20 s. The countdown is on the button
 * and not in the sentence that is read aloud.
 *
 * @tag cercle-published
 * @fires cercle-published-end - it has nothing more to say; `detail.gone` when the discussion was taken back
 */
export class Published extends LitElement {
  static override styles = [
    base,
    forms,
    css`
      .c-toast {
        animation: c-arrive var(--cercle-slow) var(--cercle-ease);
      }
    `,
  ]
  static override properties = { client: { attribute: false }, thread: { attribute: false }, space: { attribute: false } }

  declare client: Cercle
  declare thread: ThreadView
  /** Where it stands, for the number of people; `undefined` says none. */
  declare space: SpaceView | undefined
  readonly #texts = new Texts(this, takingPart)
  #left = UNDO_SECONDS
  #said: TakingPartKey | undefined
  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    const start = performance.now()
    // By the clock and not by ticks: a frame out of sight is slowed down.
    this.#timer = setInterval(() => this.#count(UNDO_SECONDS - Math.floor((performance.now() - start) / 1000)), 1000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  protected override render(): TemplateResult {
    const { t } = this.#texts
    // told to fewer: not to all of the space
    const { circle } = this.thread
    const readers = circle ? circle.readers : this.space?.readers
    const isPublic = !circle && this.space?.level === 'public'
    const sentence = isPublic ? t('published.public') : readers ? t('published.readers', { count: readers }) : t('published.done')
    const canUndo = this.#said !== 'published.undoing' && this.#said !== 'published.late'
    return html`<div class="cercle">
      <div class="c-toast">
        <p role="status">${this.#said ? t(this.#said) : sentence}</p>
        ${
          canUndo
            ? html`<button class="c-btn" type="button" @click=${this.#undo}>
                ${icon(undo)} ${t('published.undo', { seconds: this.#left })}
              </button>`
            : nothing
        }
      </div>
    </div>`
  }

  #count(left: number): void {
    this.#left = left
    if (left > 0) this.requestUpdate()
    else if (this.#said !== 'published.undoing') this.#end(false)
  }

  #end(gone: boolean): void {
    clearInterval(this.#timer)
    this.dispatchEvent(new CustomEvent('cercle-published-end', { detail: { gone } }))
  }

  readonly #undo = async (): Promise<void> => {
    this.#said = 'published.undoing'
    this.requestUpdate()
    try {
      await this.client.discussions.withdraw({ id: this.thread.id })
      this.#end(true)
    } catch (error) {
      const { code } = error as CercleClientError
      this.#said = code === 'not_found' || code === 'forbidden' ? 'published.late' : 'published.failed'
      this.requestUpdate()
    }
  }
}
