import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, NotificationView } from '@cercle/sdk'
import { NoticeOpening } from '../controllers/notice-opening.ts'
import { NoticeList } from '../controllers/notices.ts'
import { Texts } from '../controllers/texts.ts'
import { notifications } from '../locales/notifications.ts'
import { chevronDown, circleCheck } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { noticeFailure, noticeHead, noticeList, noticeThread } from './notice-parts.ts'
import { notificationsStyles } from './notifications.styles.ts'

/**
 * What happened that concerns the viewer, a line for each thing it happened to. Closed it says how much of it is new, as it is now; the list is asked
 * for when it is opened. A line leads to its discussion.
 *
 * @tag cercle-notices
 * @attr bell - at the head of a feed: an icon with words, which says once that there is more
 * @fires {CustomEvent<{ id: string }>} cercle-notice-open - she goes to a discussion; who shows it prevents that it is shown here
 * @csspart error - a failure in words
 */
export class Notices extends LitElement {
  static override styles = [base, forms, waitingStyles, notificationsStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
    bell: { type: Boolean },
    hears: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  declare bell: boolean
  /** She has a live stream. */
  declare hears: boolean
  declare isOpen: boolean

  readonly #texts = new Texts(this, notifications)
  readonly #list = new NoticeList(this)
  readonly #opening = new NoticeOpening(this)

  constructor() {
    super()
    this.isOpen = this.bell = this.hears = false
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    this.#list.follow(this.client, this.hears)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { unread, announcement } = this.#list.count
    const { opened } = this.#opening
    return html`<section class="c-stack c-stack--3" aria-label=${t('notices.title')}>
      <button
        class="c-btn c-btn--quiet c-btn--flush turns"
        type="button"
        aria-expanded=${this.isOpen}
        aria-controls=${this.isOpen ? 'notices' : nothing}
        @click=${this.#turn}
      >
        ${noticeHead(unread, this.bell, t)}
        <span class="c-turn">${icon(chevronDown)}</span>
      </button>
      ${this.isOpen ? html`<div class="c-stack c-stack--3" id="notices" ?hidden=${opened}>${this.#opened()}</div>` : nothing}
      ${opened ? noticeThread(opened, this.client, this.now, this.#opening.close, this.#left) : nothing}
      ${this.bell ? html`<p class="c-hidden" role="status">${announcement.told ? t('bell.told', { count: announcement.told }) : ''}</p>` : nothing}
    </section>`
  }

  #opened(): TemplateResult {
    const { t, language } = this.#texts
    const { items, failure, seenFailure, isLoading, hasMore, isSeen, isStale, more, see } = this.#list
    const { unread } = this.#list.count
    const setting = { t, language, clock: this.community?.clock, now: this.now, open: this.#open }
    const newer = html`<button class="c-btn newer" type="button" @click=${this.#newer}>${t('notices.newer')}</button>`
    return html`${isStale ? html`<div>${newer}</div>` : nothing}
      ${items ? noticeList(items, setting) : isLoading ? waiting(t('notices.loading')) : nothing}
      ${failure ? noticeFailure('notices.failed', failure, t, more) : nothing}
      ${this.#opening.failure ? noticeFailure('notices.openFailed', this.#opening.failure, t) : nothing}
      ${seenFailure ? noticeFailure('notices.seenFailed', seenFailure, t) : nothing}
      <div class="c-line">
        ${unread && items ? html`<button class="c-btn" type="button" @click=${see}>${t('notices.seen')}</button>` : nothing}
        ${
          hasMore && !failure
            ? html`<button class="c-btn" type="button" aria-disabled=${isLoading ? 'true' : nothing} @click=${this.#older}>
                ${t('notices.older')}
              </button>`
            : nothing
        }
      </div>
      <p class=${isSeen ? 'c-small c-soft c-with' : 'c-hidden'} role="status">
        ${isSeen ? [icon(circleCheck), html`<span>${t('notices.seenDone')}</span>`] : ''}
      </p>`
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
    this.#opening.opened = undefined
    if (this.isOpen) void this.#list.show()
  }

  readonly #open = (id: string, item: NotificationView): void => {
    void this.#list.look(item)
    void this.#opening.open(id, (item.thread ?? item.within)?.space)
  }

  /** It is no more: there is nothing to come back to. */
  readonly #left = ({ detail }: CustomEvent<{ gone?: true }>): void => {
    if (detail.gone) void this.#opening.close()
  }

  /** On request: what one reads stays where it is until then. */
  readonly #newer = async (): Promise<void> => {
    await this.#list.show()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.notice')?.focus()
  }

  readonly #older = async (): Promise<void> => {
    const before = this.#list.items?.length ?? 0
    await this.#list.more()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.notice')[before]?.focus()
  }
}
