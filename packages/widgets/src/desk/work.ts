import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, HelpRequestView, JoinRequestView, PersonView, SignIns } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import type { DeskKey } from '../locales/desk.fr.ts'
import { signIns as signInsTexts } from '../locales/sign-ins.ts'
import { dateInWords } from '../primitives/dates.ts'
import { circleCheck } from '../primitives/member-icons.ts'
import { arrowRight, icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { signInsLine } from './sign-ins-line.ts'

/** Names in a line of the list; the room behind it has the rest. */
const NAMED = 5

/** The first of some, and whether there are others. */
interface Some<Item> {
  items: readonly Item[]
  cursor?: string | undefined
}
interface Work {
  help: Some<HelpRequestView>
  requests: Some<JoinRequestView>
  quiet: Some<PersonView>
  ending: Some<PersonView>
  signIns: SignIns
}

/**
 * The first room: what waits for who facilitates, in one list, each line leading to where it is done. Nothing in it is late or red.
 *
 * @tag cercle-desk-work
 * @csspart error - a failure in words
 */
export class DeskWork extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare now: Date | undefined

  readonly #texts = new Texts(this, desk)
  readonly #signIns = new Texts(this, signInsTexts)
  readonly #work = new Asking<Work>(this)
  #asked: Cercle | undefined

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#work.show(async () => {
      const some = { limit: NAMED }
      const [help, requests, quiet, ending, signIns] = await Promise.all([
        client.help.requests(some).page(),
        client.joining.requests(some).page(),
        client.members.people({ ...some, only: 'quiet' }).page(),
        client.members.people({ ...some, only: 'ending' }).page(),
        client.auth.signIns(),
      ])
      return { help, requests, quiet, ending, signIns }
    })
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.#signIns.ready) return nothing
    const { value, failure, again } = this.#work
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('work.title')}</h2>
        <p class="c-soft">${t('work.lead')}</p>
      </header>
      ${failure ? deskFailure(failure, t, again) : value ? this.#list(value) : waiting(t('loading'))}
    </section>`
  }

  #list({ help, requests, quiet, ending, signIns }: Work): TemplateResult {
    const { t, language } = this.#texts
    const [oldest] = requests.items
    const said = { language, clock: this.community?.clock, now: this.now }
    const since = oldest && dateInWords(oldest.askedAt, said)
    const [first] = help.items
    const lines = [
      first && this.#line('help', 'help', help, t('work.helpHow', { date: dateInWords(first.askedAt, said) })),
      oldest && this.#line('requests', 'requests', requests, t('work.requestsHow', { date: since! })),
      quiet.items.length && this.#line('quiet', 'people=quiet', quiet, t('work.quietHow')),
      ending.items.length && this.#line('ending', 'people=ending', ending, t('work.endingHow')),
      signInsLine(signIns, this.#signIns.t),
    ].filter(Boolean)
    if (!lines.length) return html`<p class="c-empty c-with">${icon(circleCheck)} <span>${t('work.nothing')}</span></p>`
    return html`<ul class="c-list">
      ${lines}
    </ul>`
  }

  #line(
    what: 'help' | 'requests' | 'quiet' | 'ending',
    room: string,
    { items, cursor }: Some<{ name: string }>,
    how: string,
  ): TemplateResult {
    const { t } = this.#texts
    const names = items.map(({ name }) => name).join(', ')
    const count: DeskKey = cursor ? `work.${what}More` : `work.${what}`
    return html`<li class="c-row row-top">
      <div>
        <h3 class="c-head">${t(count, { count: items.length })}</h3>
        <p class="c-small c-soft">${cursor ? t('work.more', { names }) : names}. ${how}</p>
      </div>
      <a class="c-btn" href="#${room}" aria-label=${t(`work.${what}Do`)}>${t('work.see')} ${icon(arrowRight, true)}</a>
    </li>`
  }
}
