import type { SpaceLevel } from '@cercle/server'
import { demoCommunities } from './communities/index.ts'
import { type DemoCommunity, type DemoRole, demoRoles, roleKey, spacesReadBy } from './communities/demo-community.ts'

/** One of the people of a community: who she is, and what she must be able to read. */
export interface DemoPerson {
  /** `a-member` */
  key: string
  /** `null` for the stranger, who has no account. */
  email: string | null
  community: string
  roles: string[]
  /** Slugs. */
  spaces: string[]
}

/** The answer of `/dev/demo.json`: who is who in the demo, and which sentence nobody else may read. */
export interface DemoGuide {
  communities: { slug: string; spaces: { slug: string; level: SpaceLevel }[] }[]
  people: DemoPerson[]
  sites: { origin: string; community: string }[]
  canaries: { text: string; readableBy: string[] }[]
}

const roles: Record<DemoRole, string[]> = {
  anonymous: ['anonymous'],
  pending: ['pending'],
  member: ['member'],
  outsider: ['member', 'outsider'],
  restricted: ['member', 'restricted'],
  facilitator: ['member', 'facilitator'],
  removed: ['removed'],
  unsigned: ['unsigned'],
}

/** `origins` are those of the partner sites, in the order of the communities. */
export function describeDemo(origins: readonly string[]): DemoGuide {
  return {
    communities: demoCommunities.map(({ seed }) => ({
      slug: seed.slug,
      spaces: seed.spaces.map(({ slug, level }) => ({ slug, level })),
    })),
    people: demoCommunities.flatMap(peopleOf),
    sites: demoCommunities.map(({ seed }, index) => ({ origin: origins[index] ?? '', community: seed.slug })),
    canaries: demoCommunities.flatMap((community) =>
      community.canaries.map(({ text, space }) => ({
        text,
        readableBy: peopleOf(community)
          .filter((person) => person.spaces.includes(space))
          .map(({ key }) => key),
      })),
    ),
  }
}

function peopleOf({ seed, people }: DemoCommunity): DemoPerson[] {
  const played = demoRoles.filter((role) => role === 'anonymous' || people[role] !== undefined)
  return played.map((role) => {
    const memberKey = role === 'anonymous' ? undefined : people[role]
    return {
      key: roleKey(seed.slug, role),
      email: seed.members.find(({ key }) => key === memberKey)?.email ?? null,
      community: seed.slug,
      roles: roles[role],
      spaces: spacesReadBy(seed, memberKey).map(({ slug }) => slug),
    }
  })
}
