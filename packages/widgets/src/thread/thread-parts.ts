import { html, nothing, type TemplateResult } from 'lit'
import type { CercleClientError, Inline, NodeTree, SpaceView, ThreadSummary } from '@cercle/sdk'
import type { Send } from '../controllers/send.ts'
import type { ThreadReading, ThreadState } from '../controllers/thread-reading.ts'
import type { MemberKey } from '../locales/member.fr.ts'
import { reasons } from '../locales/member-reasons.ts'
import type { ReadingKey } from '../locales/reading.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { circleInWords } from '../primitives/circle.ts'
import { readersInWords } from '../primitives/readers.ts'
import { again, arrowDown, offline, pin } from '../primitives/icons.ts'
import { alert, icon, lock } from '../primitives/read-icons.ts'
import { cross, info } from '../primitives/member-icons.ts'
import { kindLabel } from '../primitives/kind.ts'

type T = Translate<MemberKey>

/** Kind, title, and the way back to the list. `thread` may still be the line of the list, or absent. */
export const threadHead = (
  thread: ThreadSummary | undefined,
  t: T,
  read: Translate<ReadingKey>,
  written: string | typeof nothing,
  close: () => void,
): TemplateResult =>
  html`<header>
    <div class="top">
      <span>
        ${thread ? kindLabel(thread.kind, read) : nothing}
        ${thread?.pinned ? html`<span class="c-badge c-badge--plain">${icon(pin)} ${read('row.pinned')}</span>` : nothing}
      </span>
      <button class="c-btn c-btn--plain c-btn--edge close" type="button" @click=${close}>
        ${icon(cross, true)} ${t('thread.close')}
      </button>
    </div>
    ${
      thread
        ? html`<h3 class="c-title" id="title" tabindex="-1" lang=${thread.title ? written : nothing}>
            ${thread.title || t('thread.withdrawn')}
          </h3>`
        : nothing
    }
    ${
      thread?.circle
        ? html`<p class="c-small c-soft c-with c-with--top circle">
            ${icon(lock)} <span>${thread.space.name} · ${circleInWords(thread.circle, t)}</span>
          </p>`
        : nothing
    }
  </header>`

/** Said on paper alone: for whom it was written. What everybody may read needs no such word. */
export const paperLabel = (
  { space, circle }: ThreadSummary,
  audience: SpaceView | undefined,
  t: T,
): TemplateResult | typeof nothing => {
  if (space.level === 'public' && !circle) return nothing
  const who = circle ? circleInWords(circle, t) : audience && readersInWords(audience, t)
  return html`<p class="paper">${t('thread.paper', { who: who ? `${space.name} · ${who}` : space.name })}</p>`
}

/** What the head says: of the discussion as it is read, or of its line in the list until then. */
export function lineOf({ thread, state }: ThreadReading, summary: ThreadSummary | undefined): ThreadSummary | undefined {
  if (thread) return thread.opening.withdrawnAt ? { ...thread, title: '' } : thread
  return state === 'gone' ? undefined : summary
}

/** Why there is nothing to read, and what to do. */
export function threadFailure(
  state: ThreadState,
  code: CercleClientError['code'] | undefined,
  t: T,
  retry: () => void,
): TemplateResult {
  const button = html`<button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('send.retry')}</button>`
  if (state === 'gone') {
    return banner({ tone: 'plain', icon: info, text: html`<b>${t('thread.gone')}</b> ${t('thread.goneWhy')}`, part: 'error' })
  }
  if (state === 'offline') {
    const text = html`<b>${t('send.offline')}</b> ${t('thread.offline')}`
    return banner({ tone: 'warn', icon: offline, text, action: button, part: 'error' })
  }
  const text = html`<b>${t(state === 'ready' ? 'thread.failedMore' : 'thread.failed')}</b> ${t(reasons[code ?? 'internal'])}`
  return banner({ tone: 'bad', icon: alert, text, action: button, part: 'error' })
}

/** The way to the replies that are not shown yet. */
export function nextReplies(reading: ThreadReading, t: T, more: () => void): TemplateResult | typeof nothing {
  const { hasMore, isLoadingMore, failure, state } = reading
  if (!hasMore) return nothing
  if (failure) return threadFailure(state, failure, t, more)
  return html`<div>
    <button class="c-btn" type="button" aria-disabled=${isLoadingMore ? 'true' : nothing} @click=${more}>
      ${t('thread.next')} ${icon(arrowDown, true)}
    </button>
  </div>`
}

export const pinFailure = ({ failure }: Send, t: T): TemplateResult | typeof nothing =>
  failure
    ? banner({ tone: 'bad', icon: alert, text: html`<b>${t('post.pinFailed')}</b> ${t(reasons[failure.code])}`, part: 'error' })
    : nothing

const wordsOf = (node: Inline | Inline[]): string => {
  if (typeof node === 'string') return node
  const [tag, ...rest] = node
  if (tag === 'br') return ' '
  const isMarked = tag === 'b' || tag === 'i' || tag === 'a'
  return (isMarked ? rest.slice(tag === 'a' ? 1 : 0) : (node as Inline[])).map((inner) => wordsOf(inner as Inline)).join('')
}

/** The first words, as the server gives them for a line of the feed: at most 240 code points. */
export const excerptOf = (tree: NodeTree): string => {
  const text = tree.map(([, ...inner]) => (inner as (Inline | Inline[])[]).map(wordsOf).join('')).join(' ')
  return [...text].slice(0, 240).join('')
}
