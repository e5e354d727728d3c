import { html, type Html } from '../../html.ts'
import type { PostView, ThreadView } from '../../discussions/discussions.schema.ts'
import type { SpaceView } from '../../spaces/spaces.schema.ts'
import { dateInWords } from './dates.ts'
import { arrowLeft, arrowRight, eyeOff, icon, kindIcons, person } from './icons.ts'
import { nodeTree } from './node-tree.ts'
import type { PageParts } from './page-layout.ts'
import { feedAddress, threadAddress, type PageSetting } from './page-setting.ts'
import { reactionInWords } from './reactions.ts'

export interface ThreadFacts {
  /** Those that anybody may read. */
  spaces: SpaceView[]
  /** Where this page of replies begins; absent on the first, which has the opening. */
  cursor: string | undefined
  thread: ThreadView
}

/** One discussion with a page of its replies. */
export function threadPage(setting: PageSetting, { spaces, cursor, thread }: ThreadFacts): PageParts {
  const { community, t } = setting
  const title = thread.title || t('thread.withdrawn')
  const isWithdrawn = thread.opening.withdrawnAt !== null
  return {
    title,
    description: thread.excerpt,
    // What was taken back is not to be found by its trace.
    canonical: isWithdrawn ? undefined : threadAddress(community.slug, thread.id, cursor),
    retentionDays: spaces.find(({ id }) => id === thread.space.id)?.retentionDays ?? null,
    main: html`<p><a class="back" href=${feedAddress(community.slug)}>${icon(arrowLeft)} ${t('thread.all')}</a></p>
      <article class="thread">
        <p class="top">
          <span class="kind">${icon(kindIcons[thread.kind])}${t(`kind.${thread.kind}`)}</span>
          ${thread.pinned ? html`<span class="badge">${t('row.pinned')}</span>` : ''}
          ${spaces.length > 1 ? html`<span class="small soft">${thread.space.name}</span>` : ''}
        </p>
        <h1>${title}</h1>
        ${cursor === undefined ? opening(setting, thread.opening) : ''} ${replies(setting, thread, cursor)}
      </article>
      ${pages(setting, thread, cursor)}`,
  }
}

const opening = (setting: PageSetting, post: PostView): Html =>
  html`<div class="opening">${by(setting, post)} ${words(setting, post)}</div>`

/** Nobody is named here, whatever the row holds. */
function by({ t, dates }: PageSetting, post: PostView): Html {
  return html`<p class="by">
    <span class="avatar" aria-hidden="true">${icon(person)}</span>
    <span
      ><b>${t('someone')}</b> <time datetime=${post.createdAt}>${dateInWords(post.createdAt, dates, true)}</time>${
        post.editedAt === null || post.withdrawnAt !== null ? '' : ` · ${t('post.edited')}`
      }</span
    >
  </p>`
}

/** The text and what was said to it, or the trace that holds its place. */
function words(setting: PageSetting, post: PostView): Html {
  const { t } = setting
  if (post.withdrawnAt !== null) return html`<p class="with trace">${icon(eyeOff)} <span>${t('post.trace')}</span></p>`
  const said = post.reactions.filter(({ count }) => count > 0)
  return html`<div class="text">${nodeTree(post.body)}</div>
    ${
      said.length
        ? html`<ul class="said" aria-label=${t('post.said')}>
            ${said.map((reaction) => html`<li>${reactionInWords(setting, reaction)}</li>`)}
          </ul>`
        : ''
    }`
}

function replies(setting: PageSetting, { replyCount: count, replies: page }: ThreadView, cursor: string | undefined): Html {
  const { t } = setting
  const heading =
    cursor !== undefined ? t('thread.rest', { count }) : count ? t('thread.replies', { count }) : t('thread.noReply')
  const list = html`<ol class="replies">
    ${page.items.map((post) => html`<li class="reply">${by(setting, post)} ${words(setting, post)}</li>`)}
  </ol>`
  return html`<h2 class="part">${heading}</h2>
    ${page.items.length ? list : cursor === undefined ? '' : html`<p class="small soft">${t('thread.noMore')}</p>`}`
}

function pages({ community, t }: PageSetting, thread: ThreadView, cursor: string | undefined): Html {
  const next = thread.replies.cursor
  if (cursor === undefined && next === undefined) return html``
  return html`<nav class="pages" aria-label=${t('feed.pages')}>
    ${
      next === undefined
        ? ''
        : html`<a class="btn" href=${threadAddress(community.slug, thread.id, next)} rel="next"
            >${t('thread.next')} ${icon(arrowRight)}</a
          >`
    }
    ${cursor === undefined ? '' : html`<a class="btn" href=${threadAddress(community.slug, thread.id)}>${t('thread.start')}</a>`}
  </nav>`
}
