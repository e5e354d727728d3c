import { z } from 'zod'
import { Id, Instant, text } from '../wire.schema.ts'

/** workplace, region, sector: may follow from what is true of a person · social, committee: by invitation. */
export const GroupKind = z.enum(['workplace', 'region', 'sector', 'social', 'committee'])
export type GroupKind = z.output<typeof GroupKind>

/** A group that the viewer may know of. */
export const GroupView = z.object({
  id: Id,
  name: z.string(),
  kind: GroupKind,
  /** Neither its name nor who is in it exists for others. */
  hidden: z.boolean(),
  /** The viewer is in it. */
  mine: z.boolean(),
})
export type GroupView = z.output<typeof GroupView>
/** `groups.list`: by name. */
export const GroupList = z.object({ items: z.array(GroupView) })
export type GroupList = z.output<typeof GroupList>

/** `groups.create`: `organisation`: everybody who works there · `fact`: everybody of that region or sector · neither: by invitation. */
export const CreateGroup = z
  .object({
    id: Id,
    name: text(120),
    kind: GroupKind,
    hidden: z.boolean().default(false),
    organisation: Id.optional(),
    fact: text(120).optional(),
  })
  .refine(({ kind, organisation }) => organisation === undefined || kind === 'workplace', {
    path: ['organisation'],
    params: { reason: 'not_allowed' },
  })
  .refine(({ kind, fact }) => fact === undefined || kind === 'region' || kind === 'sector', {
    path: ['fact'],
    params: { reason: 'not_allowed' },
  })
export type CreateGroup = z.output<typeof CreateGroup>

/** `groups.invite`: repeated, it sets another end. `until`: the place ends then by itself; `null`: it stays. */
export const InviteToGroup = z.object({ group: Id, member: Id, until: Instant.nullable().default(null) })
export type InviteToGroup = z.output<typeof InviteToGroup>
/** `groups.part`: at once; who is not in it stays out. */
export const PartFromGroup = z.object({ group: Id, member: Id })
export type PartFromGroup = z.output<typeof PartFromGroup>

/** `members.place`: what is given is set: where she works (`null`: nowhere), and when her membership ends (`null`: it stays). */
export const PlaceMember = z.object({ member: Id, organisation: Id.nullable().optional(), until: Instant.nullable().optional() })
export type PlaceMember = z.output<typeof PlaceMember>
export const MemberPlace = z.object({ member: Id, organisation: z.string().nullable(), until: Instant.nullable() })
export type MemberPlace = z.output<typeof MemberPlace>
