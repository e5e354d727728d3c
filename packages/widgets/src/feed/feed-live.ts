import { html, nothing, type TemplateResult } from 'lit'
import type { FeedArrivals } from '../controllers/feed-arrivals.ts'
import type { TakingPartKey } from '../locales/taking-part.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { offline } from '../primitives/icons.ts'
import { liveBar } from '../primitives/live-bar.ts'

type T = Translate<TakingPartKey>

/** « 2 nouveaux messages viennent d’arriver. Les afficher » */
export function arrivalsBar({ count, isStale, hasFailed, isSaving, show }: FeedArrivals, t: T): TemplateResult | typeof nothing {
  if (!count && !isStale && !isSaving) return nothing
  const words = (number: number) => html`<b>${t('live.new', { count: number })}</b> ${t('live.arrived', { count: number })}`
  const text = hasFailed
    ? html`<b>${t('live.failed')}</b>`
    : count
      ? words(count)
      : isStale
        ? html`<b>${t('live.stale')}</b>`
        : t('live.saving')
  const action = hasFailed ? t('live.again') : count ? t('live.show', { count }) : t('live.refresh')
  return liveBar(text, action, show)
}

/** The same for who does not see it, once; else what was sent meanwhile. */
export function arrivalsTold({ count, isStale, announcement }: FeedArrivals, said: TakingPartKey | undefined, t: T): string {
  const { told } = announcement
  if (!told) return said ? t(said) : ''
  return isStale && !count ? t('live.stale') : `${t('live.new', { count: told })} ${t('live.arrived', { count: told })}`
}

/** For who may write while there is no line. */
export const offlineWriting = (t: T): TemplateResult =>
  banner({ tone: 'warn', icon: offline, text: html`<b>${t('offline.title')}</b> ${t('offline.write')}`, part: 'error' })
