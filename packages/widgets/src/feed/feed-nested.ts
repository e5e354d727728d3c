import { html, type TemplateResult } from 'lit'
import type { CercleReader, SpaceView, ThreadSummary, ThreadView } from '@cercle/sdk'
import type { Session } from '../context/session.ts'
import type { FeedActs } from '../controllers/feed-acts.ts'
import type { Waiting } from '../controllers/unsent.ts'

/** What the elements inside a feed are given. */
export interface Nesting {
  client: CercleReader | undefined
  session: Session
  acts: FeedActs
  now: Date | undefined
  /** What waits to be sent. */
  waiting: Waiting | undefined
  /** A discussion was published. */
  sent: (event: CustomEvent<ThreadView>) => void
}

/** Parts of what is nested, passed on. */
const parts = 'thread, post, compose, send, audience, error'

/** Whose drafts these are. */
const draftScope = ({ community, viewer }: Session): string => `${community.slug} ${viewer?.memberId}`

/** At the head of the feed. Its code comes once the list is painted; its place is kept from the start. */
export const bell = ({ client, session, now }: Nesting): TemplateResult =>
  html`<cercle-notices
    class="bell"
    bell
    exportparts=${parts}
    .client=${client}
    .community=${session.community}
    .hears=${true}
    .now=${now}
  ></cercle-notices>`

export const openThread = ({ client, session, acts, now, waiting }: Nesting, thread: ThreadSummary): TemplateResult =>
  html`<cercle-thread
    exportparts=${parts}
    .threadId=${thread.id}
    .summary=${thread}
    .client=${client}
    .community=${session.community}
    .viewer=${session.viewer}
    .space=${session.spaces.find(({ id }) => id === thread.space.id)}
    .draftScope=${draftScope(session)}
    .now=${now}
    .waiting=${waiting}
    @cercle-thread-close=${acts.close}
    @cercle-thread-changed=${acts.change}
  ></cercle-thread>`

export const composer = ({ client, session, acts, sent, waiting }: Nesting, spaces: SpaceView[]): TemplateResult =>
  html`<cercle-composer
    exportparts=${parts}
    .client=${client}
    .space=${spaces.find(({ level }) => level === 'members') ?? spaces[0]}
    .spaces=${spaces}
    .kind=${acts.draft?.kind}
    .starter=${acts.draft?.starter}
    .subject=${acts.draft?.subject}
    .resumed=${acts.draft?.resumed}
    .waiting=${waiting}
    .viewer=${session.viewer}
    .community=${session.community}
    .draftScope=${draftScope(session)}
    @cercle-composer-sent=${sent}
    @cercle-composer-queued=${acts.queue}
    @cercle-composer-close=${acts.stopWriting}
  ></cercle-composer>`

export const publishedToast = ({ client, session, acts }: Nesting): TemplateResult =>
  html`<cercle-published
    .client=${client}
    .thread=${acts.published}
    .space=${session.spaces.find(({ id }) => id === acts.published?.space.id)}
    @cercle-published-end=${acts.settle}
  ></cercle-published>`
