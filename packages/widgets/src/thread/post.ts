import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CircleView, CommunityView, PostView, SpaceView, ViewerView } from '@cercle/sdk'
import { Texts } from '../controllers/texts.ts'
import { ThreadGestures, type PostChange } from '../controllers/thread-gestures.ts'
import { member } from '../locales/member.ts'
import { avatar } from '../primitives/avatar.ts'
import { pencil } from '../primitives/icons.ts'
import { handHelping, trash } from '../primitives/member-icons.ts'
import { nodeTree } from '../primitives/node-tree.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import {
  actsUnder,
  gestureMenu,
  openingHead,
  outcome,
  reactionChips,
  replyHead,
  trace,
  versionList,
  withdrawnToast,
  wordsUnder,
  writtenIn,
  type Edits,
  type Gesture,
  type PostSetting,
} from './post-parts.ts'
import { postStyles } from './post.styles.ts'

/**
 * One text of a discussion, the opening or a reply, with all that may be done with it.
 *
 * @tag cercle-post
 * @fires {CustomEvent<PostHold>} cercle-post-held - it is being withdrawn or put back
 * @fires {CustomEvent<PostChange>} cercle-post-changed - it is another one now
 * @fires {CustomEvent<PostChange>} cercle-post-over - it was withdrawn and cannot be put back any more
 * @fires cercle-post-reply - the viewer wants to answer
 */
export class Post extends LitElement {
  static override styles = [base, forms, postStyles]
  static override properties = {
    post: { attribute: false },
    client: { attribute: false },
    community: { attribute: false },
    viewer: { attribute: false },
    space: { attribute: false },
    circle: { attribute: false },
    draftScope: { attribute: false },
    gestures: { attribute: false },
    canReply: { type: Boolean },
    now: { attribute: false },
  }

  declare post: PostView | undefined
  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare viewer: ViewerView | null | undefined
  declare space: SpaceView | undefined
  declare circle: CircleView | null | undefined
  declare draftScope: string | undefined
  /** More to do with the discussion it opens. */
  declare gestures: readonly Gesture[] | undefined
  declare canReply: boolean
  declare now: Date | undefined

  readonly #texts = new Texts(this, member)
  readonly #gestures = new ThreadGestures(this)
  /** Words once shown under a reply stay, or one would vanish under the finger. */
  readonly #shown = new Set<string>()
  #isMenuOpen = false
  #isEditing = false
  #wantsFocus = false

  get #isOpening(): boolean {
    return this.post?.id === this.post?.threadId
  }

  get #setting(): PostSetting {
    const { t, language } = this.#texts
    return { t, language, community: this.community!, now: this.now }
  }

  /** To the text, as soon as it is there. */
  override focus(): void {
    this.#wantsFocus = true
    this.requestUpdate()
  }

  protected override updated(): void {
    const text = this.#wantsFocus && this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')
    if (!text) return
    this.#wantsFocus = false
    text.focus()
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    if (this.post) this.#gestures.reactions.show(this.post.reactions)
  }

  protected override render(): TemplateResult {
    const { post, community } = this
    if (!post || !community || !this.#texts.ready) return html`<div class="cercle"></div>`
    return html`<div class="cercle" @keydown=${this.#key}>${this.#isOpening ? this.#opening(post) : this.#reply(post)}</div>`
  }

  #opening(post: PostView): TemplateResult {
    return html`<div class="post" tabindex="-1">
      ${post.withdrawnAt ? nothing : openingHead(post, this.#setting, this.#edits)} ${this.#content(post)}
    </div>`
  }

  #reply(post: PostView): TemplateResult {
    if (post.withdrawnAt) return html`<div class="c-stack c-stack--2" tabindex="-1">${this.#content(post)}</div>`
    return html`<div class="reply" tabindex="-1">
      ${avatar(post.author?.name)}
      <div class="c-stack c-stack--2">${replyHead(post, this.#setting, this.#edits)} ${this.#content(post)}</div>
    </div>`
  }

  get #edits(): Edits {
    return { isOpen: this.#gestures.versions !== undefined, toggle: () => void this.#gestures.toggleVersions() }
  }

  #content(post: PostView): TemplateResult {
    const setting = this.#setting
    const { t } = setting
    if (post.withdrawnAt)
      return html`${this.#gestures.withdrawal.isOpen || post.can.restore ? withdrawnToast(t, () => void this.#restore()) : trace(t)}
      ${outcome(this.#gestures, t)}`
    if (this.#isEditing) return this.#editing(post)
    return html`<div class="c-text" lang=${writtenIn(setting)}>${nodeTree(post.body)}</div>
      ${this.#gestures.versions ? versionList(this.#gestures.versions, setting) : nothing}
      <div class="c-stack c-stack--2">
        ${this.#isOpening ? this.#chips(post) : nothing} ${this.#acts(post)}
        ${this.#isMenuOpen ? gestureMenu(this.#menu(post), t('post.menu')) : nothing} ${outcome(this.#gestures, t)}
      </div>`
  }

  #editing(post: PostView): TemplateResult {
    return html`<cercle-edit
      exportparts="compose, audience, send, error"
      .client=${this.client}
      .community=${this.community}
      .viewer=${this.viewer}
      .space=${this.space}
      .circle=${this.circle}
      .draftScope=${this.draftScope}
      .postId=${post.id}
      @cercle-edit-sent=${this.#edited}
      @cercle-edit-close=${this.#stopEditing}
    ></cercle-edit>`
  }

  #chips(post: PostView): TemplateResult | typeof nothing {
    const words = this.community!.reactions
    const under = this.#isOpening ? words : wordsUnder(post, words, this.#shown)
    for (const { key } of under) this.#shown.add(key)
    return reactionChips(
      under,
      this.#gestures.reactions,
      this.#setting,
      !this.#isOpening,
      post.can.react ? this.#react : undefined,
    )
  }

  #acts(post: PostView): TemplateResult | typeof nothing {
    const chips = this.#isOpening ? nothing : this.#chips(post)
    const answer = this.canReply && !this.#isOpening ? this.#answer : undefined
    const more = this.#menu(post).length > 0 ? this.#toggleMenu : undefined
    return answer || more ? actsUnder(chips, this.#texts.t, answer, more, this.#isMenuOpen) : html`${chips}`
  }

  #menu(post: PostView): Gesture[] {
    const { t } = this.#texts
    const rest = this.#isOpening || !post.can.react ? [] : this.community!.reactions.filter(({ key }) => !this.#shown.has(key))
    return [
      ...rest.map(({ key, label }) => ({ icon: handHelping, words: label, act: () => this.#react(key) })),
      ...(post.can.edit ? [{ icon: pencil, words: t('post.edit'), act: this.#edit }] : []),
      ...(post.can.withdraw ? [{ icon: trash, words: t('post.withdraw'), act: this.#withdraw }] : []),
      ...(this.gestures ?? []),
    ].map((gesture) => ({ ...gesture, act: () => this.#choose(gesture) }))
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isMenuOpen) return
    event.preventDefault()
    this.#toggleMenu()
    void this.#focusOn('.more')
  }

  readonly #toggleMenu = (): void => {
    this.#isMenuOpen = !this.#isMenuOpen
    this.requestUpdate()
  }

  /** The menu closes; the focus goes back to its button, unless the gesture takes it elsewhere. */
  #choose({ act }: Gesture): void {
    this.#toggleMenu()
    this.renderRoot.querySelector<HTMLElement>('.more')?.focus()
    act()
  }

  readonly #answer = (): void => {
    this.dispatchEvent(new Event('cercle-post-reply'))
  }

  readonly #react = (key: string): void => {
    this.#shown.add(key)
    void this.#gestures.react(key)
  }

  readonly #edit = (): void => {
    this.#isEditing = true
    this.#gestures.begin()
  }

  readonly #stopEditing = (): Promise<void> => {
    this.#isEditing = false
    return this.#focusOn('.more')
  }

  readonly #edited = ({ detail }: CustomEvent<PostChange>): void => {
    this.#gestures.versions = undefined
    this.#gestures.begin('post.saved')
    this.#gestures.change(detail)
    void this.#stopEditing()
  }

  readonly #withdraw = async (): Promise<void> => {
    if (await this.#gestures.withdraw()) await this.#focusOn('.c-toast button')
  }

  readonly #restore = async (): Promise<void> => {
    if (await this.#gestures.restore()) await this.#focusOn('[tabindex="-1"]')
  }

  async #focusOn(selector: string): Promise<void> {
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }
}
