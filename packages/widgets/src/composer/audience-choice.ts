import type { AudienceView, CercleClientError, SmallerAudience, SpaceView } from '@cercle/sdk'

/** How many groups, and how many persons, a smaller audience may name. */
export const MOST_NAMED = 10

/** To whom a discussion is told: `fewer` and nothing named: not chosen yet. Ids. */
export interface AudienceChoice {
  readonly fewer: boolean
  readonly groups: readonly string[]
  readonly members: readonly string[]
}

/** What is known of who reads, for the line above the button. */
export interface Told {
  /** Absent while it is asked. */
  readers: number | undefined
  /** Those that a choice may name. */
  groups: AudienceView['groups']
}

/** A choice as a draft keeps it: words only. */
export interface KeptChoice {
  fewer?: string
  groups?: string
  members?: string
}

const idsOf = (kept = ''): string[] => kept.split(' ').filter(Boolean)

export const choiceOf = ({ fewer, groups, members }: KeptChoice): AudienceChoice => ({
  fewer: fewer === 'yes',
  groups: idsOf(groups),
  members: idsOf(members),
})

export const keptOf = ({ fewer, groups, members }: AudienceChoice): Required<KeptChoice> => ({
  fewer: fewer ? 'yes' : '',
  groups: groups.join(' '),
  members: members.join(' '),
})

/** From a message that was on its way. */
export const choiceFrom = ({ groups = [], members = [] }: SmallerAudience = {}): AudienceChoice => ({
  fewer: groups.length + members.length > 0,
  groups,
  members,
})

/** Fewer was said, and not who. */
export const isOpenChoice = ({ fewer, groups, members }: AudienceChoice): boolean => fewer && groups.length + members.length === 0

/** As it is sent; `undefined`: to all who read the space. */
export const audienceOf = ({ fewer, groups, members }: AudienceChoice): SmallerAudience | undefined =>
  fewer && groups.length + members.length > 0
    ? { ...(groups.length && { groups: [...groups] }), ...(members.length && { members: [...members] }) }
    : undefined

/** The space as its line says it, with the count that was told last. */
export const spaceAsTold = (space: SpaceView, told: Told | undefined): SpaceView =>
  told?.readers === undefined ? space : { ...space, readers: told.readers }

/** The author may not name these, or no longer. */
export const isRefusedAudience = (failure: CercleClientError | undefined): boolean =>
  failure?.fields.some(({ path }) => path.split('.')[0] === 'audience') ?? false
