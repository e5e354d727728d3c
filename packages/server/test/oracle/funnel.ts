/*
 * The funnel in plain words, apart from any SQL: what each person of a community may know. It is the third voice beside the two lines of
 * rights, which share the function `spaces_of` and so could be wrong together.
 */

export interface Community {
  organisations: { removed: boolean; region?: string | undefined }[]
  groups: {
    hidden: boolean
    /** Whom it takes in without an invitation. */
    follows?: { organisation: number } | { region: string } | undefined
  }[]
  /** There is a charter of the community. */
  hasCharter: boolean
  spaces: {
    level: 'public' | 'members' | 'restricted'
    /** It has a charter of its own. */
    hasCharter: boolean
    /** The space it lies in, by index, lower than its own. */
    inside?: number | undefined
  }[]
  members: {
    status: 'pending' | 'active' | 'suspended' | 'removed'
    /** Index of her organisation. */
    organisation: number | undefined
    /** The membership is over. */
    ended: boolean
    /** What is true of her, whatever is of her organisation. */
    region?: string | undefined
    /** Indexes of the groups that she was invited into. */
    groups: number[]
    /** Those of them where her place is over. */
    left: number[]
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
  const { status, organisation, ended } = members[member]!
  return status === 'active' && !ended && (organisation === undefined || !organisations[organisation]!.removed)
}

/** She is in, and has signed what is asked of everybody. */
export const isActive = (community: Community, member: number): boolean =>
  stands(community, member) && (!community.hasCharter || community.members[member]!.signed)

/** Whom a session lets in at all: pending people too, for the public part. */
export function isAdmitted(community: Community, member: number): boolean {
  const { status, organisation, ended } = community.members[member]!
  const isIn = !ended && (status === 'active' || status === 'pending')
  return isIn && (organisation === undefined || !community.organisations[organisation]!.removed)
}

/** The groups that somebody is in now, by invitation or by what is true of her. */
export function groupsOfMember({ groups, members, organisations }: Community, member: number): Set<number> {
  const { organisation, region, groups: invited, left } = members[member]!
  const where = organisation === undefined ? undefined : organisations[organisation]!
  const isIn = (group: number) => {
    const { follows } = groups[group]!
    if (invited.includes(group) && !left.includes(group)) return true
    if (!follows) return false
    return 'organisation' in follows ? follows.organisation === organisation : follows.region === (region ?? where?.region)
  }
  return new Set(indexes(groups, isIn))
}

/** Without what lies in a space that is not among them. */
function whole(spaces: Community['spaces'], own: number[]): number[] {
  const isOpen = (space: number | undefined): boolean =>
    space === undefined || (own.includes(space) && isOpen(spaces[space]!.inside))
  return own.filter(isOpen)
}

/** Spaces that somebody reads; `undefined` is a stranger. */
export function spacesOf(community: Community, member: number | undefined): number[] {
  const { spaces, audiences, members } = community
  if (member === undefined || !isActive(community, member))
    return whole(
      spaces,
      indexes(spaces, (space) => spaces[space]!.level === 'public'),
    )
  const groups = groupsOfMember(community, member)
  const isInvited = (space: number) =>
    audiences.some((one) => one.space === space && ('group' in one ? groups.has(one.group) : one.member === member))
  const isOpen = (space: number) =>
    !spaces[space]!.hasCharter || spaces[space]!.level === 'public' || members[member]!.signedSpaces.includes(space)
  return whole(
    spaces,
    indexes(spaces, (space) => (spaces[space]!.level !== 'restricted' || isInvited(space)) && isOpen(space)),
  )
}

/** Spaces whose charter she may be asked to sign: hers but for the signature. */
export function charterSpacesOf(community: Community, member: number): number[] {
  if (!isActive(community, member)) return []
  const { spaces, members } = community
  const signing = (space: number) => {
    const { signedSpaces, ...rest } = members[member]!
    return spacesOf({ ...community, members: members.with(member, { ...rest, signedSpaces: [...signedSpaces, space] }) }, member)
  }
  return indexes(
    spaces,
    (space) => spaces[space]!.hasCharter && spaces[space]!.level !== 'public' && signing(space).includes(space),
  )
}

/** Her groups, as long as she is active. */
export const groupsOf = (community: Community, member: number): number[] =>
  isActive(community, member) ? [...groupsOfMember(community, member)] : []

/** Groups whose name she may know: the hidden ones only from inside. */
export function knownGroups(community: Community, member: number): number[] {
  if (!isActive(community, member)) return []
  const own = groupsOfMember(community, member)
  return indexes(community.groups, (group) => !community.groups[group]!.hidden || own.has(group))
}

/** Groups shown as the audience of a space that she reads. */
export function shownGroups(community: Community, member: number, space: number): number[] {
  if (!spacesOf(community, member).includes(space)) return []
  const known = new Set(knownGroups(community, member))
  const of = new Set(community.audiences.flatMap((one) => (one.space === space && 'group' in one ? [one.group] : [])))
  return indexes(community.groups, (group) => of.has(group) && known.has(group))
}

/** Who reads a space: told to its readers only. */
export const readersOf = (community: Community, space: number): number[] =>
  indexes(community.members, (member) => isActive(community, member) && spacesOf(community, member).includes(space))

/** A hidden group reads the space, or one around it: then no names are told. */
export function hidesNames({ audiences, groups, spaces }: Community, space: number): boolean {
  const { inside } = spaces[space]!
  const isHere = audiences.some((one) => one.space === space && 'group' in one && groups[one.group]!.hidden)
  return isHere || (inside !== undefined && hidesNames({ audiences, groups, spaces } as Community, inside))
}

/** Who belongs to a group with her: told to its members only. */
export function companions(community: Community, member: number): { group: number; member: number }[] {
  const own = new Set(groupsOf(community, member))
  return community.members.flatMap(({ groups }, other) =>
    [...new Set(groups)].filter((group) => own.has(group)).map((group) => ({ group, member: other })),
  )
}
