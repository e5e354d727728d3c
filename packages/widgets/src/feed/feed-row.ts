import { html, nothing, type TemplateResult } from 'lit'
import type { CommunityView, ReactionCount, ThreadSummary } from '@cercle/sdk'
import type { ReadingKey } from '../locales/reading.fr.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { dateInWords } from '../primitives/dates.ts'
import { kindLabel } from '../primitives/kind.ts'

/** What a row needs beside its thread. */
export interface RowSetting {
  t: Translate<ReadingKey>
  language: Language
  community: CommunityView
  now: Date | undefined
}

const worded = new Set(['thanks', 'recognise', 'answer'])

/** « 3 personnes se reconnaissent »; with the community's own word where it has one. */
function reactionInWords({ key, count }: ReactionCount, { t, community }: RowSetting): string {
  if (worded.has(key)) return t(`row.${key}` as ReadingKey, { count })
  const label = community.reactions.find((word) => word.key === key)?.label ?? key
  return t('row.reaction', { label, count })
}

/** One thread of the feed. `edge` says which corners are round: the first and the last before a gap. */
export function feedRow(thread: ThreadSummary, setting: RowSetting, edge: string, isOpening: boolean): TemplateResult {
  const { t, language, community, now } = setting
  const { author } = thread
  const written = community.language.startsWith(language) ? nothing : community.language
  // one sentence is read, three are not; all of them stand in the open discussion
  const [strongest] = [...thread.reactions].sort((one, other) => other.count - one.count)
  const when = dateInWords(thread.lastActivityAt, { language, clock: community.clock, now })
  return html`<article class="c-row row ${edge}" part="thread" aria-busy=${isOpening ? 'true' : nothing}>
    <div class="row-top">
      ${kindLabel(thread.kind, t)} ${thread.unread ? html`<span class="c-badge">${t('row.new')}</span>` : nothing}
      ${thread.pinned ? html`<span class="c-badge c-badge--plain">${t('row.pinned')}</span>` : nothing}
      <time class="c-small c-soft" datetime=${thread.lastActivityAt}>${when}</time>
    </div>
    <h3 class="c-head">
      <button class="cover" type="button" aria-expanded="false" data-id=${thread.id} lang=${written}>
        ${thread.title || t('row.withdrawn')}
      </button>
    </h3>
    <p class="c-soft clamp" lang=${written}>${thread.excerpt}</p>
    <p class="c-small c-soft row-foot">
      <span>${author ? html`<b>${author.name}</b>${author.organisation ? `, ${author.organisation}` : ''}` : t('someone')}</span>
      ${thread.replyCount ? html`<span>${t('row.replies', { count: thread.replyCount })}</span>` : nothing}
      ${strongest?.count ? html`<span>${reactionInWords(strongest, setting)}</span>` : nothing}
    </p>
  </article>`
}
