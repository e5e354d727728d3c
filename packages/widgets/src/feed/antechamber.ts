import { html, nothing, type TemplateResult } from 'lit'
import type { Cercle, FirstStep, SpaceView, ThreadSummary, ThreadView } from '@cercle/sdk'
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
  #reaction: 'made' | 'failed' | undefined

  constructor(host: FeedView, pages: FeedPages, acts: FeedActs, t: Translate<TakingPartKey>) {
    this.#host = host
    this.#pages = pages
    this.#acts = acts
    this.#t = t
  }

  top({ viewer, community }: Session, writable: readonly SpaceView[]): TemplateResult | typeof nothing {
    if (this.#isOver || !viewer?.firstSteps) return nothing
    this.#taken ??= [...viewer.firstSteps]
    const story = this.#pages.items.find(({ kind, author }) => kind === 'experience' && author?.memberId !== viewer.memberId)
    const [gesture] = community.reactions
    if (this.#isGreeting && this.#acts.published) this.#take('hello')
    return html`<cercle-first-steps
      .client=${this.#host.client}
      .viewer=${viewer}
      .taken=${this.#hasReacted ? [...this.#taken, 'react'] : this.#taken}
      .room=${writable.find(({ level }) => level === 'members') ?? writable[0]}
      .story=${story}
      .gesture=${gesture?.label}
      .reaction=${this.#reaction}
      @cercle-first-hello=${() => this.#hello(viewer.name, viewer.organisation)}
      @cercle-first-read=${this.#read}
      @cercle-first-card=${this.#card}
      @cercle-first-react=${({ detail }: CustomEvent<boolean>) => void this.#react(story!, gesture!.key, detail)}
      @cercle-first-pass=${this.#pass}
    ></cercle-first-steps>`
  }

  /** Under any discussion that is listed: what is open there says its gestures too. */
  get #hasReacted(): boolean {
    return this.#pages.items.some(({ reactions }) => reactions.some(({ mine }) => mine))
  }

  async #react(story: ThreadSummary, key: string, on: boolean): Promise<void> {
    try {
      const { reactions } = await (this.#host.client as Cercle).discussions.react({ postId: story.id, key, on })
      this.#reaction = on ? 'made' : undefined
      const now = this.#pages.items.find(({ id }) => id === story.id) ?? story
      this.#pages.put({ ...now, reactions })
    } catch {
      this.#reaction = 'failed'
    }
    this.#host.requestUpdate()
  }

  readonly #card = ({ detail }: CustomEvent<ThreadView>): void => {
    this.#take('hello')
    void this.#acts.publish(detail, true)
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

  #take(step: 'hello' | 'read'): void {
    if (step === 'hello') this.#isGreeting = false
    if (this.#taken!.includes(step)) return
    this.#taken = [...this.#taken!, step]
    this.#tell(step)
  }

  /** What cannot be kept now is offered again next time. */
  #tell(step: 'hello' | 'read' | 'pass'): void {
    void (this.#host.client as Cercle).members.step({ step }).catch(() => undefined)
  }
}
