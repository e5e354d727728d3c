import { z } from 'zod'
import { Id, Instant, PageRequest, Slug, pageOf, text } from '../wire.schema.ts'
import { CircleView, SmallerAudience, SpaceLevel } from '../spaces/spaces.schema.ts'
import { NodeTreeSchema } from './node-tree.schema.ts'

export const ThreadKind = z.enum(['question', 'experience', 'tool', 'news'])
export type ThreadKind = z.output<typeof ThreadKind>

export const TITLE_MAX = 160
export const BODY_MAX = 20_000

/** Who wrote. Strangers are told no name: `null` stands for « une personne de la communauté ». */
export const AuthorView = z.object({ memberId: Id, name: z.string(), organisation: z.string().nullable() }).nullable()
export type AuthorView = z.output<typeof AuthorView>

/** One gesture under a text: how many people made it, and whether the viewer did. Only those with a count or a press are sent. */
export const ReactionCount = z.object({ key: z.string(), count: z.int(), mine: z.boolean() })
export type ReactionCount = z.output<typeof ReactionCount>

/** What the viewer may do with a text. */
export const PostAbilities = z.object({ edit: z.boolean(), withdraw: z.boolean(), react: z.boolean(), restore: z.boolean() })

/** One text: the opening of a thread (same id as the thread) or a reply. */
export const PostView = z.object({
  id: Id,
  threadId: Id,
  author: AuthorView,
  createdAt: Instant,
  /** When it was last changed; `null`: never. */
  editedAt: Instant.nullable(),
  /** When it was withdrawn: then `body` is empty, and a thin trace holds its place. */
  withdrawnAt: Instant.nullable(),
  body: NodeTreeSchema,
  reactions: z.array(ReactionCount),
  can: PostAbilities,
})
export type PostView = z.output<typeof PostView>

/** A line of the feed. */
export const ThreadSummary = z.object({
  id: Id,
  space: z.object({ id: Id, slug: Slug, name: z.string(), level: SpaceLevel }),
  /** It is told to fewer than the space; `null`: to all who read there. */
  circle: CircleView.nullable(),
  kind: ThreadKind,
  title: z.string(),
  /** The first words of the opening, without formatting, at most 240 code points. */
  excerpt: z.string(),
  author: AuthorView,
  createdAt: Instant,
  /** When the thread or its newest reply was written. */
  lastActivityAt: Instant,
  replyCount: z.int(),
  pinned: z.boolean(),
  /** Something here was written since the viewer last opened it. `false` for strangers. */
  unread: z.boolean(),
  reactions: z.array(ReactionCount),
})
export type ThreadSummary = z.output<typeof ThreadSummary>

/** A whole thread: its summary, the opening and the first page of replies, oldest first. */
export const ThreadView = ThreadSummary.extend({
  opening: PostView,
  replies: pageOf(PostView),
  can: z.object({ reply: z.boolean(), pin: z.boolean() }),
})
export type ThreadView = z.output<typeof ThreadView>

/** `discussions.threads`: the viewer's spaces, newest activity first, pinned threads of one space at the top of its first page. */
export const ListThreads = PageRequest.extend({
  /** Only this space. Absent: all that the viewer can read. */
  space: Slug.optional(),
  kind: ThreadKind.optional(),
})
export type ListThreads = z.output<typeof ListThreads>
export const ThreadPage = pageOf(ThreadSummary)
export type ThreadPage = z.output<typeof ThreadPage>

/** `discussions.thread`: one thread; `cursor` continues its replies. */
export const GetThread = PageRequest.extend({ id: Id })
export type GetThread = z.output<typeof GetThread>

/** `discussions.createThread`. Sent twice with the same id it gives the same thread once. */
export const CreateThread = z.object({
  /** Made by the caller, UUID version 7. */
  id: Id,
  space: Slug,
  kind: ThreadKind,
  title: text(TITLE_MAX),
  /** Fewer than all who read the space; never more. Absent: all. */
  audience: SmallerAudience.optional(),
  /** Markdown: paragraphs, strong, emphasis, lists, links, line breaks. */
  body: text(BODY_MAX),
})
export type CreateThread = z.output<typeof CreateThread>

/** `discussions.reply`. Sent twice with the same id it gives the same reply once. */
export const CreateReply = z.object({ id: Id, threadId: Id, body: text(BODY_MAX) })
export type CreateReply = z.output<typeof CreateReply>

/** `discussions.react`: sets the state of one gesture, so that repeating it changes nothing. */
export const SetReaction = z.object({ postId: Id, key: z.string().min(1).max(40), on: z.boolean() })
export type SetReaction = z.output<typeof SetReaction>
export const ReactionState = z.object({ postId: Id, reactions: z.array(ReactionCount) })
export type ReactionState = z.output<typeof ReactionState>

/** `discussions.edit`: the text before stays as a revision. `title` only for the opening of a thread. */
export const EditPost = z.object({ id: Id, title: text(TITLE_MAX).optional(), body: text(BODY_MAX) })
export type EditPost = z.output<typeof EditPost>

/** `discussions.source`: the Markdown of a text the viewer may edit. */
export const PostRef = z.object({ id: Id })
export type PostRef = z.output<typeof PostRef>
export const PostSource = z.object({ id: Id, title: z.string().nullable(), body: z.string() })
export type PostSource = z.output<typeof PostSource>

/** `discussions.withdraw`: within 20 s of being written, no trace stays. */
export const WithdrawPost = PostRef
export const Withdrawal = z.object({
  id: Id,
  /** `true`: nothing stays where it stood. */
  gone: z.boolean(),
  /** Until when `discussions.restore` brings it back. */
  restorableUntil: Instant,
})
export type Withdrawal = z.output<typeof Withdrawal>

/** `discussions.pin`: by the facilitator. */
export const PinThread = z.object({ id: Id, pinned: z.boolean() })
export type PinThread = z.output<typeof PinThread>

/** `discussions.markRead`: the viewer has seen everything up to now in this thread. */
export const MarkRead = PostRef

export { Done } from '../wire.schema.ts'

/** `discussions.revisions`: earlier texts of a post that was edited, newest first; whoever reads the post may read them. */
export const RevisionView = z.object({ replacedAt: Instant, title: z.string().nullable(), body: NodeTreeSchema })
export type RevisionView = z.output<typeof RevisionView>
export const RevisionList = z.object({ items: z.array(RevisionView) })
export type RevisionList = z.output<typeof RevisionList>
