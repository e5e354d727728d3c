import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/db/tables.ts'
import type { TestServer } from '../server.ts'
import type { Canaries } from './canaries.ts'
import type { Target } from './world.ts'

const DESK = ['facilitator']

interface Inviter {
  community_id: string
  member_id: string
  scope_group_id: string | null
  by: 'facilitator' | 'pivot'
}

/** One of each of these communities. */
async function facilitators(owner: Db, communities: string[]): Promise<Inviter[]> {
  const found: Inviter[] = []
  for (const community_id of communities) {
    const { id } = await owner
      .selectFrom('member')
      .select('id')
      .where('community_id', '=', community_id)
      .where('facilitates', '=', true)
      .executeTakeFirstOrThrow()
    found.push({ community_id, member_id: id, scope_group_id: null, by: 'facilitator' })
  }
  return found
}

async function pivots(owner: Db): Promise<Inviter[]> {
  const rows = await owner.selectFrom('pivot').selectAll().execute()
  return rows.map(({ community_id, member_id, group_id }) => ({ community_id, member_id, scope_group_id: group_id, by: 'pivot' }))
}

/** Requests and invitations of the community, and of the other; with what nobody is told of them, and what only who facilitates is. */
export async function joiningTargets(
  { owner, clock }: TestServer,
  { community, foreign }: { community: string; foreign: string },
  canaries: Canaries,
): Promise<Target[]> {
  const targets: Target[] = []
  for (const { id, community_id, token_hash } of await owner.selectFrom('join_request').selectAll().execute()) {
    const seenBy = community_id === community ? DESK : []
    canaries.known('id of a request', id, seenBy)
    for (const form of ['hex', 'base64', 'base64url'] as const) canaries.known('hash of a link', token_hash.toString(form), [])
    targets.push({ kind: 'request', label: `a request${seenBy === DESK ? '' : ' of another community'}`, id, seenBy })
  }
  for (const { community_id, member_id, scope_group_id, by } of [
    ...(await facilitators(owner, [community, foreign])),
    ...(await pivots(owner)),
  ]) {
    const id = randomUUID()
    const seenBy = community_id !== community ? [] : by === 'pivot' ? [...DESK, 'other'] : DESK
    const now = clock.now()
    // into everything: also into what who invited does not know of any more
    const everything = { groups: await idsOf(owner, 'group', community_id), spaces: await idsOf(owner, 'space', community_id) }
    const hers = { invited_by: member_id, scope_group_id, ...everything }
    const invitation = { community_id, id, ...hers, token_hash: Buffer.from(id) }
    const email = `${canaries.word('address of who is invited', seenBy)}@nowhere.example`
    await owner
      .insertInto('invitation')
      .values({ ...invitation, email, created_at: new Date(now), expires_at: new Date(now + 1e9) })
      .execute()
    canaries.known('id of an invitation', id, seenBy)
    targets.push({
      kind: 'invitation',
      label: `an invitation of a ${by}${seenBy.length > 0 ? '' : ' of another community'}`,
      id,
      seenBy,
    })
  }
  return targets
}

async function idsOf(owner: Db, table: 'group' | 'space', community: string): Promise<string[]> {
  return (await owner.selectFrom(table).select('id').where('community_id', '=', community).execute()).map(({ id }) => id)
}
