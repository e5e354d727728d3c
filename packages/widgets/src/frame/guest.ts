import type { Tokens } from '@cercle/sdk'
import { give } from '../context/give.ts'
import { outboxContext } from '../context/outbox.ts'
import { stageContext } from '../context/stage.ts'
import { savesData, shortenPages } from '../primitives/data-saver.ts'
import { eraseDrafts } from '../session/erase-drafts.ts'
import { OwnLanguage, sayAgain } from '../session/own-language.ts'
import { storeName } from '../session/session-store.ts'
import { SiteOutbox } from '../session/site-outbox.ts'
import { SiteSession } from '../session/site-session.ts'
import type { FrameConfig } from './guest-config.ts'
import { loadFonts } from './guest-fonts.ts'
import type { FirstQuestion } from './guest-first.ts'
import type { HostWire } from './guest-greeting.ts'
import { form, helpLine, memberPart, ready, views, wayOut, type View } from './guest-parts.ts'
import { Stage } from './guest-stage.ts'
import { allowed, wear } from './guest-theme.ts'
import { blockedNote, cutNote } from './guest-notes.ts'
import type { SiteWord, WordOutcome } from './guest-word.ts'
import type { HostAttributes, HostMessage } from './protocol.ts'

/** The page of a frame: Cercle's side of one element of a partner's page. */
export class Guest {
  readonly #config: FrameConfig
  readonly #wire: HostWire
  readonly #stage: Stage
  readonly #session: SiteSession
  readonly #outbox: SiteOutbox
  readonly #code: Promise<unknown>
  readonly #language: OwnLanguage
  #intent: 'sign-in' | 'resume' | undefined
  #attributes: HostAttributes = {}
  #scheme: string | undefined
  #families: (string | undefined)[] = []
  #view: View | undefined
  #form: View | undefined
  /** Offers a code to who came by the word of the site. */
  #more: View | undefined
  /** To whom she can write for help, at the foot. */
  #help: View | undefined
  #word: SiteWord | undefined
  #isOpen = false
  #isBlocked = false
  /** Of the way in: she is a member, and enters with a code. */
  #wantsCode = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(config: FrameConfig, wire: HostWire, { store, fetch }: FirstQuestion) {
    this.#config = config
    this.#wire = wire
    this.#stage = new Stage((message) => wire.tell(message))
    // on its way while the store is read and the host answers
    this.#code = Promise.all([views[config.element](), wayOut()])
    this.#code.catch(() => undefined)
    const { server, community, site } = config
    this.#session = new SiteSession({
      server,
      community,
      site,
      store,
      fetch,
      changed: () => this.#follow(),
      blocked: () => this.#sayBlocked(),
    })
    if (savesData()) shortenPages(this.#session.client)
    this.#language = new OwnLanguage(storeName(site, community), () => this.#speak())
    this.#outbox = new SiteOutbox({ cercle: this.#session.client, server, community, site })
    give(this.#stage.main, outboxContext, this.#outbox.open)
    give(this.#stage.main, stageContext, { grows: true })
    document.addEventListener('cercle-leave', () => this.#leave())
    wire.listen((message) => this.#hear(message))
  }

  #hear(message: HostMessage): void {
    if (message.type === 'theme') this.#wearTheme(message.theme)
    else if (message.type === 'attributes') this.#take(message.attributes)
    else if (message.type === 'smaller') this.#stage.shrunk()
    else if (message.type === 'intent') {
      this.#intent = message.intent
      this.#follow()
    } else if (message.type === 'session-changed') this.#follow()
    else if (message.type === 'word') this.#word?.hear(message.word)
  }

  #wearTheme(theme: unknown): void {
    const worn = allowed(theme)
    wear(worn)
    this.#scheme = worn.scheme
    this.#families = [worn.font, worn.fontHeading]
    for (const view of [this.#stage.exit, ...this.#shown()]) view.theme = worn.scheme
  }

  #take(attributes: HostAttributes): void {
    this.#attributes = attributes
    this.#speak()
  }

  /** In the language that she chose, or in that of the page around. */
  #speak(): void {
    const lang = this.#lang
    if (lang) this.#stage.exit.lang = document.documentElement.lang = lang
    for (const view of this.#shown()) this.#dress(view)
    sayAgain(this.#stage.main)
  }

  get #lang(): string | undefined {
    return this.#language.now ?? this.#attributes.lang
  }

  #shown(): View[] {
    return [this.#view, this.#form, this.#more, this.#help].filter((view) => view !== undefined)
  }

  /** Shows what the session asks for now; one change after the other. */
  #follow(): void {
    if (!this.#intent) return
    this.#turn = this.#turn.then(() => this.#settle()).catch(() => this.#sayCut())
  }

  async #settle(): Promise<void> {
    if (await this.#session.isSignedIn()) {
      // a code was given, here or in another frame: what is shown knows nothing of what opens now
      if (this.#more && !(await this.#session.isLimited())) this.#view = undefined
      if (!this.#view) await this.#showView()
    } else if (this.#view || this.#intent === 'resume') this.#wire.tell({ type: 'signed-out' })
    else if (!this.#form) await this.#enter()
  }

  async #showView(): Promise<void> {
    // what only members see of a feed: asked for before the answer says that she is one
    if (this.#config.element === 'feed' || this.#config.element === 'community') void memberPart()
    const help = helpLine()
    await this.#code
    const view = this.#create(`cercle-${this.#config.element}-view`)
    new MutationObserver(() => this.#tellState(view)).observe(view, { attributeFilter: ['data-state'] })
    view.addEventListener('cercle-sign-out', () => void this.#signOut())
    view.addEventListener('cercle-sign-in', () => void this.#enterAgain())
    await this.#stage.prepare(view, ready(view))
    // the server may have ended the session meanwhile
    if (!(await this.#session.isSignedIn())) {
      view.remove()
      return this.#settle()
    }
    this.#view = view
    this.#form = undefined
    this.#stage.show(view)
    await this.#offerMore()
    if (await help) this.#offerHelp()
    this.#open(true)
    this.#stage.measure()
    // the host lets go of what a stranger saw only once this is drawn and has its height
    if (this.#intent === 'sign-in') this.#wire.tell({ type: 'signed-in' })
    this.#intent = 'resume'
  }

  /** By the word of the site where it gives one, once; else by the form. */
  async #enter(): Promise<void> {
    let outcome: WordOutcome
    if (this.#attributes.bySite && !this.#word) {
      const { SiteWord } = await import('./guest-word.ts')
      const { origin, tell } = this.#wire
      this.#word = new SiteWord({ client: this.#session.client, origin, tell })
      outcome = await this.#word.ask()
    }
    if (typeof outcome !== 'object' || !outcome.known) return this.#showForm(outcome)
    await this.#session.begin(outcome.tokens, false)
    return this.#settle()
  }

  async #offerMore(): Promise<void> {
    this.#more = undefined
    // beside what it opens, and not a second time beside the account
    if (this.#config.element === 'account' || !(await this.#session.isLimited())) return
    await form()
    this.#more = this.#create('cercle-more-spaces')
    this.#more.siteName = this.#config.siteName
    this.#more.addEventListener('cercle-more-spaces-open', () => void this.#session.confirm().then(() => this.#follow()))
    this.#stage.exit.after(this.#more)
    await this.#more.updateComplete
  }

  #offerHelp(): void {
    this.#help = this.#create('cercle-help')
    this.#help.element = this.#config.element
    this.#help.siteName = this.#config.siteName
    this.#stage.below(this.#help)
  }

  async #showForm(word?: WordOutcome): Promise<void> {
    const isJoin = this.#config.element === 'join' && !this.#wantsCode
    await Promise.all([isJoin ? views.join() : form(), wayOut()])
    const shown = isJoin ? this.#joinForm() : this.#signInForm(word)
    await this.#stage.prepare(shown, isJoin ? ready(shown) : Promise.resolve())
    this.#form = shown
    this.#help = undefined
    this.#stage.show(shown)
    await shown.updateComplete
    addEventListener('focus', () => this.#form?.focus(), { once: true })
    this.#open(false)
    this.#stage.measure()
  }

  #signInForm(word: WordOutcome): View {
    const signIn = this.#create('cercle-sign-in')
    signIn.siteName = this.#config.siteName
    signIn.word = word
    signIn.addEventListener('cercle-signed-in', (event) => {
      const { tokens, keep } = (event as CustomEvent<{ tokens: Tokens; keep: boolean }>).detail
      void this.#session.begin(tokens, keep).then(() => this.#follow())
    })
    signIn.addEventListener('cercle-sign-in-close', () => this.#wire.tell({ type: 'signed-out' }))
    return signIn
  }

  /** Asking to come in; whoever is a member already enters in its place. */
  #joinForm(): View {
    const join = this.#create('cercle-join-view')
    join.addEventListener('cercle-sign-in', () => {
      this.#wantsCode = true
      this.#form = undefined
      this.#follow()
    })
    join.addEventListener('cercle-join-close', () => this.#wire.tell({ type: 'signed-out' }))
    return join
  }

  #create(tag: string): View {
    const view = document.createElement(tag) as View
    view.client = this.#session.client
    view.desk = `${this.#config.server}/c/${this.#config.community}/desk`
    this.#dress(view)
    return view
  }

  #dress(view: View): void {
    view.space = this.#attributes.space
    view.theme = this.#scheme
    if (this.#lang) view.lang = this.#lang
  }

  #open(signedIn: boolean): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#stage.open(signedIn)
    loadFonts(this.#config.fonts ?? [], this.#families, () => this.#stage.measure())
  }

  /** The session is over, and what was shown stayed until she asked for the way in. What she had begun to write waits on the device. */
  async #enterAgain(): Promise<void> {
    await this.#session.forget()
    this.#view = this.#more = this.#help = undefined
    this.#wantsCode = true
    this.#intent = 'sign-in'
    this.#follow()
  }

  async #signOut(): Promise<void> {
    await this.#session.end()
    this.#view?.remove()
    this.#help?.remove()
    eraseDrafts(this.#config.community)
    this.#language.forget()
    await this.#outbox.erase()
    this.#follow()
  }

  /** Out of sight first, and then away. Without « C’est mon appareil », nobody who comes after finds her signed in. */
  #leave(): void {
    document.documentElement.style.display = 'none'
    this.#wire.tell({ type: 'leave', to: this.#config.exit })
    void this.#session.leave()
  }

  #tellState(view: View): void {
    const { state } = view.dataset
    if (state) this.#wire.tell({ type: 'state', state: state as 'ready' })
  }

  #sayBlocked(): void {
    if (this.#isBlocked) return
    this.#isBlocked = true
    this.#stage.exit.after(blockedNote())
  }

  #sayCut(): void {
    this.#stage.main.replaceChildren(this.#stage.exit, cutNote())
    this.#wire.tell({ type: 'state', state: 'offline' })
    this.#open(false)
  }
}
