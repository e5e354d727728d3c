import { z } from 'zod'
import { Id } from '../wire.schema.ts'

/** What can happen to a text that somebody may be looking at. */
export const ActivityKind = z.enum([
  'thread.created',
  'thread.pinned',
  'post.created',
  'post.edited',
  'post.withdrawn',
  'post.restored',
  'reaction.changed',
  /** Signing in and out are kept for the audit; they reach no stream. */
  'session.opened',
  'session.ended',
  /** A new text is asked for, and what a member did with her own signature. */
  'charter.published',
  'charter.signed',
  'charter.withdrawn',
  /** A space was divided or merged: what is shown is read again. */
  'spaces.changed',
  /** Kept for the audit; they reach no stream. */
  'group.changed',
  'member.placed',
  'member.renamed',
  'community.settled',
  'site.changed',
  'join.formSettled',
  'join.asked',
  'join.answered',
  'join.retracted',
  'join.approved',
  'join.refused',
  'join.askedBack',
  'help.asked',
  'help.answered',
  'help.settled',
  'help.erased',
  'invitation.made',
  'invitation.accepted',
  'invitation.withdrawn',
])
export type ActivityKind = z.output<typeof ActivityKind>

const seq = z.int().min(0)
const discussion = { seq, space: Id, thread: Id, post: Id, /** The viewer did it herself. */ own: z.boolean() }

/** One message of the live stream: ids only, in the one order of things. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.enum([
      'thread.created',
      'thread.pinned',
      'post.created',
      'post.edited',
      'post.withdrawn',
      'post.restored',
      'reaction.changed',
    ]),
    ...discussion,
  }),
  /** What concerns the viewer is more or less than it was: ask how much of it is new. */
  z.object({ type: z.literal('notices.changed') }),
  /** What the viewer may read may be another now, by a charter: ask again who she is. */
  z.object({ type: z.literal('charter.changed'), seq }),
  /** The stream is open from here on. */
  z.object({ type: z.literal('ready'), seq }),
  /** Too much was missed to be told one by one: read again what is shown. */
  z.object({ type: z.literal('resync'), seq }),
  /** The session is over; the stream ends. */
  z.object({ type: z.literal('ended') }),
])
export type LiveEvent = z.output<typeof LiveEvent>

/** Body of `POST /c/<community>/live`. `after`: the last `seq` that was received; absent: from now on. */
export const OpenLive = z.object({ after: seq.optional() })
export type OpenLive = z.output<typeof OpenLive>
