import { LitElement, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { CallOptions, Cercle, CommunityView, SpaceView, ViewerView } from '@cercle/sdk'
import type { Unsent } from '@cercle/sdk/outbox'
import { Draft, type DraftFields } from '../controllers/draft.ts'
import { Send } from '../controllers/send.ts'
import { Texts } from '../controllers/texts.ts'
import type { Waiting } from '../controllers/unsent.ts'
import { queued } from '../controllers/unsent-handing.ts'
import { member } from '../locales/member.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { checkWriting, refusedFields, type WritingErrors } from './writing-check.ts'
import { writingStyles } from './writing.styles.ts'

/**
 * What the composer, the reply box and the edit box have in common: a draft, a form that says what to mend, a send that may fail and
 * be repeated with the same id.
 */
export abstract class WritingElement<Name extends string, Answer> extends LitElement {
  static override styles: CSSResultGroup[] = [base, forms, writingStyles]
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    community: { attribute: false },
    viewer: { attribute: false },
    space: { attribute: false },
    draftScope: { attribute: false },
    waiting: { attribute: false },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare viewer: ViewerView | null | undefined
  /** Where it will be read. */
  declare space: SpaceView | undefined
  /** Whose drafts: community and member. */
  declare draftScope: string | undefined
  /** Where a message waits that cannot leave; without it, it stays in its box. */
  declare waiting: Waiting | undefined

  protected readonly texts = new Texts(this, member)
  protected readonly draft: Draft<Name>
  protected readonly sending = new Send(this)
  protected errors: WritingErrors<Name> = {}
  #focusOn: string | undefined

  /** `fields`: the texts one writes. */
  constructor(fields: readonly Name[]) {
    super()
    this.draft = new Draft(this, fields)
  }

  /** Sends what is written, under the id of the draft. */
  protected abstract transmit(client: Cercle, options: CallOptions): Promise<Answer>
  /** As a message that can wait; absent: this one stays in its box. */
  protected unsent?(): Unsent
  /** It waits to be sent. */
  protected handed(): void {}
  /** It has arrived; `fields` as they were sent. */
  protected abstract arrived(answer: Answer, fields: DraftFields<Name>): void

  protected get scope(): string {
    return this.draftScope ?? `${this.community?.slug} ${this.viewer?.memberId}`
  }

  protected override willUpdate(): void {
    this.texts.fallback = this.community?.language
  }

  protected override updated(): void {
    const field = this.#focusOn && this.renderRoot.querySelector<HTMLElement>(this.#focusOn)
    if (!field) return
    this.#focusOn = undefined
    field.focus()
  }

  /** Moves the focus to what `selector` finds, as soon as it is drawn. */
  protected focusOn(selector: string): void {
    this.#focusOn = selector
    this.requestUpdate()
  }

  protected readonly write = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement
    if (!name) return
    this.draft.change({ [name]: value } as DraftFields<Name>)
    // Mended or not, it is looked at again when it is sent: nobody is told of a mistake while writing.
    this.mended(name)
  }

  protected mended(name: string): void {
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([field]) => field !== name)) as WritingErrors<Name>
  }

  protected readonly submit = async (event?: Event): Promise<void> => {
    event?.preventDefault()
    const client = this.client
    const form = this.renderRoot.querySelector('form')
    if (!client || !form || this.sending.isSending) return
    const { t } = this.texts
    if (this.#mend(checkWriting(form, t))) return
    this.draft.keep()
    const { fields } = this.draft
    const answer = await this.sending.run((options) => this.#send(client, options))
    if (answer === queued) {
      this.draft.forget()
      return this.handed()
    }
    if (answer === undefined) return void this.#mend(refusedFields(this.sending.failure, fields, t))
    this.draft.forget()
    this.arrived(answer, fields)
  }

  protected readonly retry = (): void => {
    // The button pressed goes with the failure it speaks of.
    this.renderRoot.querySelector<HTMLElement>('[type="submit"]')?.focus()
    void this.submit()
  }

  /** The same text as another message. */
  protected readonly sendAsNew = (): void => {
    this.draft.renew()
    this.retry()
  }

  #send(client: Cercle, options: { signal: AbortSignal }): Promise<Answer | typeof queued> {
    const message = this.waiting && this.unsent?.()
    return message ? this.waiting!.send<Answer>(message, options.signal) : this.transmit(client, options)
  }

  /** Says what to mend and goes to the first of it; `false` when there is nothing. */
  #mend(errors: WritingErrors<Name>): boolean {
    this.errors = errors
    const isBad = Object.values(errors).some(Boolean)
    if (isBad) this.focusOn('[aria-invalid="true"]')
    this.requestUpdate()
    return isBad
  }
}
