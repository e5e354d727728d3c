import { html, nothing, type TemplateResult } from 'lit'
import type { SpaceView, ThreadKind } from '@cercle/sdk'
import type { ReadingKey } from '../locales/reading.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { alert, arrowRight, icon, lock } from '../primitives/read-icons.ts'
import { kindIcons, kinds } from '../primitives/kind.ts'

/*
 * The parts of a feed around its rows. A button says what it asks for by `data-*`; the feed listens once, for all of them:
 * `data-do` names an action, `data-tab` a space, `data-show` a kind to list, `data-kind` a kind to write, `data-id` a thread.
 */
type T = Translate<ReadingKey>

export const spaceTabs = (spaces: readonly SpaceView[], current: string | undefined, t: T): TemplateResult => {
  const tab = (slug: string, name: unknown, isCurrent: boolean) =>
    html`<button type="button" data-tab=${slug} aria-current=${isCurrent ? 'true' : nothing}>${name}</button>`
  return html`<nav class="tabs" aria-label=${t('spaces.label')}>
    ${tab('', t('everybody'), !current)}
    ${spaces.map(({ slug, name, level }) => tab(slug, level === 'restricted' ? [icon(lock), name] : name, slug === current))}
  </nav>`
}

const signInButton = (t: T): TemplateResult =>
  html`<button class="c-btn" type="button" part="sign-in" data-do="sign-in">${t('signIn.do')}</button>`

export const signInLine = (t: T): TemplateResult =>
  html`<p class="c-line c-small c-soft">${t('signIn.why')} ${signInButton(t)}</p>`

export const kindChips = (current: ThreadKind | undefined, t: T): TemplateResult => {
  const chip = (kind: ThreadKind | '', word: unknown, isCurrent: boolean) =>
    html`<button class="c-chip" type="button" data-show=${kind} aria-pressed=${isCurrent}>${word}</button>`
  return html`<div class="c-chips kinds" role="group" aria-label=${t('kinds.label')}>
    ${chip('', t('kinds.all'), !current)}
    ${kinds.map((kind) => chip(kind, [icon(kindIcons[kind], true), t(`kinds.${kind}`)], kind === current))}
  </div>`
}

/** The next page. */
export const older = (t: T): TemplateResult =>
  html`<div>
    <button class="c-btn" type="button" data-do="more">${t('feed.older')} ${icon(arrowRight, true)}</button>
  </div>`

/** What happened, what is kept, what to do. `isShown`: the list, or a part of it, is there. */
export const failureBanner = (code: string, isShown: boolean, t: T): TemplateResult => {
  const isPart = code === 'part'
  const isOver = code === 'unauthorized'
  const retry = html`<button class="c-btn" type="button" data-do=${isPart ? 'again' : 'retry'}>${t('error.retry')}</button>`
  if (code === 'offline') {
    const text = html`<b>${t('offline.title')}</b> ${t(isShown ? 'offline.kept' : 'offline.nothing')}`
    return banner({ tone: 'warn', icon: alert, text, action: isShown ? nothing : retry, part: 'error' })
  }
  const why = isOver ? 'error.over' : code === 'unavailable' || code === 'rate_limited' ? 'error.busy' : 'error.other'
  const text = html`<b>${t(isPart ? 'error.open' : isShown ? 'error.more' : 'error.title')}</b> ${t(why)}`
  return banner({ tone: 'bad', icon: alert, text, action: isOver ? signInButton(t) : retry, part: 'error' })
}
