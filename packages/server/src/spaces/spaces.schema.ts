import { z } from 'zod'
import { Id, Slug } from '../wire.schema.ts'

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
