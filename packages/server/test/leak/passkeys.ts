import { randomUUID } from 'node:crypto'
import type { TestServer } from '../server.ts'
import type { Canaries } from './canaries.ts'
import type { Target } from './world.ts'

const HER = ['facilitator']

/** A passkey of who facilitates, one of a member who did once, and one of the other community; each with what a key was asked. */
export async function passkeyTargets(
  { owner, clock }: TestServer,
  { community, foreign }: { community: string; foreign: string },
  canaries: Canaries,
): Promise<Target[]> {
  const members = await owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.community_id', 'm.facilitates', 'p.email'])
    .execute()
  const whose = members.filter(
    ({ community_id, facilitates, email }) =>
      (community_id === foreign && facilitates) || (community_id === community && /^(facilitator|silent)@/.test(email)),
  )
  const targets: Target[] = []
  for (const { id: member_id, community_id, email } of whose) {
    const seenBy = community_id === community && email.startsWith('facilitator@') ? HER : []
    const label = seenBy === HER ? 'a passkey' : `a passkey of another${community_id === foreign ? ' community' : ''}`
    const [id, place] = [randomUUID(), { community_id, member_id }]
    const name = canaries.word(`name of ${label}`, seenBy)
    const key = { ...place, id, name, public_key: Buffer.from(`key ${id}`), credential_id: Buffer.from(`credential ${id}`) }
    await owner
      .insertInto('passkey')
      .values({ ...key, counter: 0, transports: ['internal'], created_at: new Date(clock.now()), used_at: null })
      .execute()
    canaries.known(`id of ${label}`, id, seenBy)
    canaries.known(`public key of ${label}`, key.public_key.toString('base64url'), [])
    if (seenBy !== HER) canaries.known(`what ${label} is known by`, key.credential_id.toString('base64url'), [])
    for (const purpose of ['add', 'prove', 'sign_in'] as const) {
      const challenge_hash = Buffer.from(`${purpose} ${id}`)
      await owner
        .insertInto('passkey_challenge')
        .values({ ...place, challenge_hash, purpose, expires_at: new Date(clock.now() + 1e9) })
        .execute()
    }
    targets.push({ kind: 'passkey', label, id, seenBy })
  }
  return targets
}
