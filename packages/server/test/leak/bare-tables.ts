import type { PoolClient } from 'pg'
import type { Db } from '../../src/db/tables.ts'
import { become, becomeAuth } from '../../src/db/openings.ts'
import { uuidv7 } from '../../src/ids.ts'
import { hashSecret } from '../../src/trpc/request-facts.ts'
import { isIn, personas, type Persona } from './personas.ts'
import type { World } from './world.ts'

/** Who looks at bare tables: a persona by her session, or sign-in, which has a role of its own and reads no discussion. */
export type Asker = Persona | 'sign-in'
export const nameOf = (asker: Asker): string => (asker === 'sign-in' ? asker : asker.name)

/** Where a call came from is no matter of the database: these hold a session that it takes. */
const isOfOrigin = ({ name }: Persona) => /origin|script/.test(name)
export const askers: readonly Asker[] = [...personas.filter((one) => !isOfOrigin(one)), 'sign-in']

/** A world whose tables are read and written straight, by none of our queries. */
export interface Ground {
  world: World
  community: string
  /** The other community, and one of its members. */
  foreign: { id: string; member: string; site: string }
  /** A site of the community, whose word is taken. */
  site: string
  spaces: { id: string; slug: string }[]
  /** A space without a charter that nobody reads, and one whose charter the facilitator is asked to sign. */
  closed: string
  asked: string
  /** A hidden group that the facilitator is not in. */
  hidden: string
  /** A member who has signed an old version only. */
  unsigned: string
  /** Asked for help by one whom nobody of those who try is. */
  help: string
  /** A text that everybody reads, and who wrote it. */
  post: { id: string; author: string }
}

/** Finds its way in the world, and lays there what no other test needs. */
export async function groundOf(world: World): Promise<Ground> {
  const { owner } = world.server
  const communities = await owner.selectFrom('community').select(['id', 'slug']).execute()
  const { id: community } = communities.find(({ slug }) => slug === world.slug)!
  const foreign = communities.find(({ slug }) => slug !== world.slug)!
  const member = await owner.selectFrom('member').select('id').where('community_id', '=', foreign.id).executeTakeFirstOrThrow()
  const post = await owner
    .selectFrom('post as p')
    .innerJoin('space as s', 's.id', 'p.space_id')
    .select(['p.id', 'p.author_id as author'])
    .where('s.slug', '=', 'accueil')
    .where('p.community_id', '=', community)
    // by one whom nobody of those who try is: two texts of there were written in the same moment
    .where('p.author_id', '=', await memberOf(world, 'writer'))
    .orderBy('p.created_at')
    .orderBy('p.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  for (const { id } of communities) await addFont(owner, id)
  for (const { id } of communities) await addSiteWords(owner, id)
  await addDecided(owner, community)
  const siteOf = async (id: string) =>
    (await owner.selectFrom('site_trust').select('site_id').where('community_id', '=', id).executeTakeFirstOrThrow()).site_id
  const [site, theirs] = [await siteOf(community), await siteOf(foreign.id)]
  const open = { community_id: foreign.id, id: uuidv7(Date.now()), name: 'Ouvert', hidden: false }
  await owner.insertInto('group').values(open).execute()
  await addPivots(world, { community, foreign: { member: member.id, group: open } })
  const [closed, asked] = [await addSpace(owner, community, 'fermee'), await addSpace(owner, community, 'a-signer')]
  await addCharter(owner, { community_id: community, space_id: asked }, await memberOf(world, 'facilitator'))
  await addOwn(owner, community, await memberOf(world, 'silent'), await memberOf(world, 'facilitator'))
  for (const key of ['silent', 'outside']) await addTakenBack(owner, community, await memberOf(world, key))
  // Two who wrote where they may not write now: one has taken her signature back, the other does not read there any more.
  await addPost(owner, post.id, await memberOf(world, 'withdrew'))
  await addThread(owner, community, await memberOf(world, 'outside'))
  const spaces = await owner.selectFrom('space').select(['id', 'slug']).where('community_id', '=', community).execute()
  const { id: hidden } = await owner
    .selectFrom('group')
    .select('id')
    .where('community_id', '=', community)
    .where('hidden', '=', true)
    .executeTakeFirstOrThrow()
  const unsigned = await memberOf(world, 'outdated')
  const { id: help } = await owner
    .selectFrom('help_request')
    .select('id')
    .where('member_id', '=', await memberOf(world, 'silent'))
    .executeTakeFirstOrThrow()
  return {
    world,
    community,
    foreign: { id: foreign.id, member: member.id, site: theirs },
    site,
    spaces,
    closed,
    asked,
    hidden,
    unsigned,
    help,
    post,
  }
}

async function memberOf({ server, slug }: World, key: string): Promise<string> {
  const { id } = await server.owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('m.id')
    .where('p.email', '=', `${key}@${slug}.example`)
    .executeTakeFirstOrThrow()
  return id
}

/** Of a group that is hidden from her, a second of one group, and one elsewhere. */
async function addPivots(
  world: World,
  { community, foreign }: { community: string; foreign: { member: string; group: { community_id: string; id: string } } },
): Promise<void> {
  const { owner } = world.server
  const { id: hidden } = await owner
    .selectFrom('group')
    .select('id')
    .where('community_id', '=', community)
    .where('hidden', '=', true)
    .executeTakeFirstOrThrow()
  const [{ group_id: shared }] = (await owner
    .selectFrom('pivot')
    .select('group_id')
    .where('community_id', '=', community)
    .execute()) as [{ group_id: string }]
  const since = new Date()
  await owner
    .insertInto('pivot')
    .values([
      { community_id: community, member_id: await memberOf(world, 'member'), group_id: hidden, since },
      { community_id: community, member_id: await memberOf(world, 'silent'), group_id: shared, since },
      { community_id: foreign.group.community_id, member_id: foreign.member, group_id: foreign.group.id, since },
    ])
    .execute()
}

async function addFont(owner: Db, community_id: string): Promise<void> {
  const site = await owner.selectFrom('site').select('id').where('community_id', '=', community_id).executeTakeFirstOrThrow()
  const data = Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(100)])
  const font = { community_id, site_id: site.id, id: uuidv7(Date.now()), family: 'Titre', weight: '400', data }
  await owner.insertInto('site_font').values(font).execute()
}

/** A request that nobody may change any more, and that housekeeping leaves for as long as anything here takes. */
async function addDecided(owner: Db, community_id: string): Promise<void> {
  const at = new Date()
  const later = new Date(at.getTime() + 86_400_000)
  const her = { email: 'decidee@nowhere.example', name: 'Décidée', reason: 'x', answers: '[]', equipment: '{}' }
  const link = { token_hash: Buffer.alloc(32, 'd'), link_expires_at: later }
  await owner
    .insertInto('join_request')
    .values({ community_id, id: uuidv7(Date.now()), ...her, ...link, status: 'refused', created_at: at, decided_at: at })
    .execute()
}

/** Of RFC 8037: whatever is in the table is shown at the desk. */
const publicKey = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })

/** A key, a question on its way, an answer heard, and whom a site knows. */
async function addSiteWords(owner: Db, community_id: string): Promise<void> {
  const { site_id } = await owner
    .selectFrom('site_trust')
    .select('site_id')
    .where('community_id', '=', community_id)
    .executeTakeFirstOrThrow()
  const { id: member_id } = await owner
    .selectFrom('member')
    .select('id')
    .where('community_id', '=', community_id)
    .executeTakeFirstOrThrow()
  const at = new Date()
  // housekeeping leaves it
  const later = new Date(at.getTime() + 86_400_000)
  const place = { community_id, site_id }
  const secret = Buffer.alloc(32, community_id)
  await owner
    .insertInto('site_key')
    .values({ ...place, thumbprint: 'x', jwk: publicKey, added_at: at, ends_at: null })
    .execute()
  const attempt = { ticket_hash: secret, nonce_hash: secret, origin: 'https://a.example', expires_at: later }
  await owner
    .insertInto('site_attempt')
    .values({ ...place, ...attempt, used_at: null, link_hash: null, subject_hash: null })
    .execute()
  const counts = { asked: 3, entered: 1, wrong: 1, silent: 0, unknown: 1, proofs: 0, proved: 0 }
  await owner
    .insertInto('sign_in_day')
    .values({ community_id, day: at.toISOString(), ...counts })
    .execute()
  await owner.insertInto('site_sighting').values({ community_id, origin: 'https://x.example', seen_at: at }).execute()
  await owner
    .insertInto('site_assertion')
    .values({ ...place, jti_hash: secret, expires_at: later })
    .execute()
  await owner
    .insertInto('site_subject')
    .values({ ...place, subject_hash: secret, member_id, bound_at: at })
    .execute()
}

async function addSpace(owner: Db, community_id: string, slug: string): Promise<string> {
  const space = { id: uuidv7(Date.now()), slug, name: slug, level: 'restricted' as const, retention_days: null, position: 99 }
  await owner
    .insertInto('space')
    .values({ ...space, community_id })
    .execute()
  return space.id
}

async function addCharter(owner: Db, place: { community_id: string; space_id: string }, member_id: string): Promise<void> {
  const text = { language: 'fr-CA' as const, source: '', body: '[]', hash: Buffer.alloc(32) }
  const version = { ...place, ...text, id: uuidv7(Date.now()), number: 1, published_at: new Date() }
  await owner.insertInto('charter_version').values(version).execute()
  await owner
    .insertInto('charter')
    .values({ ...place, version_id: version.id })
    .execute()
  await owner
    .insertInto('audience')
    .values({ ...place, id: uuidv7(Date.now()), group_id: null, member_id })
    .execute()
}

/** What is a member's alone to know. */
async function addOwn(owner: Db, community_id: string, member_id: string, actor_id: string): Promise<void> {
  await owner.insertInto('member_fact').values({ community_id, member_id, kind: 'region', value: 'Laval' }).execute()
  const note = { community_id, id: uuidv7(Date.now()), at: new Date(), kind: 'seen_by' as const, actor_id, member_id }
  await owner.insertInto('access_note').values(note).execute()
}

/** What she accepted once, of two kinds. */
async function addTakenBack(owner: Db, community_id: string, member_id: string): Promise<void> {
  const [given_at, withdrawn_at] = [new Date(0), new Date(1)]
  for (const kind of ['named', 'accompany'] as const)
    await owner
      .insertInto('consent')
      .values({ community_id, id: uuidv7(Date.now()), member_id, kind, words: 1, given_at, withdrawn_at })
      .execute()
}

async function addPost(owner: Db, beside: string, author_id: string): Promise<void> {
  const post = await owner.selectFrom('post').selectAll().where('id', '=', beside).executeTakeFirstOrThrow()
  const mine = { ...post, id: uuidv7(Date.now()), author_id, body: JSON.stringify(post.body), withdrawn_at: null }
  await owner.insertInto('post').values(mine).execute()
}

async function addThread(owner: Db, community: string, author_id: string): Promise<void> {
  const thread = await owner
    .selectFrom('thread as t')
    .innerJoin('space as s', 's.id', 't.space_id')
    .selectAll('t')
    .where('s.slug', '=', 'laval')
    .where('t.community_id', '=', community)
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('thread')
    .values({ ...thread, id: uuidv7(Date.now()), author_id })
    .execute()
}

/** Runs the work in a transaction of the asker's role, and takes everything back. */
export async function as<Result>(
  { world }: Ground,
  asker: Asker,
  work: (client: PoolClient, memberId: string | null) => Promise<Result>,
): Promise<Result> {
  const now = new Date(world.server.clock.now())
  const { tokens, site } = asker === 'sign-in' ? {} : (world.callers.get(asker.name) ?? {})
  const { text, values } =
    asker === 'sign-in'
      ? becomeAuth(world.slug, now)
      : become(tokens ? hashSecret(tokens.access) : null, site ?? null, world.slug, now)
  const client = await world.server.database.pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ member_id?: string | null }>(text, values)
    return await work(client, rows[0]!.member_id ?? null)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Ids of the spaces that she reads; of a session that is none the database makes a stranger. */
export const spacesOf = ({ spaces }: Ground, asker: Asker): string[] =>
  spaces
    .filter(({ slug }) => asker !== 'sign-in' && (asker.reads === 'refused' ? slug === 'accueil' : isIn(asker, slug)))
    .map(({ id }) => id)

/** No right to the table, the column or the row. */
export const isDenied = (error: unknown): boolean => (error as { code?: string }).code === '42501'
