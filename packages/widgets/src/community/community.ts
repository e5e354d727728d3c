import { ContextConsumer, ContextProvider } from '@lit/context'
import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { CercleReader } from '@cercle/sdk'
import { clientContext } from '../context/client.ts'
import { localeContext } from '../context/locale.ts'
import { sessionContext, type Session } from '../context/session.ts'
import { Texts } from '../controllers/texts.ts'
import type { FeedView } from '../feed/feed.ts'
import { takingPart } from '../locales/taking-part.ts'
import { person } from '../primitives/icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { readTokens } from '../theme/read-tokens.ts'
import { communityStyles } from './community.styles.ts'
import { sessionSource } from './session-source.ts'

/**
 * The whole community in one place: its name, its discussions by space and, for a member, her account.
 *
 * @tag cercle-community-view
 * @attr data-state - that of the discussions: `loading`, `ready`, `empty`, `error` or `offline`
 * @slot account - what stands in place of the account of who is signed in
 * @fires cercle-ready - once, when there is first something to read
 * @fires cercle-sign-in - a stranger asks to enter with a code
 * @csspart thread - one discussion, closed or open
 * @csspart post - one text of an open discussion
 * @csspart compose - where one starts to write
 * @csspart send - the button that sends
 * @csspart audience - who will read this
 * @csspart sign-in - the button to enter with a code
 * @csspart error - a failure in words
 */
export class CommunityView extends LitElement {
  static override styles = [readTokens, base, communityStyles]
  static override properties = {
    client: { attribute: false },
    space: {},
    theme: {},
    language: { attribute: 'lang' },
    now: { attribute: false },
    desk: { attribute: false },
  }

  declare client: CercleReader | undefined
  /** Slug of the one space to show; all with their tabs when absent. */
  declare space: string | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page, then of the community, when absent. */
  declare language: string | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  /** Address of the desk, for who facilitates; absent where it is not known. */
  declare desk: string | undefined

  readonly #client = new ContextConsumer(this, { context: clientContext, subscribe: true })
  readonly #clients = new ContextProvider(this, { context: clientContext })
  readonly #sessions = new ContextProvider(this, { context: sessionContext })
  readonly #locales = new ContextProvider(this, { context: localeContext })
  readonly #texts = new Texts(this, takingPart)
  readonly #scheme = new ThemeScheme(this)
  #shared: CercleReader | undefined
  #session: Session | undefined

  protected override willUpdate(): void {
    const client = this.client ?? this.#client.value
    this.#texts.community = this.#session?.community
    if (!client || client === this.#shared) return
    this.#shared = client
    this.#clients.setValue(client)
    this.#share(client)
  }

  protected override render(): TemplateResult {
    const { t, language, ready } = this.#texts
    const { community, viewer } = this.#session ?? {}
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      <div class="community c-stack c-stack--5">
        ${community ? html`<h2 class="c-title">${community.name}</h2>` : nothing} ${this.#shared ? this.#feed() : nothing}
        <slot name="account">${viewer && ready ? this.#account(t('community.account')) : nothing}</slot>
      </div>
    </div>`
  }

  /** The language of the community may only be known now: it is said on the element around the feed. */
  protected override updated(): void {
    this.renderRoot.querySelector('cercle-feed-view')?.requestUpdate()
  }

  #feed(): TemplateResult {
    return html`<cercle-feed-view
      exportparts="thread, post, compose, send, audience, sign-in, error"
      .client=${this.#shared}
      .space=${this.space}
      .theme=${this.#scheme.scheme}
      .now=${this.now}
      @cercle-ready=${this.#ready}
      @cercle-charter-changed=${this.#another}
    ></cercle-feed-view>`
  }

  #account(label: string): TemplateResult {
    return html`<details class="account" @toggle=${this.#fetchAccount} @cercle-notice-open=${this.#toFeed}>
      <summary>${icon(person)} ${label}</summary>
      <cercle-account-view .client=${this.#shared} .desk=${this.desk} .theme=${this.#scheme.scheme}></cercle-account-view>
    </details>`
  }

  /** The feed asks, in the same request as for its list, and says it in words when that fails. */
  #share(client: CercleReader): void {
    this.#sessions.setValue(sessionSource(client, this.#arrived))
  }

  /** By a charter who reads may have other rights now. */
  readonly #another = (event: Event): void => {
    event.preventDefault()
    this.#share(this.#shared!)
  }

  readonly #arrived = (session: Session): void => {
    this.#session = session
    this.#locales.setValue(session.community)
    this.requestUpdate()
  }

  /** A discussion that the feed beside lists opens there. */
  readonly #toFeed = (event: Event): void => {
    const { type, detail } = event as CustomEvent
    const feed = this.renderRoot.querySelector('cercle-feed-view')
    if (feed && !feed.dispatchEvent(new CustomEvent(type, { detail, cancelable: true }))) event.preventDefault()
  }

  readonly #fetchAccount = (): void => void import('../account/register.ts')

  /** The feed changes its state on its own: what is seen here follows it. */
  readonly #ready = ({ target }: Event): void => {
    const feed = target as FeedView
    const follow = () => (this.dataset['state'] = feed.dataset['state'])
    follow()
    new MutationObserver(follow).observe(feed, { attributeFilter: ['data-state'] })
  }
}
