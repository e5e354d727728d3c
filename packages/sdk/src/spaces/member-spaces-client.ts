import type { AudienceView, MergeResult, SeenView, SpaceList, SpaceView } from '@cercle/server'
import { newId } from '../ids.ts'
import type { Call, CallOptions } from '../transport.ts'
import { spacesClient, type SpacesClient } from './spaces-client.ts'

/** Fewer than all who read a space: any of these groups, any of these members, and the author. At most 10 of each. */
export interface SmallerAudience {
  /** Ids of groups. */
  groups?: string[] | undefined
  /** Ids of members. */
  members?: string[] | undefined
}

/** What is about to be sent: a text in a space (by slug), perhaps to fewer than all; or an answer in a discussion. */
export type AudienceQuestion = ({ space: string } & SmallerAudience) | { thread: string }

export interface SpaceSplit {
  /** Slug of the space of which a part becomes a space of its own, inside it. */
  space: string
  /** 1 to 63 lower-case letters, digits and hyphens. */
  slug: string
  name: string
  /** Ids of the groups that read it; none: all who read the space around it. */
  groups?: string[] | undefined
  /** Ids of the discussions that move; they keep their ids. At most 500. */
  threads?: string[] | undefined
  /** From `newId()`. Absent: one is made for this call. */
  id?: string | undefined
}

/** All but `list` need a session; may reject with `unauthorized`, `forbidden`, `not_found` (absent, or not for this viewer) and `invalid`. */
export interface MemberSpacesClient extends SpacesClient {
  /** Who will read what the viewer is about to send: how many, by which groups, and by name where names are told. */
  audience(question: AudienceQuestion, options?: CallOptions): Promise<AudienceView>
  /** For facilitators. `conflict`: the slug or the id is taken. */
  split(split: SpaceSplit, options?: CallOptions): Promise<SpaceView>
  /** For facilitators. Slugs. `losing` above 0: so many members would lose what they read, and nothing was changed. */
  merge(merge: { space: string; into: string }, options?: CallOptions): Promise<MergeResult>
  /** For facilitators. Its slug stays, and so do its links. */
  rename(change: { space: string; name: string }, options?: CallOptions): Promise<SpaceView>
  /** For facilitators: slugs of every space that `list` gives her, in the order wanted. `conflict`: they are not those of now. */
  arrange(wanted: { order: string[] }, options?: CallOptions): Promise<SpaceList>
  /** For facilitators: what a member sees of what she reads herself. The member finds it in her journal. */
  seenBy(seen: { member: string }, options?: CallOptions): Promise<SeenView>
}

export const memberSpacesClient = (call: Call): MemberSpacesClient => ({
  ...spacesClient(call),
  audience: (question, options) => call('spaces.audience', question, options),
  split: (split, options) => call('spaces.split', { ...split, id: split.id ?? newId() }, options, 'write'),
  merge: (merge, options) => call('spaces.merge', merge, options, 'write'),
  rename: (change, options) => call('spaces.rename', change, options, 'write'),
  arrange: (wanted, options) => call('spaces.arrange', wanted, options, 'write'),
  seenBy: (seen, options) => call('spaces.seenBy', seen, options, 'write'),
})
