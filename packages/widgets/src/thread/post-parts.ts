import { html, nothing, type TemplateResult } from 'lit'
import type { CommunityView, PostView, ReactionWord, RevisionView } from '@cercle/sdk'
import type { ThreadGestures } from '../controllers/thread-gestures.ts'
import type { ThreadReactions } from '../controllers/thread-reactions.ts'
import { reasons } from '../locales/member-reasons.ts'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { avatar } from '../primitives/avatar.ts'
import { banner } from '../primitives/banner.ts'
import { dateInWords } from '../primitives/dates.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { check, ellipsis, eyeOff, reply, undo } from '../primitives/member-icons.ts'
import { nodeTree } from '../primitives/node-tree.ts'

type T = Translate<MemberKey>

/** How things are said around one text. */
export interface PostSetting {
  t: T
  language: Language
  community: CommunityView
  now: Date | undefined
}

/** The language of what is written, where the interface speaks another one. */
export const writtenIn = ({ community, language }: PostSetting): string | typeof nothing =>
  community.language.startsWith(language) ? nothing : community.language

export const timeOf = (instant: string, { language, community, now }: PostSetting): TemplateResult =>
  html`<time datetime=${instant}>${dateInWords(instant, { language, clock: community.clock, now, hour: 'always' })}</time>`

/** One « Autres gestes ». */
export interface Gesture {
  icon: string
  words: string
  act: () => void
}

/** Opens where it stands: in a tall frame what floats may be out of sight. */
export const gestureMenu = (gestures: readonly Gesture[], label: string): TemplateResult =>
  html`<div class="c-menu" id="menu" role="group" aria-label=${label}>
    ${gestures.map(({ icon: path, words, act }) => html`<button type="button" @click=${act}>${icon(path, true)} ${words}</button>`)}
  </div>`

/** The words of the community, with how many people said each; pressed when the viewer did. For who may not, only what was said. */
export function reactionChips(
  words: readonly ReactionWord[],
  reactions: ThreadReactions,
  setting: PostSetting,
  isQuiet: boolean,
  toggle: ((key: string) => void) | undefined,
): TemplateResult | typeof nothing {
  const { t } = setting
  const said = ({ key, label }: ReactionWord) => html`<span lang=${writtenIn(setting)}>${label}</span> ${count(key)}`
  const count = (key: string) => (reactions.of(key).count ? html`<b class="c-num">${reactions.of(key).count}</b>` : nothing)
  if (!toggle) {
    const counted = words.filter(({ key }) => reactions.of(key).count)
    return counted.length
      ? html`<ul class="c-line c-small c-soft said">
          ${counted.map((word) => html`<li>${said(word)}</li>`)}
        </ul>`
      : nothing
  }
  return html`<div class="c-chips ${isQuiet ? 'quiet' : ''}" role="group" aria-label=${t('post.gestures')}>
    ${words.map((word) => {
      const { key } = word
      const { mine } = reactions.of(key)
      return html`<button class="c-chip" type="button" aria-pressed=${mine} @click=${() => toggle(key)}>
        ${mine ? icon(check) : ''} ${said(word)}
      </button>`
    })}
  </div>`
}

/** What may be done with a text: gestures, an answer, the rest behind a button. */
export const actsUnder = (
  chips: unknown,
  t: T,
  answer: (() => void) | undefined,
  more: (() => void) | undefined,
  isMenuOpen: boolean,
): TemplateResult =>
  html`<div class="acts">
    ${chips}
    ${
      answer
        ? html`<button class="c-btn c-btn--plain answer" type="button" @click=${answer}>
            ${icon(reply, true)} ${t('reply.toAll')}
          </button>`
        : nothing
    }
    ${
      more
        ? html`<button class="c-btn c-btn--plain more" type="button" aria-expanded=${isMenuOpen} @click=${more}>
            ${icon(ellipsis, true)} ${t('post.menu')}
          </button>`
        : nothing
    }
  </div>`

/** Where a text stood. */
export const trace = (t: T): TemplateResult =>
  html`<p class="c-small c-soft c-with trace">${icon(eyeOff)} <span>${t('post.trace')}</span></p>`

/** The texts that stood here before, newest first. */
export const versionList = (versions: readonly RevisionView[], setting: PostSetting): TemplateResult => {
  const { t } = setting
  return html`<section class="versions c-stack c-stack--3" id="versions" aria-label=${t('post.versions')}>
    ${versions.length ? nothing : html`<p class="c-small c-soft">${t('post.noVersion')}</p>`}
    ${versions.map(
      ({ title, body, replacedAt }) =>
        html`<div class="c-stack c-stack--2">
          <p class="c-small c-soft">${when(replacedAt, setting)}</p>
          <div class="c-text c-soft" lang=${writtenIn(setting)}>
            ${title ? html`<p><b>${title}</b></p>` : nothing} ${nodeTree(body)}
          </div>
        </div>`,
    )}
  </section>`
}

const when = (instant: string, { t, language, community, now }: PostSetting): string =>
  t('post.version', { date: dateInWords(instant, { language, clock: community.clock, now, hour: 'always' }) })

/** Which words stand under a reply: those that were said, or the first as an invitation; `more` holds the rest. */
export function wordsUnder(post: PostView, words: readonly ReactionWord[], known: ReadonlySet<string>): readonly ReactionWord[] {
  const isSaid = ({ key }: ReactionWord) => known.has(key) || post.reactions.some((reaction) => reaction.key === key)
  const said = words.filter(isSaid)
  return said.length ? said : words.slice(0, 1)
}

/** The texts before, and how to see them. */
export interface Edits {
  isOpen: boolean
  toggle: () => void
}

const by = ({ author }: PostView, { t }: PostSetting): TemplateResult => {
  if (!author) return html`<b>${t('someone')}</b>`
  return html`<b>${author.name}</b>${author.organisation ? `, ${author.organisation}` : ''}`
}

const dated = ({ createdAt, editedAt }: PostView, setting: PostSetting, { isOpen, toggle }: Edits): TemplateResult => {
  const { t } = setting
  const edited = html`<button class="c-link edited" type="button" aria-expanded=${isOpen} @click=${toggle}>
    ${t('post.edited')}<span class="c-hidden">, ${t('post.editedHint')}</span>
  </button>`
  return html`${timeOf(createdAt, setting)} ${editedAt ? edited : nothing}`
}

/** Who began the discussion, and when. */
export const openingHead = (post: PostView, setting: PostSetting, edits: Edits): TemplateResult =>
  html`<div class="c-by">
    ${avatar(post.author?.name)} <span>${by(post, setting)}<small>${dated(post, setting, edits)}</small></span>
  </div>`

/** Who answered, and when. */
export const replyHead = (post: PostView, setting: PostSetting, edits: Edits): TemplateResult =>
  html`<p class="reply-by"><span>${by(post, setting)}</span> <span class="when">${dated(post, setting, edits)}</span></p>`

/** Instead of a text that one has just taken back. */
export const withdrawnToast = (t: T, restore: () => void): TemplateResult =>
  html`<div class="c-toast" role="status">
    <p>${t('post.withdrawn')}</p>
    <button class="c-btn" type="button" @click=${restore}>${icon(undo, true)} ${t('post.restore')}</button>
  </div>`

/** What became of the last gesture. */
export const outcome = ({ failed, failure, said }: ThreadGestures, t: T): TemplateResult => {
  const why = failed === 'post.restoreLate' ? '' : t(reasons[failure ?? 'internal'])
  return html`${failed ? banner({ tone: 'bad', icon: alert, text: html`<b>${t(failed)}</b> ${why}`, part: 'error' }) : nothing}
    <p class="c-hidden" role="status">${said ? t(said) : ''}</p>`
}
