import { html, nothing, type TemplateResult } from 'lit'
import type { Cercle, FirstStep } from '@cercle/sdk'
import type { Session } from '../context/session.ts'
import type { FeedActs } from '../controllers/feed-acts.ts'
import type { FeedPages } from '../controllers/feed-pages.ts'
import type { TakingPartKey } from '../locales/taking-part.fr.ts'
import type { Translate } from '../locales/texts.ts'
import type { FeedView } from './feed.ts'
import './first-steps.ts'

/** What stands above the list of who is new: her first steps, until she has taken or passed them. */
export class Antechamber {
  readonly #host: FeedView
  readonly #pages: FeedPages
  readonly #acts: FeedActs
  readonly #t: Translate<TakingPartKey>
  #taken: FirstStep[] | undefined
  #isOver = false
  /** She is writing her hello: once it is published it is said. */
  #isGreeting = false

  constructor(host: FeedView, pages: FeedPages, acts: FeedActs, t: Translate<TakingPartKey>) {
    this.#host = host
    this.#pages = pages
    this.#acts = acts
    this.#t = t
  }

  top({ viewer }: Session, canWrite: boolean): TemplateResult | typeof nothing {
    if (this.#isOver || !viewer?.firstSteps) return nothing
    this.#taken ??= [...viewer.firstSteps]
    if (this.#isGreeting && this.#acts.published) this.#take('hello')
    return html`<cercle-first-steps
      .client=${this.#host.client}
      .viewer=${viewer}
      .taken=${this.#taken}
      .canWrite=${canWrite}
      .story=${this.#pages.items.find(({ kind }) => kind === 'experience')}
      @cercle-first-hello=${() => this.#hello(viewer.name, viewer.organisation)}
      @cercle-first-read=${this.#read}
      @cercle-first-pass=${this.#pass}
    ></cercle-first-steps>`
  }

  #hello(name: string, organisation: string | null): void {
    this.#isGreeting = true
    const starter = organisation ? this.#t('first.starterOf', { name, organisation }) : this.#t('first.starter', { name })
    void this.#acts.write({ kind: 'news', starter, subject: this.#t('first.subject', { name }) })
  }

  readonly #read = ({ detail: id }: CustomEvent<string>): void => {
    this.#take('read')
    void this.#acts.open(id)
  }

  readonly #pass = (): void => {
    this.#isOver = true
    this.#tell('pass')
    // what was pressed is gone
    void this.#acts.focus('[data-do="write"], .cover')
  }

  #take(step: FirstStep): void {
    if (step === 'hello') this.#isGreeting = false
    if (this.#taken!.includes(step)) return
    this.#taken = [...this.#taken!, step]
    this.#tell(step)
  }

  /** What cannot be kept now is offered again next time. */
  #tell(step: FirstStep | 'pass'): void {
    void (this.#host.client as Cercle).members.step({ step }).catch(() => undefined)
  }
}
