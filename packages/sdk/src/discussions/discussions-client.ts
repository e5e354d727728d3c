import type { PostSource, PostView, ReactionState, ThreadKind, ThreadView, Withdrawal } from '@cercle/server'
import { newId } from '../ids.ts'
import type { SmallerAudience } from '../spaces/member-spaces-client.ts'
import type { Call, CallOptions } from '../transport.ts'
import { discussionsReading, type DiscussionsReading, type PostId } from './discussions-reading.ts'

export interface NewThread {
  /** Slug of the space. */
  space: string
  kind: ThreadKind
  /** 1 to 160 code points, without line breaks. */
  title: string
  /** Markdown, 1 to 20,000 code points: paragraphs, strong, emphasis, lists, links, line breaks. */
  body: string
  /** Fewer than all who read the space, never more; absent: all. Replies are read by the same. */
  audience?: SmallerAudience | undefined
  /** From `newId()`, made when the draft was begun: sending the draft again then never writes twice. Absent: one is made for this call. */
  id?: string | undefined
}

export interface NewReply {
  threadId: string
  /** Markdown, 1 to 20,000 code points. */
  body: string
  /** As in `NewThread`. */
  id?: string | undefined
}

export interface Reaction {
  postId: string
  /** One of the community's reaction words. */
  key: string
  /** `true` makes the gesture, `false` takes it back. */
  on: boolean
}

export interface PostEdit {
  id: string
  /** Only for the opening of a thread. Absent: unchanged. */
  title?: string | undefined
  /** Markdown, 1 to 20,000 code points. */
  body: string
}

export interface ThreadPin {
  id: string
  pinned: boolean
}

/**
 * All may reject with `unauthorized` (no session), `forbidden` (what `can` says no to), `not_found`, `invalid` with `fields`,
 * `rate_limited` with `retryAfter`. Each is safe to send again: it names its id or sets a state.
 */
export interface DiscussionsClient extends DiscussionsReading {
  /** Opens a discussion. `conflict`: the id is taken by something else. */
  createThread(thread: NewThread, options?: CallOptions): Promise<ThreadView>
  /** Answers in a thread. `conflict`: the id is taken by something else. */
  reply(reply: NewReply, options?: CallOptions): Promise<PostView>
  /** Makes or takes back one gesture under a text. */
  react(reaction: Reaction, options?: CallOptions): Promise<ReactionState>
  /** The Markdown of a text that the viewer may edit. */
  source(post: PostId, options?: CallOptions): Promise<PostSource>
  /** Changes a text; the one before stays as a revision. */
  edit(edit: PostEdit, options?: CallOptions): Promise<PostView>
  /** Takes a text back. Within 20 s of being written nothing stays in its place (`gone`). */
  withdraw(post: PostId, options?: CallOptions): Promise<Withdrawal>
  /** Brings a withdrawn text back, until the `restorableUntil` of its withdrawal. */
  restore(post: PostId, options?: CallOptions): Promise<PostView>
  /** Keeps a thread at the top of its space, or no longer. For facilitators. */
  pin(pin: ThreadPin, options?: CallOptions): Promise<ThreadPin>
  /** The viewer has seen everything up to now in this thread. */
  markRead(thread: PostId, options?: CallOptions): Promise<{ done: true }>
}

export const discussionsClient = (call: Call): DiscussionsClient => ({
  ...discussionsReading(call),
  createThread: (thread, options) => call('discussions.createThread', { ...thread, id: thread.id ?? newId() }, options, 'write'),
  reply: (reply, options) => call('discussions.reply', { ...reply, id: reply.id ?? newId() }, options, 'write'),
  react: (reaction, options) => call('discussions.react', reaction, options, 'write'),
  source: (post, options) => call('discussions.source', post, options),
  edit: (edit, options) => call('discussions.edit', edit, options, 'write'),
  withdraw: (post, options) => call('discussions.withdraw', post, options, 'write'),
  restore: (post, options) => call('discussions.restore', post, options, 'write'),
  pin: (pin, options) => call('discussions.pin', pin, options, 'write'),
  markRead: (thread, options) => call('discussions.markRead', thread, options, 'write'),
})
