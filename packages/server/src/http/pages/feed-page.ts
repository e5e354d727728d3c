import { html, type Html } from '../../html.ts'
import type { ThreadPage, ThreadSummary } from '../../discussions/discussions.schema.ts'
import type { SpaceView } from '../../spaces/spaces.schema.ts'
import { aimsPart } from './aims-part.ts'
import { dateInWords } from './dates.ts'
import { arrowRight, icon, kindIcons, kinds } from './icons.ts'
import type { PageParts } from './page-layout.ts'
import { feedAddress, threadAddress, type FeedAddress, type PageSetting } from './page-setting.ts'
import { reactionInWords } from './reactions.ts'

export interface FeedFacts {
  /** Those that anybody may read. */
  spaces: SpaceView[]
  /** What the address asks for. */
  asked: FeedAddress
  threads: ThreadPage
}

/** The feed of the public spaces, or of one of them. */
export function feedPage(setting: PageSetting, { spaces, asked, threads }: FeedFacts): PageParts {
  const { community, t } = setting
  const { space: slug, kind, cursor } = asked
  const space = spaces.find((one) => one.slug === slug)
  const only = space ?? (spaces.length === 1 ? spaces[0] : undefined)
  const title = space ? t('feed.titleOf', { space: space.name }) : t('discussions')
  return {
    title,
    // One list, one address: pages and kinds of it are the same texts again.
    canonical: kind === undefined && cursor === undefined ? feedAddress(community.slug, { space: slug }) : undefined,
    retentionDays: only?.retentionDays ?? null,
    main: html`<h1>${title}</h1>
      <p class="to-side"><a class="back" href="#join">${t('join.title')}</a></p>
      ${slug === undefined && kind === undefined && cursor === undefined ? aimsPart(setting) : ''}
      ${spaces.length > 1 ? spaceTabs(setting, spaces, asked) : ''} ${kindChips(setting, asked)}
      ${
        threads.items.length
          ? html`<ul class="list" aria-label=${t('feed.list')}>
              ${threads.items.map((thread) => html`<li>${row(setting, thread, !only)}</li>`)}
            </ul>`
          : empty(setting, asked)
      }
      ${pages(setting, asked, threads.cursor)}`,
  }
}

const current = (is: boolean): Html => (is ? html`aria-current="page"` : html``)

function spaceTabs({ community, t }: PageSetting, spaces: SpaceView[], { space, kind }: FeedAddress): Html {
  const tab = (slug: string | undefined, name: string) =>
    html`<li><a href=${feedAddress(community.slug, { space: slug, kind })} ${current(slug === space)}>${name}</a></li>`
  return html`<nav aria-label=${t('spaces.label')}>
    <ul class="tabs">
      ${tab(undefined, t('everybody'))} ${spaces.map(({ slug, name }) => tab(slug, name))}
    </ul>
  </nav>`
}

function kindChips({ community, t }: PageSetting, { space, kind: asked }: FeedAddress): Html {
  return html`<nav aria-label=${t('kinds.label')}>
    <ul class="chips">
      <li><a class="chip" href=${feedAddress(community.slug, { space })} ${current(!asked)}>${t('kinds.all')}</a></li>
      ${kinds.map(
        (kind) =>
          html`<li>
            <a class="chip" href=${feedAddress(community.slug, { space, kind })} ${current(kind === asked)}
              >${icon(kindIcons[kind])} ${t(`kinds.${kind}`)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

/** One discussion; `withSpace` where the list gathers several. Nobody is named here, whatever the row holds. */
function row(setting: PageSetting, thread: ThreadSummary, withSpace: boolean): Html {
  const { community, t, dates } = setting
  return html`<article class="row">
    <p class="row-top">
      <span class="kind">${icon(kindIcons[thread.kind])}${t(`kind.${thread.kind}`)}</span>
      ${thread.pinned ? html`<span class="badge">${t('row.pinned')}</span>` : ''}
      ${withSpace ? html`<span class="small soft">${thread.space.name}</span>` : ''}
      <time class="small soft" datetime=${thread.lastActivityAt}>${dateInWords(thread.lastActivityAt, dates)}</time>
    </p>
    <h2><a href=${threadAddress(community.slug, thread.id)}>${thread.title || t('thread.withdrawn')}</a></h2>
    ${thread.excerpt ? html`<p class="clamp soft">${thread.excerpt}</p>` : ''}
    <p class="row-foot small soft">
      <span>${t('someone')}</span>
      ${thread.replyCount ? html`<span>${t('row.replies', { count: thread.replyCount })}</span>` : ''}
      ${thread.reactions.map((reaction) => (reaction.count ? html`<span>${reactionInWords(setting, reaction)}</span>` : ''))}
    </p>
  </article>`
}

function empty({ community, t }: PageSetting, { space, kind, cursor }: FeedAddress): Html {
  if (cursor !== undefined) return html`<div class="empty"><h2>${t('empty.older')}</h2></div>`
  if (kind === undefined)
    return html`<div class="empty">
      <h2>${t('empty.title')}</h2>
      <p class="soft">${t('empty.text')}</p>
    </div>`
  return html`<div class="empty">
    <h2>${t('empty.kind')}</h2>
    <p><a class="btn" href=${feedAddress(community.slug, { space })}>${t('empty.kindDo')}</a></p>
  </div>`
}

function pages({ community, t }: PageSetting, { space, kind, cursor }: FeedAddress, older: string | undefined): Html {
  if (cursor === undefined && older === undefined) return html``
  return html`<nav class="pages" aria-label=${t('feed.pages')}>
    ${
      older === undefined
        ? ''
        : html`<a class="btn" href=${feedAddress(community.slug, { space, kind, cursor: older })} rel="next"
            >${t('feed.older')} ${icon(arrowRight)}</a
          >`
    }
    ${cursor === undefined ? '' : html`<a class="btn" href=${feedAddress(community.slug, { space, kind })}>${t('feed.newest')}</a>`}
  </nav>`
}
