import { ContextConsumer } from '@lit/context'
import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CercleClientError, CommunityView, Profile, ViewerView } from '@cercle/sdk'
import { clientContext } from '../context/client.ts'
import { sessionContext } from '../context/session.ts'
import { AccountLeaving } from '../controllers/account-leaving.ts'
import { AccountDevices } from '../controllers/account-devices.ts'
import { Texts } from '../controllers/texts.ts'
import { member } from '../locales/member.ts'
import { tellLanguage } from '../primitives/told-language.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { tokens } from '../theme/tokens.ts'
import {
  accountFailure,
  charterProof,
  deviceList,
  facilitatorSight,
  howItSpeaks,
  leavingQuestion,
  pivotInvitations,
  whatConcerns,
  whatIsAccepted,
  whatIsSaid,
  wayIn,
  wayToDesk,
  whoIsHere,
  type AccountSetting,
} from './account-parts.ts'
import { accountStyles } from './account.styles.ts'

type State = 'loading' | 'ready' | 'error' | 'offline'

/**
 * Who is signed in, and where. For a stranger, the way in.
 *
 * @tag cercle-account-view
 * @attr data-state - `loading`, `ready`, `error` or `offline`
 * @fires cercle-ready - once, when there is something to see
 * @fires cercle-sign-in - a stranger asks to enter with a code
 * @fires cercle-sign-out - the viewer asks to leave; who listens ends the session
 * @csspart sign-in - the button to enter with a code
 * @csspart error - a failure in words
 */
export class AccountView extends LitElement {
  static override styles = [tokens, base, forms, waitingStyles, accountStyles]
  static override properties = {
    client: { attribute: false },
    theme: {},
    language: { attribute: 'lang' },
    now: { attribute: false },
    desk: { attribute: false },
  }

  /** Given by the context when it is not set. */
  declare client: Cercle | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page, then of the community, when absent. */
  declare language: string | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  /** Address of the desk, for who facilitates; absent where it is not known. */
  declare desk: string | undefined

  readonly #client = new ContextConsumer(this, { context: clientContext, subscribe: true })
  readonly #session = new ContextConsumer(this, { context: sessionContext, subscribe: true })
  readonly #texts = new Texts(this, member)
  readonly #scheme = new ThemeScheme(this)
  readonly #devices = new AccountDevices(this)
  readonly #leaving = new AccountLeaving(this)
  #asked: Cercle | undefined
  #state: State = 'loading'
  #who: { community: CommunityView; viewer: ViewerView | null } | undefined
  #isReady = false
  /** Of the signature whose proof is shown. */
  #proofId: string | undefined

  get #api(): Cercle | undefined {
    // A stranger's client only reads: what is asked of it here is what it has.
    return this.client ?? (this.#client.value as Cercle | undefined)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('online', this.#online)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('online', this.#online)
  }

  protected override willUpdate(): void {
    this.#texts.community = this.#who?.community
    const client = this.#api
    if (!client || client === this.#asked) return
    this.#asked = client
    this.#who = undefined
    void this.#load()
  }

  protected override render(): TemplateResult {
    const { language, ready } = this.#texts
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      ${ready ? this.#account() : nothing}
    </div>`
  }

  protected override updated(): void {
    const state = this.#texts.ready ? this.#state : 'loading'
    this.dataset['state'] = state
    if (this.#isReady || state === 'loading') return
    this.#isReady = true
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true }))
  }

  #account(): TemplateResult {
    const { t, language } = this.#texts
    const state = this.#state
    const setting: AccountSetting = { t, language, clock: this.#who?.community.clock, now: this.now }
    if (state === 'error' || state === 'offline') return accountFailure(state, setting, this.#retry)
    if (!this.#who) return waiting(t('account.loading'))
    const { viewer } = this.#who
    if (!viewer) return wayIn(setting, this.#enter)
    const { community } = this.#who
    return html`<section class="account c-stack c-stack--5" aria-label=${t('account.title')} ?hidden=${this.#proofId}>
        ${whoIsHere(viewer, setting, this.#leave)} ${wayToDesk(viewer, this.desk, setting)}
        ${leavingQuestion(this.#leaving.unsent, setting, this.#go, this.#stay)}
        ${viewer.status === 'active' ? whatIsSaid(this.#asked, community, this.#renamed) : nothing}
        ${viewer.status === 'pending' ? nothing : this.#ofMember(community, viewer)}
        ${pivotInvitations(this.#asked, community, viewer, this.now)}
        ${viewer.status === 'active' ? howItSpeaks(this.#asked, community, viewer, this.#renamed) : nothing}
        ${deviceList(this.#devices, setting, (id) => void this.#close(id))}
        ${viewer.status === 'active' ? facilitatorSight(this.#asked, community, viewer, this.now) : nothing}
      </section>
      ${this.#proofId ? charterProof(this.#proofId, this.#asked, this.#closeProof) : nothing}`
  }

  #ofMember(community: CommunityView, viewer: ViewerView): TemplateResult[] {
    const client = this.#asked
    return [whatConcerns(client, community, viewer, this.now), whatIsAccepted(client, community), this.#charters(community)]
  }

  #charters(community: CommunityView): TemplateResult {
    return html`<cercle-charters
      exportparts="sign, error"
      .client=${this.#asked}
      .community=${community}
      @cercle-charter-proof=${this.#showProof}
    ></cercle-charters>`
  }

  async #load(): Promise<void> {
    const client = this.#asked!
    this.#settle('loading')
    try {
      const who = await (this.client ? client.communities.current() : (this.#session.value?.() ?? client.communities.current()))
      if (client !== this.#asked) return
      this.#who = who
      if (who.viewer) {
        this.#devices.show(client)
        tellLanguage(this, { language: who.viewer.language, chosen: false })
      }
      if (who.viewer && who.viewer.status !== 'pending') {
        void import('../notifications/register.ts')
        void import('../charter/register.ts')
        void import('./own-register.ts')
      }
      if (who.viewer?.status === 'active') {
        this.#leaving.watch(who.viewer.memberId)
        void import('../privacy/register.ts')
        if (who.viewer.pivot !== null) void import('../joining-own/register.ts')
      }
      this.#settle('ready')
    } catch (error) {
      if (client === this.#asked) this.#settle((error as CercleClientError).code === 'offline' ? 'offline' : 'error')
    }
  }

  #settle(state: State): void {
    this.#state = state
    this.requestUpdate()
  }

  readonly #renamed = ({ detail }: CustomEvent<Profile>): void => {
    const { community, viewer } = this.#who!
    const { name, language, organisationShown } = detail
    const organisation = organisationShown ? detail.organisation : null
    this.#who = { community, viewer: { ...viewer!, name, organisation, language } }
    this.requestUpdate()
  }

  /** It takes the place of the account, so that paper holds nothing else. */
  readonly #showProof = ({ detail }: CustomEvent<string>): void => {
    this.#proofId = detail
    this.requestUpdate()
  }

  readonly #closeProof = async (): Promise<void> => {
    const id = this.#proofId!
    this.#proofId = undefined
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector('cercle-charters')?.focusProof(id)
  }

  readonly #retry = (): void => void this.#load()

  readonly #online = (): void => {
    if (this.#state === 'offline') void this.#load()
  }

  readonly #enter = (): void => this.#tell('cercle-sign-in')
  readonly #go = (): void => this.#tell('cercle-sign-out')

  /** What waits to be sent would be lost: asked first. */
  readonly #leave = async (): Promise<void> => {
    if (await this.#leaving.ask(this.#who!.viewer!.memberId)) return this.#go()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.leaving .stay')?.focus()
  }

  readonly #stay = async (): Promise<void> => {
    this.#leaving.stay()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.me button')?.focus()
  }

  #tell(type: string): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
  }

  readonly #close = async (id?: string): Promise<void> => {
    if (!(await this.#devices.close(id))) return
    await this.updateComplete
    // The row goes, and its button with it.
    this.renderRoot.querySelector<HTMLElement>('#devices')?.focus()
  }
}
