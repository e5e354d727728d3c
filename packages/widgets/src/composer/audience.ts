import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import type { AudienceQuestion, AudienceView, Cercle, CommunityView, SpaceView, ViewerView } from '@cercle/sdk'
import { AudienceAsking } from '../controllers/audience-asking.ts'
import { Texts } from '../controllers/texts.ts'
import { member } from '../locales/member.ts'
import { chevronDown } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { MOST_NAMED, audienceOf, isOpenChoice, type AudienceChoice, type Told } from './audience-choice.ts'
import { audienceFailure, blindLine, namesOfReaders, whoIsCounted } from './audience-parts.ts'
import { audienceStyles } from './audience.styles.ts'
import { choiceFields, isOffered, type ChoiceSetting } from './audience-fields.ts'

/**
 * « Qui lira ceci ? », opened: how many, which groups, which names where names are told, and what nobody else can read. In a new
 * discussion, the choice to say it to fewer. Asks nothing before it is opened, unless fewer are chosen already.
 *
 * @tag cercle-audience
 * @fires {CustomEvent<Told | undefined>} cercle-audience-told - what is known of who will read
 * @fires {CustomEvent<AudienceChoice>} cercle-audience-choice - another audience is chosen
 * @csspart error - why it is not known, or what to choose again
 */
export class Audience extends LitElement {
  static override styles: CSSResultGroup = [base, forms, audienceStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    viewer: { attribute: false },
    space: { attribute: false },
    threadId: { attribute: false },
    choice: { attribute: false },
    fault: { attribute: false },
    isOpen: { state: true },
    isWhole: { state: true },
    isSightOpen: { state: true },
    filter: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare viewer: ViewerView | null | undefined
  /** Where it will be read. */
  declare space: SpaceView | undefined
  /** It is an answer in this discussion. */
  declare threadId: string | undefined
  /** To whom a new discussion is told; absent: there is nothing to choose. */
  declare choice: AudienceChoice | undefined
  /** What to choose again, as a sentence. */
  declare fault: string | undefined
  declare isOpen: boolean
  /** All names are shown. */
  declare isWhole: boolean
  /** What the facilitator can see is shown. */
  declare isSightOpen: boolean
  /** Part of a name. */
  declare filter: string

  readonly #texts = new Texts(this, member)
  readonly #asking = new AudienceAsking(this)
  #fault: string | undefined
  #told = ''
  #wantsFocus = false

  constructor() {
    super()
    this.isOpen = this.isWhole = this.isSightOpen = false
    this.filter = ''
  }

  /** Opens it, and goes to the choice. */
  override focus(): void {
    this.isOpen = this.#wantsFocus = true
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    const { choice, fault } = this
    if (fault && fault !== this.#fault) this.#asking.forget()
    this.#fault = fault
    if (fault || (choice && isOpenChoice(choice))) this.isOpen = true
    const part = this.#part
    this.#asking.want(this.client, [...(this.isOpen ? this.#whole : []), ...part])
  }

  protected override updated(): void {
    this.#tell()
    const field = this.#wantsFocus && this.renderRoot.querySelector<HTMLElement>('fieldset input:checked')
    if (!field) return
    this.#wantsFocus = false
    field.focus()
  }

  protected override render(): TemplateResult {
    const { t, ready } = this.#texts
    if (!ready || this.viewer?.status !== 'active') return html`<div class="cercle"></div>`
    return html`<div class="cercle">
      <button
        class="c-btn c-btn--quiet c-btn--flush open"
        type="button"
        aria-expanded=${this.isOpen}
        aria-controls=${this.isOpen ? 'who' : nothing}
        @click=${this.#turn}
      >
        ${t(this.choice ? 'audience.whoOrFewer' : 'audience.who')} <span class="c-turn">${icon(chevronDown)}</span>
      </button>
      ${this.isOpen ? this.#panel() : nothing}
    </div>`
  }

  /** Of all who read there. */
  get #whole(): AudienceQuestion[] {
    if (this.threadId) return [{ thread: this.threadId }]
    return this.space ? [{ space: this.space.slug }] : []
  }

  /** Of those who are chosen. */
  get #part(): AudienceQuestion[] {
    const audience = this.choice && audienceOf(this.choice)
    return audience && this.space ? [{ space: this.space.slug, ...audience }] : []
  }

  #answer([question]: AudienceQuestion[]): AudienceView | undefined {
    return question && this.#asking.answerTo(question)
  }

  /** Of whom this is about: all, those chosen, or nobody yet. */
  get #current(): AudienceView | undefined {
    if (this.choice && isOpenChoice(this.choice)) return undefined
    return this.#answer(this.#part.length ? this.#part : this.#whole)
  }

  /** For the line above the button. */
  #tell(): void {
    const current = this.#current
    const groups = current?.groups ?? this.#answer(this.#whole)?.groups ?? []
    const detail: Told = { readers: current?.readers, groups }
    const told = JSON.stringify(detail)
    if (told === this.#told) return
    this.#told = told
    this.dispatchEvent(new CustomEvent('cercle-audience-told', { detail }))
  }

  #panel(): TemplateResult {
    const { t } = this.#texts
    const whole = this.#answer(this.#whole)
    const current = this.#current
    const { failure } = this.#asking
    const isOpenYet = this.choice && isOpenChoice(this.choice)
    return html`<div class="c-stack c-stack--3 who" id="who">
      ${current ? this.#who(current) : failure || isOpenYet ? nothing : html`<p class="c-soft c-wait" role="status">${t('audience.asking')}</p>`}
      ${failure ? audienceFailure(failure, t, this.#asking.retry) : nothing}
      ${this.choice && whole && isOffered(whole, this.choice, this.viewer) ? choiceFields(this.#choosing(whole), t) : nothing}
      ${current && current.level !== 'public' ? blindLine(t) : nothing} ${current ? this.#sight() : nothing}
    </div>`
  }

  #who(view: AudienceView): TemplateResult {
    const { t } = this.#texts
    return html`${whoIsCounted(view, this.choice?.fewer ? [] : view.groups, t)}
    ${namesOfReaders(view, this.isWhole, t, this.#showAll)}`
  }

  #choosing(whole: AudienceView): ChoiceSetting {
    const { filter, fault } = this
    const people = (whole.level === 'public' ? null : whole.people)?.filter(({ memberId }) => memberId !== this.viewer?.memberId)
    return {
      isPublic: whole.level === 'public',
      groups: whole.groups,
      people: people ?? [],
      choice: this.choice!,
      most: MOST_NAMED,
      fault,
      filter,
      sift: ({ target }) => (this.filter = (target as HTMLInputElement).value),
      change: this.#change,
    }
  }

  #sight(): TemplateResult {
    const { t } = this.#texts
    return html`<button
        class="c-btn c-btn--quiet c-btn--flush sight"
        type="button"
        aria-expanded=${this.isSightOpen}
        @click=${this.#see}
      >
        ${t('audience.sight')} <span class="c-turn">${icon(chevronDown)}</span>
      </button>
      ${
        this.isSightOpen
          ? html`<cercle-sight
              .client=${this.client}
              .community=${this.community}
              .viewer=${this.viewer}
              .isPart=${true}
            ></cercle-sight>`
          : nothing
      }`
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
    this.isSightOpen = false
  }

  readonly #see = (): void => {
    this.isSightOpen = !this.isSightOpen
    void import('../privacy/register.ts').catch(() => (this.isSightOpen = false))
  }

  readonly #showAll = async (): Promise<void> => {
    this.isWhole = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.names')?.focus()
  }

  readonly #change = (detail: AudienceChoice): void => {
    this.choice = detail
    this.dispatchEvent(new CustomEvent('cercle-audience-choice', { detail }))
  }
}
