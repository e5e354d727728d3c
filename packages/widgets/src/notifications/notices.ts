import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView } from '@cercle/sdk'
import { NoticeList } from '../controllers/notices.ts'
import { Texts } from '../controllers/texts.ts'
import { notifications } from '../locales/notifications.ts'
import { chevronDown, circleCheck } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { noticeFailure, noticeList } from './notice-parts.ts'
import { notificationsStyles } from './notifications.styles.ts'

/**
 * What happened that concerns the viewer, a line for each thing it happened to. Closed it says how much of it is new; the list is asked for when it
 * is opened.
 *
 * @tag cercle-notices
 * @csspart error - a failure in words
 */
export class Notices extends LitElement {
  static override styles = [base, forms, waitingStyles, notificationsStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  declare isOpen: boolean

  readonly #texts = new Texts(this, notifications)
  readonly #list = new NoticeList(this)

  constructor() {
    super()
    this.isOpen = false
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    this.#list.count(this.client)
    if (this.isOpen) this.#list.show()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { unread } = this.#list
    const count = unread ? (unread === 99 ? t('notices.many') : t('notices.new', { count: unread })) : ''
    return html`<section class="c-stack c-stack--3" aria-label=${t('notices.title')}>
      <button
        class="c-btn c-btn--quiet c-btn--flush turns"
        type="button"
        aria-expanded=${this.isOpen}
        aria-controls=${this.isOpen ? 'notices' : nothing}
        @click=${this.#turn}
      >
        ${t('notices.title')} ${count ? html`<span class="c-badge c-badge--good">${count}</span>` : nothing}
        <span class="c-turn">${icon(chevronDown)}</span>
      </button>
      ${this.isOpen ? html`<div class="c-stack c-stack--3" id="notices">${this.#opened()}</div>` : nothing}
    </section>`
  }

  #opened(): TemplateResult {
    const { t, language } = this.#texts
    const { items, unread, failure, seenFailure, isLoading, hasMore, isSeen, more, see } = this.#list
    const setting = { t, language, clock: this.community?.clock, now: this.now }
    return html`${items ? noticeList(items, setting) : isLoading ? waiting(t('notices.loading')) : nothing}
      ${failure ? noticeFailure('notices.failed', failure, t, more) : nothing}
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
  }

  readonly #older = async (): Promise<void> => {
    const before = this.#list.items?.length ?? 0
    await this.#list.more()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.notice')[before]?.focus()
  }
}
