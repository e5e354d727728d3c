import type { HelpSeed } from '../../src/communities/community-seed.ts'
import type { TestServer } from '../server.ts'
import type { Canaries } from './canaries.ts'
import type { Target } from './world.ts'

const DESK = 'facilitator'
/** Who asks, and the personas for whom it exists beside who facilitates: by the word of a site alone nobody reads what she asked. */
const askers: Record<string, readonly string[]> = {
  member: ['member'],
  restricted: ['restricted', 'framed'],
  silent: [],
  pending: ['pending'],
  unsigned: ['who has not signed'],
  suspended: [],
}

/** One of each, half of them answered. */
export const helpOf = (canaries: Canaries): HelpSeed[] =>
  Object.entries(askers).map(([member, hers], index) => {
    const word = (what: string) => canaries.word(`${what} of ${member} who asks for help`, [...hers, DESK])
    const asked = { member, text: word('text'), place: word('place'), call: true, phone: word('telephone'), minutesAgo: 20 }
    return index % 2 === 0 ? asked : { ...asked, answer: { by: DESK, text: word('answer'), minutesAgo: 10 } }
  })

export async function helpTargets(
  { owner }: TestServer,
  { community }: { community: string; foreign: string },
  canaries: Canaries,
): Promise<Target[]> {
  const requests = await owner
    .selectFrom('help_request as h')
    .innerJoin('member as m', 'm.id', 'h.member_id')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['h.id', 'h.community_id', 'p.email'])
    .execute()
  return requests.map(({ id, community_id, email }) => {
    const key = email.split('@')[0]!
    const seenBy = community_id === community ? [...askers[key]!, DESK] : []
    canaries.known('id of a call for help', id, seenBy)
    const label = `a call for help of ${key}${community_id === community ? '' : ' of another community'}`
    return { kind: 'help', label, id, seenBy, author: key }
  })
}
