import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, JoinForm as Form } from '@cercle/sdk'
import { JoinAsking, type Values } from '../controllers/join-asking.ts'
import { JoinDraft } from '../controllers/join-draft.ts'
import type { JoinKey } from '../locales/join.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { key } from '../primitives/icons.ts'
import { check, circleCheck } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { joinFields, readers, requiredNames } from './join-fields.ts'
import type { Scheme } from '../theme/scheme.ts'
import { tokens } from '../theme/tokens.ts'
import { helpFieldStyles } from '../primitives/help-fields.ts'
import { formStyles } from './form.styles.ts'

/**
 * Asking to come in: a form, then what comes next. Only where no script of a partner's page reads along.
 *
 * @tag cercle-join-form
 * @fires cercle-sign-in - she is a member already, and enters with a code
 * @fires cercle-join-close - given up, or done
 * @csspart sign-in - the buttons that lead in
 * @csspart error - what to mend
 */
export class JoinForm extends LitElement {
  static override styles = [tokens, base, forms, helpFieldStyles, formStyles]
  static override properties = {
    client: { attribute: false },
    questions: { attribute: false },
    t: { attribute: false },
    scheme: { attribute: false },
    community: { attribute: false },
    ease: { state: true },
  }

  declare client: Cercle | undefined
  declare questions: Form['questions']
  /** The texts of the view around it, which are there already. */
  declare t: Translate<JoinKey> | undefined
  /** Of the view around it. */
  declare scheme: Scheme | undefined
  /** Slug; what is written is kept for it. */
  declare community: string | undefined
  declare ease: string

  readonly #asking = new JoinAsking(this)
  readonly #draft = new JoinDraft(this)
  #opened: string | undefined
  #focusOn = ''
  /** The community asks something else since this was opened. */
  #isChanged = false

  constructor() {
    super()
    this.questions = []
    this.ease = ''
  }

  /** To the first field. */
  override focus(): void {
    this.#focusOn = 'input'
    this.requestUpdate()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, client } = this
    if (!t || !client) return nothing
    return html`<div class="cercle" data-theme=${this.scheme ?? 'light'}>
      ${this.#asking.isSent ? this.#sent(t) : this.#request(client, t)}
    </div>`
  }

  protected override willUpdate(): void {
    const { community } = this
    if (!community || community === this.#opened) return
    this.#opened = community
    this.#draft.open(community)
    this.ease = this.#draft.ease
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const form = this.renderRoot.querySelector('form')
    // also into fields that came with her ease
    if (form && (changed.has('community') || changed.has('ease') || changed.has('questions'))) this.#draft.fill(form)
    const field = this.#focusOn && this.renderRoot.querySelector<HTMLElement>(this.#focusOn)
    if (!field) return
    this.#focusOn = ''
    field.focus()
  }

  #request(client: Cercle, t: Translate<JoinKey>): TemplateResult {
    const { failure, isBusy } = this.#asking
    const setting = { t, asking: this.#asking, questions: this.questions, ease: this.ease }
    return html`<section class="c-stack c-stack--4" aria-labelledby="title">
      <form
        class="c-card"
        aria-labelledby="title"
        novalidate
        @change=${this.#turn}
        @input=${this.#note}
        @submit=${(event: Event) => void this.#send(event, client)}
      >
        <header class="c-stack c-stack--1">
          <h3 class="c-title" id="title">${t('title')}</h3>
          <p class="c-soft">${t('lead')}</p>
        </header>
        ${joinFields(setting)} ${readers(t)} ${this.#kept(t)}
        ${failure ? html`<p class="c-error" part="error" role="alert">${icon(alert)} <span>${t(this.#reason(failure))}</span></p>` : nothing}
        ${this.#isChanged ? html`<p class="c-error" part="error" role="alert">${icon(alert)} <span>${t('changed')}</span></p>` : nothing}
        <div class="c-line c-acts">
          <button class="c-btn c-btn--primary" type="submit" part="sign-in" aria-disabled=${isBusy ? 'true' : nothing}>
            ${t('send')}
          </button>
          <button class="c-btn" type="button" @click=${this.#close}>${t('cancel')}</button>
        </div>
      </form>
      <div class="c-line">
        <span>${t('isMember')}</span>
        <button class="c-btn" type="button" part="sign-in" @click=${this.#enter}>${icon(key, true)} ${t('enter')}</button>
      </div>
    </section>`
  }

  #kept(t: Translate<JoinKey>): TemplateResult | typeof nothing {
    if (!this.#draft.isKept) return nothing
    return html`<p class="c-line c-small c-soft">
      <span class="c-with">${icon(check)} <span>${t('kept')}</span></span>
      <button class="c-link" type="button" @click=${this.#forget}>${t('keptNot')}</button>
    </p>`
  }

  #reason(failure: string): 'fail.offline' | 'fail.often' | 'fail.error' {
    if (failure === 'offline' || failure === 'aborted') return 'fail.offline'
    return failure === 'rate_limited' || failure === 'unavailable' ? 'fail.often' : 'fail.error'
  }

  #sent(t: Translate<JoinKey>): TemplateResult {
    return html`<section class="c-card c-stack c-stack--3 done" aria-labelledby="title" tabindex="-1">
      <h3 class="c-title c-with" id="title">${icon(circleCheck)} ${t('sent')}</h3>
      <p class="c-text">${t('sentHow')}</p>
      ${this.ease === 'call' ? html`<p class="c-text">${t('sentCall')}</p>` : nothing}
      <p class="c-small c-soft">${t('sentSpam')}</p>
      <div><button class="c-btn" type="button" @click=${this.#close}>${t('close')}</button></div>
    </section>`
  }

  async #send(event: Event, client: Cercle): Promise<void> {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Values
    const { id } = this.#draft
    const isSent = await this.#asking.send(client, id, values, requiredNames({ questions: this.questions, ease: this.ease }))
    const { wrong } = this.#asking
    const [first] = wrong
    this.#isChanged = wrong.some((name) => !this.renderRoot.querySelector(`[name='${name}']`))
    // What was typed stays; a field whose question is gone goes with it.
    if (this.#isChanged)
      this.questions = await client.joining.form().then(
        ({ questions }) => questions,
        () => this.questions,
      )
    if (isSent) this.#draft.forget()
    this.#focusOn = isSent ? '.done' : first ? `[name='${first}']` : ''
    this.requestUpdate()
  }

  readonly #note = ({ currentTarget }: Event): void => this.#draft.note(currentTarget as HTMLFormElement)

  /** Out of this device; the fields stay as they are until they are typed in. */
  readonly #forget = (): void => {
    this.#draft.forget()
    this.#focusOn = '[type=submit]'
    this.requestUpdate()
  }

  readonly #turn = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement
    if (name === 'ease') this.ease = value
  }

  readonly #enter = (): void => this.#tell('cercle-sign-in')
  readonly #close = (): void => this.#tell('cercle-join-close')

  #tell(type: string): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
  }
}
