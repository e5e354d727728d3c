import type {
  FirstStep,
  GroupKind,
  GroupList,
  GroupView,
  MemberPlace,
  OrganisationList,
  Page,
  PersonView,
  Profile,
  Standing,
  Welcome,
} from '@cercle/server'
import { newId } from '../ids.ts'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface NewGroup {
  name: string
  kind: GroupKind
  /** Neither its name nor who is in it exists for others. */
  hidden?: boolean | undefined
  /** Of a workplace: everybody who works there is in it. Id. */
  organisation?: string | undefined
  /** Of a region or a sector: everybody for whom this is true is in it. */
  fact?: string | undefined
  /** From `newId()`. Absent: one is made for this call. */
  id?: string | undefined
}

export interface GroupInvitation {
  group: string
  member: string
  /** ISO 8601 with milliseconds: the place ends then, by itself. `null` or absent: it stays. */
  until?: string | null | undefined
}

/** Groups that make audiences. `list` is for members, the rest for facilitators; what they change holds at the next call of anybody. */
export interface GroupsClient {
  /** Those that the viewer may know of, by name. */
  list(options?: CallOptions): Promise<GroupList>
  create(group: NewGroup, options?: CallOptions): Promise<GroupView>
  /** Puts a member into a group. `invalid`: the group follows from facts and takes no invitation. */
  invite(invitation: GroupInvitation, options?: CallOptions): Promise<{ done: true }>
  /** Takes a member out of it. */
  part(place: { group: string; member: string }, options?: CallOptions): Promise<{ done: true }>
}

export const groupsClient = (call: Call): GroupsClient => ({
  list: (options) => call('groups.list', undefined, options),
  create: (group, options) => call('groups.create', { ...group, id: group.id ?? newId() }, options, 'write'),
  invite: (invitation, options) => call('groups.invite', invitation, options, 'write'),
  part: (place, options) => call('groups.part', place, options, 'write'),
})

export interface MemberPlacing {
  member: string
  /** Id of where she works; `null`: nowhere. Absent: unchanged. */
  organisation?: string | null | undefined
  /** When her membership ends, by itself (ISO 8601 with milliseconds); `null`: it stays. Absent: unchanged. */
  until?: string | null | undefined
}

export interface MemberStanding {
  member: string
  /** Absent: unchanged. */
  standing?: Standing | undefined
  /** Absent: unchanged. */
  facilitates?: boolean | undefined
}

export interface PeopleFilter {
  /** Words of their name or of where they work, whatever accents and capitals. At most 120 characters. */
  search?: string | undefined
  /** Id: only who is in it. */
  group?: string | undefined
  /** `active` (unless told), `suspended` or `removed`. */
  standing?: Standing | undefined
  /** `quiet`: who has written nothing that the viewer reads. `ending`: whose membership ends within 30 days, or has ended. */
  only?: 'quiet' | 'ending' | undefined
  /** Id: her alone, whatever her standing. */
  member?: string | undefined
  /** Items in a page, 1 to 50. */
  limit?: number | undefined
}

export interface ProfileChange {
  /** How she is called, 1 to 80 characters. Absent: unchanged. */
  name?: string | undefined
  /** Whether where she works is read beside her name; who facilitates sees it at the desk all the same. Absent: unchanged. */
  organisationShown?: boolean | undefined
  /** When she can be reached, in her own words, 1 to 80 characters; `null`: nothing is said of it. Absent: unchanged. */
  availability?: string | null | undefined
  /** In which Cercle speaks to her, everywhere and by mail; `null`: as the page around. Absent: unchanged. */
  language?: 'fr-CA' | 'en-CA' | null | undefined
}

/** For facilitators, unless told. */
export interface MembersClient {
  /** Members with their groups, the newest first. */
  people(filter?: PeopleFilter, options?: CallOptions): PagedList<PersonView>
  /** Where members may work, by name. */
  organisations(options?: CallOptions): Promise<OrganisationList>
  /** Suspends, removes, takes back, shares the role of who facilitates; at once. `invalid`: of oneself. */
  stand(standing: MemberStanding, options?: CallOptions): Promise<{ done: true }>
  place(placing: MemberPlacing, options?: CallOptions): Promise<MemberPlace>
  /** For members: what is said of the viewer herself. */
  profile(options?: CallOptions): Promise<Profile>
  /** For members: of herself. A new name stands at once beside all that she wrote. */
  changeProfile(change: ProfileChange, options?: CallOptions): Promise<Profile>
  /** Who greets the viewer, in what words, and how many are in her region. */
  welcome(options?: CallOptions): Promise<Welcome>
  /** One of the viewer's first steps is taken; `pass`: no more of it, for good. */
  step(input: { step: Exclude<FirstStep, 'react'> | 'pass' }, options?: CallOptions): Promise<{ done: true }>
}

export const membersClient = (call: Call): MembersClient => ({
  people: (filter, options) => pagedList((cursor) => call<Page<PersonView>>('members.people', { ...filter, cursor }, options)),
  organisations: (options) => call('members.organisations', undefined, options),
  stand: (standing, options) => call('members.stand', standing, options, 'write'),
  place: (placing, options) => call('members.place', placing, options, 'write'),
  profile: (options) => call('members.profile', undefined, options),
  changeProfile: (change, options) => call('members.changeProfile', change, options, 'write'),
  welcome: (options) => call('members.welcome', undefined, options),
  step: (input, options) => call('members.step', input, options, 'write'),
})
