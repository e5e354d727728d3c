import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { CircleView, Cercle, CommunityView, PostView, SpaceView, ThreadView, ViewerView } from '@cercle/sdk'
import { queuedList } from '../primitives/queued-list.ts'
import type { ThreadArrivals } from '../controllers/thread-arrivals.ts'
import type { PostChange, PostHold } from '../controllers/thread-gestures.ts'
import type { ThreadPinning } from '../controllers/thread-pinning.ts'
import type { ThreadReading } from '../controllers/thread-reading.ts'
import type { Waiting } from '../controllers/unsent.ts'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { liveBar } from '../primitives/live-bar.ts'
import { printer } from '../primitives/member-icons.ts'
import type { Gesture } from './post-parts.ts'
import { nextReplies, pinFailure } from './thread-parts.ts'

/** What the texts of an open discussion and the box below them are given, and who hears of them. */
export interface ThreadSetting {
  client: Cercle | undefined
  community: CommunityView | undefined
  viewer: ViewerView | null | undefined
  space: SpaceView | undefined
  /** It is told to fewer than its space. */
  circle: CircleView | null | undefined
  draftScope: string | undefined
  now: Date | undefined
  waiting: Waiting | undefined
  threadId: string | undefined
  t: Translate<MemberKey>
  /** First name of the person whom the box answers. */
  to: string | undefined
  /** There is nothing to answer any more. */
  isGone: boolean
  /** More to do with the discussion. */
  gestures: readonly Gesture[]
  heard: {
    held: (event: CustomEvent<PostHold>) => void
    changed: (event: CustomEvent<PostChange>) => void
    over: (event: CustomEvent<PostChange>) => void
    reply: () => void
    replied: (event: CustomEvent<PostView>) => void
    queued: () => void
  }
}

/** What an open discussion shows beside its texts, and the ways to see more. */
export interface ThreadParts {
  reading: ThreadReading
  arrivals: ThreadArrivals
  pinning: ThreadPinning
  more: () => unknown
  show: () => unknown
}

/** The first text and the replies, with the ways to those that are not shown yet. */
export function wholeThread(thread: ThreadView, parts: ThreadParts, setting: ThreadSetting): TemplateResult {
  const { reading, arrivals, pinning, more, show } = parts
  const { replies, own, hasMore } = reading
  const { t } = setting
  const shown = replies.length + own.length
  // What has arrived counts, though it is not shown yet.
  const isFirst = !shown && arrivals.count
  const count = isFirst
    ? arrivals.count
    : hasMore
      ? Math.max(thread.replyCount, shown)
      : [...replies, ...own].filter((post) => !post.withdrawnAt).length
  return html`${postOf(thread.opening, thread, setting)} ${pinFailure(pinning.send, t)}
  ${
    shown || thread.can.reply
      ? html`<h4 class="c-head replies-t">${count ? t('thread.replies', { count }) : t('thread.noReply')}</h4>`
      : nothing
  }
  ${shown ? replyList(replies, thread, setting, 'replies') : nothing} ${nextReplies(reading, t, more)}
  ${own.length ? replyList(own, thread, setting, 'own') : nothing} ${arrivedReplies(arrivals, t, show)}`
}

/** One text, the first or a reply. */
function postOf(post: PostView, thread: ThreadView, setting: ThreadSetting): TemplateResult {
  const { client, community, viewer, space, draftScope, now, t, gestures, heard } = setting
  const onPaper = { icon: printer, words: t('post.print'), act: () => globalThis.print() }
  return html`<cercle-post
    part="post"
    exportparts="compose, audience, send, error"
    data-post=${post.id}
    .post=${post}
    .client=${client}
    .community=${community}
    .viewer=${viewer}
    .space=${space}
    .circle=${setting.circle}
    .draftScope=${draftScope}
    .gestures=${post.id === thread.id ? [...gestures, onPaper] : undefined}
    .canReply=${thread.can.reply}
    .now=${now}
    @cercle-post-held=${heard.held}
    @cercle-post-changed=${heard.changed}
    @cercle-post-over=${heard.over}
    @cercle-post-reply=${heard.reply}
  ></cercle-post>`
}

const replyList = (
  posts: readonly PostView[],
  thread: ThreadView,
  setting: ThreadSetting,
  id: 'replies' | 'own',
): TemplateResult =>
  html`<ol class="replies" id=${id}>
    ${repeat(
      posts,
      (post) => post.id,
      (post) => html`<li>${postOf(post, thread, setting)}</li>`,
    )}
  </ol>`

/** « 1 nouvelle réponse », told once to who does not see it. */
function arrivedReplies({ count, announcement }: ThreadArrivals, t: Translate<MemberKey>, show: () => unknown): TemplateResult {
  const { told } = announcement
  return html`${count ? liveBar(html`<b>${t('live.replies', { count })}</b>`, t('live.show', { count }), show) : nothing}
    <p class="c-hidden" role="status">${told ? t('live.replies', { count: told }) : ''}</p>`
}

/** The replies of the viewer that wait to be sent. */
export function queuedReplies({
  waiting,
  community,
  viewer,
  space,
  circle,
  now,
  threadId,
  to,
  t,
}: ThreadSetting): TemplateResult | typeof nothing {
  return queuedList(waiting, {
    community,
    viewer,
    now,
    spaceOf: () => space,
    isToFewer: () => Boolean(circle),
    toOf: () => to,
    isHere: ({ type, input }) => type === 'reply' && input.threadId === threadId,
    words: { stopped: t('queue.stopped'), maybe: t('queue.maybe'), undo: t('queue.undo') },
  })
}

/** Where to answer. */
export const answerBox = ({ heard, ...setting }: ThreadSetting): TemplateResult =>
  html`<cercle-reply
    class="answer"
    exportparts="compose, audience, send, error"
    .client=${setting.client}
    .community=${setting.community}
    .viewer=${setting.viewer}
    .space=${setting.space}
    .circle=${setting.circle}
    .draftScope=${setting.draftScope}
    .threadId=${setting.threadId}
    .to=${setting.to}
    .waiting=${setting.waiting}
    .isStuck=${setting.isGone}
    @cercle-reply-sent=${heard.replied}
    @cercle-reply-queued=${heard.queued}
  ></cercle-reply>`
