import { html, nothing, type TemplateResult } from 'lit'
import type { AskedCharter, CharterView } from '@cercle/sdk'
import '../charter/register.ts'
import type { Session } from '../context/session.ts'
import { LiveHearing } from '../controllers/live-hearing.ts'
import { Texts } from '../controllers/texts.ts'
import { charter } from '../locales/charter.ts'
import type { CharterKey } from '../locales/charter.fr.ts'
import { banner } from '../primitives/banner.ts'
import { book, icon, lock } from '../primitives/read-icons.ts'
import type { FeedView } from './feed.ts'

/** What a feed shows above its list to who is asked to sign: the charter, or where she left it one line; and a welcome once she has. */
export class CharterGate {
  readonly #host: FeedView
  readonly #texts: Texts<CharterKey>
  readonly #signedNow: () => void
  readonly #hearing: LiveHearing
  /** What was chosen for the charter that is asked for: to read it, or not now. */
  #choice: { id: string; isOpen: boolean } | undefined
  #signed: CharterView | undefined
  #isGreeted = false

  /** `signed`: she has, here; `changed`: perhaps elsewhere. */
  constructor(host: FeedView, { signed, changed }: { signed: () => void; changed: () => void }) {
    this.#host = host
    this.#hearing = new LiveHearing(host, { changed, resync: changed })
    this.#texts = new Texts(host, charter)
    this.#signedNow = signed
  }

  top({ community, viewer }: Session): TemplateResult | typeof nothing {
    const { t } = this.#texts
    const asked = viewer?.charter
    // a member who has signed hears it with the rest of what arrives
    this.#hearing.listen(viewer?.status === 'unsigned' ? this.#host.client : undefined)
    const isWelcome = this.#signed && viewer?.status === 'active' && asked?.id !== this.#signed.id
    if (isWelcome && !this.#isGreeted) this.#greet()
    return html`${isWelcome ? this.#welcome(this.#signed!) : nothing}
    ${
      !asked
        ? nothing
        : this.#isOpen(asked)
          ? html`<cercle-charter
              exportparts="sign, error"
              .client=${this.#host.client}
              .charterId=${asked.id}
              .community=${community}
              @cercle-charter-signed=${this.#take}
              @cercle-charter-later=${() => this.#choose(asked, false)}
            ></cercle-charter>`
          : banner({
              tone: 'plain',
              icon: lock,
              text: asked.space ? t('later.space', { space: asked.space.name }) : t('later.community'),
              action: html`<button class="c-btn read" type="button" @click=${() => this.#choose(asked, true)}>
                ${icon(book, true)} ${t('later.read')}
              </button>`,
            })
    }`
  }

  /** That of the community stands open until she says not now; that of a space where one came for that space. */
  #isOpen({ id, space }: AskedCharter): boolean {
    if (this.#choice?.id === id) return this.#choice.isOpen
    return space === null || space.slug === this.#host.space
  }

  #welcome({ space }: CharterView): TemplateResult {
    const { t } = this.#texts
    const words = space ? t('sign.welcomeSpace', { space: space.name }) : t('sign.welcome')
    return html`<p class="c-banner c-banner--good welcome" tabindex="-1" role="status">
      <span><b>${t('sign.done')}</b> ${words}</span>
    </p>`
  }

  #choose({ id }: AskedCharter, isOpen: boolean): void {
    this.#choice = { id, isOpen }
    void this.#focus(isOpen ? 'cercle-charter' : '.read')
  }

  readonly #take = ({ detail }: CustomEvent<CharterView>): void => {
    this.#signed = detail
    this.#isGreeted = false
    this.#signedNow()
  }

  /** What members write is there, and so is she: from here she goes on. */
  #greet(): void {
    this.#isGreeted = true
    const { renderRoot, updateComplete } = this.#host
    void updateComplete.then(() => renderRoot.querySelector<HTMLElement>('.welcome')?.focus())
  }

  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate()
    await this.#host.updateComplete
    const found = this.#host.renderRoot.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(selector)
    await found?.updateComplete
    found?.focus()
  }
}
