import { z } from 'zod'
import { GroupKind } from '../members/members.schema.ts'
import { Id, Instant, Slug, text } from '../wire.schema.ts'

/** public: anyone on the Internet · members: every active member · restricted: the audience only. */
export const SpaceLevel = z.enum(['public', 'members', 'restricted'])
export type SpaceLevel = z.output<typeof SpaceLevel>

/** A space as the viewer may see it; a space outside her rights is never in an answer. */
export const SpaceView = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  level: SpaceLevel,
  /** Days after which messages are erased; `null`: kept. */
  retentionDays: z.int().nullable(),
  /** How many members can read here. For `public`, the members; anyone else on the Internet comes on top. `null` for a stranger. */
  readers: z.int().nullable(),
  /** Names of the groups that make the audience of a restricted space, as far as the viewer may know them. */
  groups: z.array(z.string()),
  can: z.object({
    /** May start a discussion and reply. */
    write: z.boolean(),
    /** May pin a discussion. */
    pin: z.boolean(),
  }),
})
export type SpaceView = z.output<typeof SpaceView>

/** `spaces.list`: in the order chosen by the community. */
export const SpaceList = z.object({ items: z.array(SpaceView) })
export type SpaceList = z.output<typeof SpaceList>

/** Who reads what is told to fewer than its space. */
export const CircleView = z.object({
  /** How many members read it; `null` for whoever is not told. */
  readers: z.int().nullable(),
  /** Names of its groups, as far as the viewer may know them. */
  groups: z.array(z.string()),
  /** How many persons it is told to by name, the author included where no group of hers is. */
  people: z.int(),
})
export type CircleView = z.output<typeof CircleView>

/** A smaller audience within a space: these groups and these members of it, and the author. One or more, 10 of each at most. */
export const SmallerAudience = z.object({ groups: z.array(Id).max(10).default([]), members: z.array(Id).max(10).default([]) })
export type SmallerAudience = z.output<typeof SmallerAudience>

/** `spaces.audience`: who would read what is written in a space (told to all, or to fewer), or answered in a discussion. */
export const AskAudience = z.union([z.object({ space: Slug, ...SmallerAudience.shape }), z.object({ thread: Id })])
export type AskAudience = z.output<typeof AskAudience>

/** How many names are told at most. */
export const NAMES_MAX = 200
export const AudienceView = z.object({
  level: SpaceLevel,
  /** Members who read it now. For `public`, anyone else on the Internet comes on top. */
  readers: z.int(),
  /** Who they are, by name, at most 200; `null` where names are not told: in public, or where a hidden group reads. */
  people: z.array(z.object({ memberId: Id, name: z.string(), organisation: z.string().nullable() })).nullable(),
  /** Groups that a smaller audience may name here; of a discussion, none. */
  groups: z.array(z.object({ id: Id, name: z.string(), kind: GroupKind, hidden: z.boolean(), readers: z.int() })),
})
export type AudienceView = z.output<typeof AudienceView>

/** `spaces.split`: a part of a space becomes a space inside it, for all of its readers, or for those of some groups. */
export const SplitSpace = z.object({
  id: Id,
  space: Slug,
  slug: Slug,
  name: text(120),
  groups: z.array(Id).max(10).default([]),
  /** Discussions that move. */
  threads: z.array(Id).max(500).default([]),
})
export type SplitSpace = z.output<typeof SplitSpace>

/** `spaces.merge`: a space goes on inside another; each old text keeps its readers, and the old name leads to the other. */
export const MergeSpaces = z.object({ space: Slug, into: Slug })
export type MergeSpaces = z.output<typeof MergeSpaces>
/** `losing`: so many members would lose what they read; then nothing was changed. 0: done. */
export const MergeResult = z.object({ losing: z.int() })
export type MergeResult = z.output<typeof MergeResult>

/** `spaces.rename`: its slug stays. */
export const RenameSpace = z.object({ space: Slug, name: text(120) })
export type RenameSpace = z.output<typeof RenameSpace>

/** `spaces.arrange`: every space that the facilitator reads, in the order wanted; those that she does not read keep their place. */
export const ArrangeSpaces = z.object({ order: z.array(Slug).min(1).max(1000) })
export type ArrangeSpaces = z.output<typeof ArrangeSpaces>

/** `spaces.seenBy`: which of the spaces that the facilitator reads a member reads too, and by what. She finds it in her journal. */
export const AskSeen = z.object({ member: Id })
export const SeenView = z.object({
  at: Instant,
  name: z.string(),
  items: z.array(
    z.object({
      space: z.object({ id: Id, slug: Slug, name: z.string(), level: SpaceLevel }),
      sees: z.boolean(),
      /** Names of the groups that open it to her, as far as the facilitator may know them. */
      through: z.array(z.string()),
    }),
  ),
})
export type SeenView = z.output<typeof SeenView>
