import type { TemplateResult } from 'lit'
import type { SpaceView, ThreadKind } from '@cercle/sdk'
import type { Session } from '../context/session.ts'
import type { FeedActs } from '../controllers/feed-acts.ts'
import { FeedArrivals } from '../controllers/feed-arrivals.ts'
import type { FeedPages } from '../controllers/feed-pages.ts'
import type { Texts } from '../controllers/texts.ts'
import type { Waiting } from '../controllers/unsent.ts'
import type { TakingPartKey } from '../locales/taking-part.fr.ts'
import { liveBarStyles } from '../primitives/live-bar.ts'
import { addStyles } from '../theme/add-styles.ts'
import { arrivalsBar, arrivalsTold, offlineWriting } from './feed-live.ts'
import { FeedUnsent } from './feed-unsent.ts'
import type { FeedView } from './feed.ts'

/**
 * What a feed does for a member who stays: says what arrives, and sends what could not leave. Fetched once the list is there, for
 * nothing of it is wanted before.
 */
export class KeepingUp {
  readonly #host: FeedView
  readonly #texts: Texts<TakingPartKey>
  readonly #arrivals: FeedArrivals
  readonly #unsent: FeedUnsent

  /** `changed`: who reads may have other rights now. */
  constructor(host: FeedView, pages: FeedPages, acts: FeedActs, texts: Texts<TakingPartKey>, changed: () => void) {
    this.#host = host
    this.#texts = texts
    this.#arrivals = new FeedArrivals(host, pages, acts, changed)
    this.#unsent = new FeedUnsent(host, pages, acts, this.#arrivals.refresh)
    addStyles(host.renderRoot as ShadowRoot, [liveBarStyles])
  }

  get waiting(): Waiting | undefined {
    return this.#unsent.waiting
  }

  /** Whose list is shown, and which one. */
  follow(session: Session, space: SpaceView | undefined, kind: ThreadKind | undefined): void {
    const list = { space: space?.slug, kind }
    const { viewer } = session
    this.#unsent.list = list
    // A space that is not there for her has nothing to tell.
    if (this.#host.space && !space) return
    this.#arrivals.follow(session, list)
    if (viewer?.status === 'active') this.#unsent.open(viewer, this.#texts.language)
  }

  cards = (): unknown => this.#unsent.cards(this.#texts.t)

  bar = (): unknown => arrivalsBar(this.#arrivals, this.#texts.t)

  told = (): string => arrivalsTold(this.#arrivals, this.#unsent.said, this.#texts.t)

  /** What to say of a failure instead of what a reader is told. */
  failed(code: string): TemplateResult | undefined {
    return code === 'offline' && this.waiting ? offlineWriting(this.#texts.t) : undefined
  }
}
