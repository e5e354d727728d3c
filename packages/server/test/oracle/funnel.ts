/*
 * The funnel in plain words, apart from any SQL: what each person of a community may know. It is the third voice beside the two lines of
 * rights, which share the function `spaces_of` and so could be wrong together.
 */

export interface Community {
  organisations: { removed: boolean }[]
  groups: { hidden: boolean }[]
  /** There is a charter of the community. */
  hasCharter: boolean
  spaces: {
    level: 'public' | 'members' | 'restricted'
    /** It has a charter of its own. */
    hasCharter: boolean
  }[]
  members: {
    status: 'pending' | 'active' | 'suspended' | 'removed'
    /** Index of her organisation. */
    organisation: number | undefined
    /** Indexes of her groups. */
    groups: number[]
    /** Whether her signature of the community's charter stands, as it is now. */
    signed: boolean
    /** Spaces whose charters she has signed, by index. */
    signedSpaces: number[]
  }[]
  /** Who reads a space beside those of its level: a group or a named person, by index. Means something for any level, opens only what is there. */
  audiences: ({ space: number; group: number } | { space: number; member: number })[]
}

const indexes = (items: readonly unknown[], keep: (index: number) => boolean): number[] => [...items.keys()].filter(keep)

/** She is in and so is where she works. */
export function stands({ members, organisations }: Community, member: number): boolean {
  const { status, organisation } = members[member]!
  return status === 'active' && (organisation === undefined || !organisations[organisation]!.removed)
}

/** She is in, and has signed what is asked of everybody. */
export const isActive = (community: Community, member: number): boolean =>
  stands(community, member) && (!community.hasCharter || community.members[member]!.signed)

/** Whom a session lets in at all: pending people too, for the public part. */
export function isAdmitted(community: Community, member: number): boolean {
  const { status, organisation } = community.members[member]!
  const isIn = status === 'active' || status === 'pending'
  return isIn && (organisation === undefined || !community.organisations[organisation]!.removed)
}

/** Spaces that somebody reads; `undefined` is a stranger. */
export function spacesOf(community: Community, member: number | undefined): number[] {
  const { spaces, audiences, members } = community
  if (member === undefined || !isActive(community, member)) return indexes(spaces, (space) => spaces[space]!.level === 'public')
  const groups = new Set(members[member]!.groups)
  const isInvited = (space: number) =>
    audiences.some((one) => one.space === space && ('group' in one ? groups.has(one.group) : one.member === member))
  const isOpen = (space: number) =>
    !spaces[space]!.hasCharter || spaces[space]!.level === 'public' || members[member]!.signedSpaces.includes(space)
  return indexes(spaces, (space) => (spaces[space]!.level !== 'restricted' || isInvited(space)) && isOpen(space))
}

/** Spaces whose charter she may be asked to sign: hers but for the signature. */
export function charterSpacesOf(community: Community, member: number): number[] {
  if (!isActive(community, member)) return []
  const { spaces, members } = community
  const signedAll = { ...community.members[member]!, signedSpaces: indexes(spaces, () => true) }
  const reads = spacesOf({ ...community, members: members.with(member, signedAll) }, member)
  return reads.filter((space) => spaces[space]!.hasCharter && spaces[space]!.level !== 'public')
}

/** Her groups, as long as she is active. */
export const groupsOf = (community: Community, member: number): number[] =>
  isActive(community, member) ? [...new Set(community.members[member]!.groups)].sort((a, b) => a - b) : []

/** Groups whose name she may know: the hidden ones only from inside. */
export function knownGroups(community: Community, member: number): number[] {
  if (!isActive(community, member)) return []
  const own = new Set(community.members[member]!.groups)
  return indexes(community.groups, (group) => !community.groups[group]!.hidden || own.has(group))
}

/** Groups shown as the audience of a space that she reads. */
export function shownGroups(community: Community, member: number, space: number): number[] {
  if (!spacesOf(community, member).includes(space)) return []
  const known = new Set(knownGroups(community, member))
  const of = new Set(community.audiences.flatMap((one) => (one.space === space && 'group' in one ? [one.group] : [])))
  return indexes(community.groups, (group) => of.has(group) && known.has(group))
}

/** How many read a space: counted for its readers only. */
export const countReaders = (community: Community, space: number): number =>
  indexes(community.members, (member) => isActive(community, member) && spacesOf(community, member).includes(space)).length

/** Who belongs to a group with her: told to its members only. */
export function companions(community: Community, member: number): { group: number; member: number }[] {
  const own = new Set(groupsOf(community, member))
  return community.members.flatMap(({ groups }, other) =>
    [...new Set(groups)].filter((group) => own.has(group)).map((group) => ({ group, member: other })),
  )
}
