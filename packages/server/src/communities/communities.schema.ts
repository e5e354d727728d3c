import { z } from 'zod'
import { Email } from '../auth/auth.schema.ts'
import { AskedCharter } from '../charter/charter.schema.ts'
import { FirstStep, OwnLanguage } from '../members/members.schema.ts'
import { Id, Slug, text } from '../wire.schema.ts'
import { Accent, Scheme, Vocabulary } from './vocabulary.schema.ts'

/** A short gesture in words that a community offers under a text, in its order. */
export const ReactionWord = z.object({
  /** `thanks` · `recognise` · `answer`, or a key of the community's own. */
  key: z.string(),
  /** What the button says, in the language of the community: « Merci, ça m'a servi ». */
  label: z.string(),
})
export type ReactionWord = z.output<typeof ReactionWord>

/**
 * How a zone's clock stands: since when (seconds since 1970, ascending; the first holds for all that is older) it is how many minutes ahead of
 * UTC. With it a browser says an hour of the community without its own tables of zones, whose first use costs a slow phone a third of a second.
 */
export const ZoneClock = z.array(z.tuple([z.int(), z.int()]))
export type ZoneClock = z.output<typeof ZoneClock>

/** Whom to reach for who cannot enter, where the community says so: anybody reads it. By an address, a telephone number, or both. */
export const Contact = z.object({
  /** First name, in most cases. */
  name: text(80).nullable(),
  email: Email.nullable(),
  phone: text(40).nullable(),
})
export type Contact = z.output<typeof Contact>

/** What anybody may know of a community. */
export const CommunityView = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  /** BCP 47: `fr-CA` or `en-CA`. */
  language: z.enum(['fr-CA', 'en-CA']),
  /** IANA name: `America/Toronto`. */
  timeZone: z.string(),
  clock: ZoneClock,
  reactions: z.array(ReactionWord),
  /** What it says instead of our words, where it is shown in its own language. */
  vocabulary: Vocabulary,
  /** For who cannot enter; `null`: nobody is told. */
  contact: Contact.nullable(),
})
export type CommunityView = z.output<typeof CommunityView>

/** The person who calls, as she is told about herself. */
export const ViewerView = z.object({
  memberId: Id,
  name: z.string(),
  organisation: z.string().nullable(),
  /** `pending`: asked to join, sees the public part only · `unsigned`: a member who sees no more until she signs `charter`. */
  status: z.enum(['active', 'unsigned', 'pending']),
  facilitates: z.boolean(),
  /** Name of the group that she is the pivot of: she invites people into it; `null`: she is none. */
  pivot: z.string().nullable(),
  /** What she is asked to sign next: the charter of the community (then she is `unsigned`), or that of a space; `null`: nothing. */
  charter: AskedCharter.nullable(),
  /** Those of her first steps that she took; `null`: she passed, or was greeted long ago. */
  firstSteps: z.array(FirstStep).nullable(),
  /** In which Cercle speaks to her; `null`: that of the page around. */
  language: OwnLanguage.nullable(),
})
export type ViewerView = z.output<typeof ViewerView>

/** `communities.current`: the community, and the viewer or `null` for a stranger. */
export const CurrentView = z.object({ community: CommunityView, viewer: ViewerView.nullable() })
export type CurrentView = z.output<typeof CurrentView>

const OfferedWord = z.object({ key: z.string().regex(/^[a-z0-9-]{1,40}$/), label: text(60) })

/** `communities.settings`, `communities.settle`: what who facilitates says of her community. */
export const CommunitySettings = z.object({
  name: text(120),
  /** What is said to who comes in; `null`: our own words. */
  greeting: text(500).nullable(),
  /** Where « Quitter rapidement » leads; `null`: the weather. */
  exitUrl: z
    .url({ protocol: /^https$/ })
    .max(300)
    .nullable(),
  /** Search engines may keep the public pages. */
  indexable: z.boolean(),
  vocabulary: Vocabulary,
  /** Of Cercle's own pages, and of frames where the page around gives none; `null`: ours. */
  accent: Accent.nullable(),
  /** Of Cercle's own pages; `null`: as each device prefers. */
  scheme: Scheme.nullable(),
  /** Shown to anybody; all its parts `null` is none. A name by itself reaches nobody. */
  contact: Contact.refine(({ name, email, phone }) => !name || email || phone, {
    path: ['email'],
    params: { reason: 'required' },
  }).nullable(),
  /** Gestures in words, in order, each key once. What was made of one that goes is kept, and shown again if it comes back. */
  reactions: z
    .array(OfferedWord)
    .max(6)
    .refine((words) => new Set(words.map(({ key }) => key)).size === words.length, { params: { reason: 'not_allowed' } }),
})
export type CommunitySettings = z.output<typeof CommunitySettings>

/** How many aims a community may state. */
export const AIMS_MAX = 5
export const Aim = text(200)
/** `communities.aims`, `communities.settleAims`: what it wants to do together, in short sentences, in their order. Anybody may read them. */
export const CommunityAims = z.object({ aims: z.array(Aim).max(AIMS_MAX) })
export type CommunityAims = z.output<typeof CommunityAims>
