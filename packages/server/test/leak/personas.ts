import { enter } from '../asked-code.ts'
import type { CallerOptions } from '../caller.ts'
import type { TestServer } from '../server.ts'

/** Who calls, and what she reads: spaces by slug; `refused`: not even what is public, because what she shows is no session here. */
export interface Persona {
  name: string
  reads: 'refused' | readonly string[]
  /** Key of the member she is, or whose session she holds. */
  member?: string
  /** `unsigned`: a member without a standing signature of the charter as it is now. */
  status: 'stranger' | 'pending' | 'unsigned' | 'active'
  facilitates?: boolean
  /** Of the committee. */
  pivot?: true
  /** Came by the word of a partner's site, which no code confirmed. */
  limited?: true
}

/** Name of a circle within the members' space, for the committee; nobody can call it by that. */
export const CIRCLE = 'cercle'
/** Personas in the hidden group. */
export const insiders = ['restricted', 'framed', 'who has not signed the charter of the space']

const pub = ['accueil']
const members = ['accueil', 'entraide', 'nouvelles']
const unsigned = (name: string, member: string): Persona => ({ name, reads: pub, member, status: 'unsigned' })
const refused = (name: string, member: string): Persona => ({ name, reads: 'refused', member, status: 'active' })

export const personas: readonly Persona[] = [
  { name: 'anonymous', reads: pub, status: 'stranger' },
  { name: 'pending', reads: pub, member: 'pending', status: 'pending' },
  { name: 'member', reads: members, member: 'member', status: 'active' },
  { name: 'other', reads: members, member: 'other', status: 'active', pivot: true },
  { name: 'restricted', reads: [...members, 'laval'], member: 'restricted', status: 'active' },
  { name: 'named', reads: [...members, 'laval'], member: 'named', status: 'active' },
  { name: 'facilitator', reads: [...members, 'comite', CIRCLE], member: 'facilitator', status: 'active', facilitates: true },
  { name: 'who has not signed the charter of the space', reads: members, member: 'outside', status: 'active' },
  unsigned('who has not signed', 'unsigned'),
  unsigned('who took her signature back', 'withdrew'),
  unsigned('who signed an old version', 'outdated'),
  { ...unsigned('facilitator who has not signed', 'hasty'), facilitates: true },
  { name: 'framed', reads: [...members, 'laval'], member: 'restricted', status: 'active' },
  { name: 'limited', reads: members, member: 'restricted', status: 'active', limited: true },
  { name: 'limited facilitator', reads: members, member: 'facilitator', status: 'active', limited: true },
  refused('suspended', 'suspended'),
  refused('removed', 'removed'),
  refused('of a removed organisation', 'orphan'),
  refused('facilitator of another community', 'foreign'),
  refused('session of site A in a frame of site B', 'restricted'),
  refused('session of site A outside any site', 'restricted'),
  refused('session of site A without an origin', 'restricted'),
  refused('session of site A from a null origin', 'restricted'),
  refused('script of the host page with a stolen token', 'restricted'),
  refused('foreign origin with a token of no site', 'restricted'),
  refused('session that expired', 'restricted'),
  refused('session that was revoked', 'restricted'),
]

export const isIn = (persona: Persona, space: string): boolean => persona.reads !== 'refused' && persona.reads.includes(space)
/** Names of the personas who read a space. */
export const readersOf = (space: string): string[] => personas.filter((persona) => isIn(persona, space)).map(({ name }) => name)
/** Of those, the active members: only they are told names and earlier texts. */
export const membersOf = (space: string): string[] =>
  personas.filter((persona) => isIn(persona, space) && persona.status === 'active').map(({ name }) => name)

/** Names of the personas who are shown the community's charter: membership stands, signed or not. */
export const signers = personas
  .filter(({ reads, status }) => reads !== 'refused' && /active|unsigned/.test(status))
  .map(({ name }) => name)
/** Of those, whom the charter of the restricted space concerns. */
export const spaceSigners = [...membersOf('laval'), 'who has not signed the charter of the space']

export interface Sites {
  a: string
  b: string
}

/** Signs everybody in while all are still let in; what ends their rights comes afterwards. */
export async function signEverybodyIn(
  server: TestServer,
  slugs: { main: string; other: string },
  sites: Sites,
): Promise<Map<string, CallerOptions>> {
  const callers = new Map<string, CallerOptions>()
  const inSiteA = { site: sites.a, origin: server.url }
  const sessionOf = async (member: string, options: CallerOptions = {}) => {
    const slug = member === 'foreign' ? slugs.other : slugs.main
    return (await enter(server, slug, `${member}@${slug}.example`, options)).tokens
  }
  const restrictedInA = await sessionOf('restricted', inSiteA)
  const variants: Record<string, () => Promise<CallerOptions>> = {
    framed: async () => ({ ...inSiteA, tokens: restrictedInA }),
    'session of site A in a frame of site B': async () => ({ site: sites.b, tokens: restrictedInA }),
    'session of site A outside any site': async () => ({ tokens: restrictedInA }),
    'session of site A without an origin': async () => ({ site: sites.a, origin: null, tokens: restrictedInA }),
    'session of site A from a null origin': async () => ({ site: sites.a, origin: 'null', tokens: restrictedInA }),
    'script of the host page with a stolen token': async () => ({
      site: sites.a,
      origin: 'https://a.example',
      tokens: restrictedInA,
    }),
    'foreign origin with a token of no site': async () => ({
      origin: 'https://b.example',
      tokens: await sessionOf('restricted'),
    }),
  }
  for (const { name, member } of personas) {
    const options = variants[name] ? await variants[name]() : member === undefined ? {} : { tokens: await sessionOf(member) }
    callers.set(name, options)
  }
  return callers
}

/** Takes away what the personas had when they signed in. */
export async function endRights(
  { owner, clock }: TestServer,
  callers: Map<string, CallerOptions>,
  hash: (token: string) => Buffer,
): Promise<void> {
  const now = new Date(clock.now())
  for (const status of ['suspended', 'removed'] as const) {
    await owner.updateTable('member').set({ status }).where('name', 'like', `%${status}`).execute()
  }
  await owner.updateTable('organisation').set({ removed_at: now }).where('name', '=', 'Ancien organisme').execute()
  const { id: withdrew } = await owner.selectFrom('member').select('id').where('name', '=', 'Withdrew').executeTakeFirstOrThrow()
  await owner.updateTable('charter_signature').set({ withdrawn_at: now }).where('member_id', '=', withdrew).execute()
  for (const name of ['limited', 'limited facilitator']) {
    const access = hash(callers.get(name)!.tokens!.access)
    await owner.updateTable('session').set({ by_site: true }).where('access_hash', '=', access).execute()
  }
  const end = (name: string, change: { revoked_at: Date } | { access_expires_at: Date }) =>
    owner
      .updateTable('session')
      .set(change)
      .where('access_hash', '=', hash(callers.get(name)!.tokens!.access))
      .execute()
  await end('session that was revoked', { revoked_at: now })
  await end('session that expired', { access_expires_at: now })
}
