import type { CommunitySeed, SpaceLevel } from '@cercle/server'

/** The seven people that tests and visitors of the demo may be, in each community; where it has a charter, one more may not have signed it. */
export const demoRoles = [
  'anonymous',
  'pending',
  'member',
  'outsider',
  'restricted',
  'facilitator',
  'removed',
  'unsigned',
] as const
export type DemoRole = (typeof demoRoles)[number]

/** A community of the demo: what is seeded, who plays which part, and the sentences that must never be read by the wrong person. */
export interface DemoCommunity {
  /** Partner sites are added when their addresses are known. */
  seed: Omit<CommunitySeed, 'sites'>
  /** Name of the partner's site, the organisation (key) it belongs to, and the fonts that its frames wear (files of `sites/fonts`). */
  site: { name: string; organisation: string; fonts: { family: string; weight: string; file: string }[] }
  /** Which member of the seed plays each part; nobody plays the stranger. */
  people: Record<Exclude<DemoRole, 'anonymous' | 'unsigned'>, string> & { unsigned?: string }
  /** Unique strings written in texts of the spaces that are not public. */
  canaries: { text: string; space: string }[]
}

/** One paragraph per argument, as Markdown. */
export const paragraphs = (...texts: string[]): string => texts.join('\n\n')

/** Minutes in an hour and in a day: `minutesAgo: 2 * day + 3 * hour`. */
export const hour = 60
export const day = 24 * hour

export const roleKey = (slug: string, role: DemoRole): string => `${slug}-${role}`

/** The spaces that somebody reads, worked out from the seed alone: the demo's word against which the server's answer is held. */
export function spacesReadBy(seed: DemoCommunity['seed'], memberKey: string | undefined): { slug: string; level: SpaceLevel }[] {
  const member = seed.members.find((one) => one.key === memberKey)
  const active = member !== undefined && (member.status ?? 'active') === 'active' && hasSigned(seed, undefined, member.key)
  const groups = active ? (member.groups ?? []) : []
  return seed.spaces
    .filter(({ slug, level, groups: audience = [] }) => {
      if (level === 'public') return true
      if (member !== undefined && !hasSigned(seed, slug, member.key)) return false
      if (level === 'members') return active
      return audience.some((group) => groups.includes(group))
    })
    .map(({ slug, level }) => ({ slug, level }))
}

/** Whether the charter of a place, if it has one, is signed by this member as it is now: its last version. */
function hasSigned({ charters = [] }: DemoCommunity['seed'], space: string | undefined, memberKey: string): boolean {
  return charters.findLast((charter) => charter.space === space)?.signedBy.includes(memberKey) ?? true
}
