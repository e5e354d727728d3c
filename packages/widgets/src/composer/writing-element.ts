import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { CallOptions, Cercle, CercleClientError, CircleView, CommunityView, SpaceView, ViewerView } from '@cercle/sdk'
import type { Unsent } from '@cercle/sdk/outbox'
import { Draft, type DraftFields } from '../controllers/draft.ts'
import { Send } from '../controllers/send.ts'
import { Texts } from '../controllers/texts.ts'
import type { Waiting } from '../controllers/unsent.ts'
import { queued } from '../controllers/unsent-handing.ts'
import { member } from '../locales/member.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import type { AudienceChoice, Told } from './audience-choice.ts'
import { checkWriting, refusedFields, type WritingErrors } from './writing-check.ts'
import { audienceLine } from './writing-parts.ts'
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
    circle: { attribute: false },
    draftScope: { attribute: false },
    waiting: { attribute: false },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare viewer: ViewerView | null | undefined
  /** Where it will be read. */
  declare space: SpaceView | undefined
  /** Of a discussion that is told to fewer than its space. */
  declare circle: CircleView | null | undefined
  /** Whose drafts: community and member. */
  declare draftScope: string | undefined
  /** Where a message waits that cannot leave; without it, it stays in its box. */
  declare waiting: Waiting | undefined

  protected readonly texts = new Texts(this, member)
  protected readonly draft: Draft<Name>
  protected readonly sending = new Send(this)
  protected errors: WritingErrors<Name> = {}
  #focusOn: string | undefined
  #told: Told | undefined

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

  /** What to mend that no field of the form can tell. */
  protected faults(): WritingErrors<Name> {
    return {}
  }

  /** What was refused that is no field of the form. */
  protected refused(_failure: CercleClientError | undefined): WritingErrors<Name> {
    return {}
  }

  protected get scope(): string {
    return this.draftScope ?? `${this.community?.slug} ${this.viewer?.memberId}`
  }

  protected override willUpdate(): void {
    this.texts.community = this.community
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
    if (this.#mend({ ...checkWriting<Name>(form, t), ...this.faults() })) return
    this.draft.keep()
    const { fields } = this.draft
    const answer = await this.sending.run((options) => this.#send(client, options))
    if (answer === queued) {
      this.draft.forget()
      return this.handed()
    }
    const { failure } = this.sending
    if (answer === undefined) return void this.#mend({ ...refusedFields(failure, fields, t), ...this.refused(failure) })
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
    if (isBad) this.focusOn('[aria-invalid="true"], [data-fault]')
    this.requestUpdate()
    return isBad
  }

  /** Who will read it, and the way to see who: for a member only. `threadId`: it is an answer. `choice`: she may say it to fewer. */
  protected audience(
    given: { threadId?: string | undefined; choice?: AudienceChoice; fault?: string | undefined } = {},
    space = this.space,
  ): TemplateResult | typeof nothing {
    const { threadId, choice, fault } = given
    const more = html`<cercle-audience
      exportparts="error"
      data-fault=${fault ? '' : nothing}
      .client=${this.client}
      .community=${this.community}
      .viewer=${this.viewer}
      .space=${space}
      .circle=${this.circle}
      .threadId=${threadId}
      .choice=${choice}
      .fault=${fault}
      @cercle-audience-told=${this.#hear}
      @cercle-audience-choice=${this.choose}
    ></cercle-audience>`
    const line = { space, circle: this.circle, told: this.#told, choice }
    return audienceLine(line, this.texts.t, this.viewer?.status === 'active' ? more : nothing)
  }

  /** Another audience was chosen. */
  protected choose(_event: CustomEvent<AudienceChoice>): void {}

  readonly #hear = ({ detail }: CustomEvent<Told | undefined>): void => {
    this.#told = detail
    this.requestUpdate()
  }
}
