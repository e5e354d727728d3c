import { z } from 'zod'
import { HelpFacts } from '../privacy/consents.schema.ts'
import { Id, Instant, PageRequest, pageOf, text } from '../wire.schema.ts'

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
  /** Who is in it was invited; in the others, who is in it follows from facts. */
  byInvitation: z.boolean(),
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

/** suspended: she neither enters nor reads until she is active again · removed: she left or had to. */
export const Standing = z.enum(['active', 'suspended', 'removed'])
export type Standing = z.output<typeof Standing>

/** A member, as the facilitator finds her at the desk. */
export const PersonView = z.object({
  memberId: Id,
  name: z.string(),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  facilitates: z.boolean(),
  /** The group that she is the pivot of, as far as the facilitator may know it: she invites people into it. */
  pivot: z.object({ id: Id, name: z.string() }).nullable(),
  standing: Standing,
  /** She is a member since then. */
  since: Instant,
  /** Her membership ends then, or ended; `null`: it stays. */
  until: Instant.nullable(),
  ended: z.boolean(),
  /** When she can be reached, in her own words; `null`: she says nothing of it. */
  availability: z.string().nullable(),
  /** What she says of her equipment, her ease and her telephone; `null`: nothing, or she does not accept that it is kept. */
  help: HelpFacts.nullable(),
  /** Groups that she is in, as far as the facilitator may know them, by name. */
  groups: z.array(z.object({ id: Id, name: z.string(), byInvitation: z.boolean() })),
})
export type PersonView = z.output<typeof PersonView>

/** `members.people`: the newest member first. `search`: words of her name or of where she works, whatever their accents and case. `member`: her alone, whatever her standing. */
export const ListPeople = PageRequest.extend({
  search: text(120).optional(),
  group: Id.optional(),
  member: Id.optional(),
  standing: Standing.default('active'),
  /** quiet: who has written nothing that the viewer reads, of those who accept to be offered a hand · ending: whose membership ends within 30 days, or has ended. */
  only: z.enum(['quiet', 'ending']).optional(),
})
export type ListPeople = z.output<typeof ListPeople>
export const People = pageOf(PersonView)
export type People = z.output<typeof People>

/** `members.stand`: what is given is set. Not of oneself, and not of somebody whose request waits. */
export const StandMember = z.object({ member: Id, standing: Standing.optional(), facilitates: z.boolean().optional() })
export type StandMember = z.output<typeof StandMember>

/** hello: she said hello · read: she opened somebody's experience · react: a gesture of hers stands somewhere. */
export const FirstStep = z.enum(['hello', 'read', 'react'])
export type FirstStep = z.output<typeof FirstStep>

/** `members.welcome`: for who is new, and whoever wants to hear it again. */
export const Welcome = z.object({
  /** In the words of the community; `null`: it has none of its own. */
  greeting: z.string().nullable(),
  /** What the community wants to do together, in its order. */
  aims: z.array(z.string()),
  /** Names of those who facilitate; at most two. */
  hosts: z.array(z.string()),
  /** How many others are in her region; `null`: nobody is, or it is not known. */
  here: z.object({ region: z.string(), others: z.int() }).nullable(),
  /** First names of some who accept to be named, at most three, and how many others are members; `null`: nobody does. */
  named: z.object({ names: z.array(z.string()), others: z.int() }).nullable(),
})
export type Welcome = z.output<typeof Welcome>

/** `members.step`: `pass`: no more of it, for good. A gesture is not said here: it is made. */
export const TakeStep = z.object({ step: z.enum(['hello', 'read', 'pass']) })
export type TakeStep = z.output<typeof TakeStep>

/** BCP 47. */
export const OwnLanguage = z.enum(['fr-CA', 'en-CA'])

/** `members.profile`: what is said of the viewer. */
export const Profile = z.object({
  /** Members see it beside what she writes. */
  name: z.string(),
  /** Who facilitates sets it. */
  organisation: z.string().nullable(),
  /** Whether members see it beside her name. Who facilitates sees it at the desk all the same. */
  organisationShown: z.boolean(),
  /** Follows from what she or her organisation said when they came in; stands beside no name. */
  region: z.string().nullable(),
  /** When she can be reached, in her own words: seen by who facilitates. */
  availability: z.string().nullable(),
  /** In which Cercle speaks to her, also by mail; `null`: that of the page around, and of the community. What members write stays as it is. */
  language: OwnLanguage.nullable(),
})
export type Profile = z.output<typeof Profile>

/** `members.changeProfile`: what is given is set; `null`: nothing more is said of it. */
export const ChangeProfile = z.object({
  name: text(80).optional(),
  organisationShown: z.boolean().optional(),
  availability: text(80).nullable().optional(),
  language: OwnLanguage.nullable().optional(),
})
export type ChangeProfile = z.output<typeof ChangeProfile>

/** `members.organisations`: where members may work, by name. */
export const OrganisationList = z.object({ items: z.array(z.object({ id: Id, name: z.string() })) })
export type OrganisationList = z.output<typeof OrganisationList>
