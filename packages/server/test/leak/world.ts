import { randomUUID } from 'node:crypto'
import { uuidv7 } from '../../src/ids.ts'
import { hashSecret } from '../../src/trpc/request-facts.ts'
import { enter } from '../asked-code.ts'
import type { CallerOptions } from '../caller.ts'
import { testServer, type TestServer } from '../server.ts'
import { Canaries } from './canaries.ts'
import { addEverySpace, dropSecondLine, noRights, type Lines } from './lines.ts'
import { CIRCLE, endRights, membersOf, readersOf, signers, signEverybodyIn, spaceSigners } from './personas.ts'
import { groupTargets, makeCircle } from './circles.ts'
import { notificationTargets } from './notifications.ts'
import { helpTargets } from './help.ts'
import { joiningTargets } from './joining.ts'
import { passkeyTargets } from './passkeys.ts'
import { foreignSeed, seedOf, SPACES } from './seeds.ts'

/** Something a procedure can be asked about. */
export interface Target {
  kind:
    | 'space'
    | 'thread'
    | 'post'
    | 'session'
    | 'charter'
    | 'signature'
    | 'group'
    | 'site'
    | 'notification'
    | 'request'
    | 'invitation'
    | 'passkey'
    | 'help'
  label: string
  /** The id, or a space's slug: what a caller passes. */
  id: string
  /** Slug of its space; absent: nobody of this community may know it. */
  space?: string
  /** Of what belongs to no space: names of the personas for whom it exists. */
  seenBy?: readonly string[]
  /** A version that is no longer asked for. */
  isOld?: true
  /** Key of its author. */
  author?: string
  /** `facilitators`: only they write there. */
  posting?: 'facilitators'
  /** Withdrawn: a trace without words. */
  withdrawn?: true
  /** There is no such thing: what is hidden must answer like this. */
  isAbsent?: true
}

export interface World extends AsyncDisposable {
  /** Which lines of rights stand. */
  lines: Lines
  server: TestServer
  slug: string
  canaries: Canaries
  /** How each persona calls, by name; what the community's own pages do unless told. */
  callers: Map<string, CallerOptions>
  targets: Target[]
  /** Addresses of people in every standing, and one that nobody has. */
  addresses: string[]
  /** Of a member, and of who has asked to come in: asking once more writes nothing. */
  knownAddresses: string[]
  /** A login under way, and its text in the database. */
  loginId: string
  /** A member who is in every group, and never wrote. */
  memberId: string
  siteHost: string
}

const nowhere = '00000000-0000-7000-8000-000000000000'
const absents: Target[] = [
  { kind: 'space', label: 'no space', id: 'nulle-part', isAbsent: true },
  ...(
    [
      'thread',
      'post',
      'session',
      'charter',
      'signature',
      'group',
      'site',
      'notification',
      'request',
      'invitation',
      'passkey',
      'help',
    ] as const
  ).map((kind) => ({
    kind,
    label: `no ${kind}`,
    id: nowhere,
    isAbsent: true as const,
  })),
]

/** Canaries that no seed can lay: derived columns, ids, hashes, addresses. */
async function plant({ owner }: TestServer, { id: community }: { id: string }, canaries: Canaries): Promise<void> {
  const spaces = await owner.selectFrom('space').selectAll().where('community_id', '=', community).execute()
  for (const { id, slug, level } of spaces)
    if (slug === CIRCLE) canaries.known('id of a circle', id, [])
    else if (level === 'restricted') canaries.known(`id of ${slug}`, id, slug === 'laval' ? spaceSigners : membersOf(slug))
  const spaceOf = (id: string) => spaces.find((space) => space.id === id)!.slug
  for (const { id, space_id } of await owner.selectFrom('thread').selectAll().where('community_id', '=', community).execute()) {
    const slug = spaceOf(space_id)
    if (slug === 'laval' || slug === 'comite' || slug === CIRCLE) canaries.known(`id of a thread in ${slug}`, id, membersOf(slug))
    const excerpt = canaries.word(`excerpt in ${slug}`, readersOf(slug))
    await owner.updateTable('thread').set({ excerpt }).where('id', '=', id).execute()
  }
  const members = await owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'p.email', 'p.id as person'])
    .where('m.community_id', '=', community)
    .execute()
  for (const { id, email, person } of members) {
    canaries.known('an address', email, [])
    canaries.known(`key of the person ${email}`, person, [])
    if (email.startsWith('silent')) canaries.known('id of the one who only made a gesture', id, membersOf('entraide'))
    if (email.startsWith('recluse')) canaries.known('id of the one who writes in the restricted space', id, membersOf('entraide'))
  }
  for (const { id, space_id, thread_id, source, input_hash, author_id } of await owner
    .selectFrom('post')
    .selectAll()
    .where('community_id', '=', community)
    .execute()) {
    const slug = spaceOf(space_id)
    const isOwn = members.some((member) => member.id === author_id && member.email.startsWith('member@'))
    const hint = canaries.word(`source in ${slug}`, isOwn ? ['member'] : [])
    await owner
      .updateTable('post')
      .set({ source: `${source}\n\n[${hint}]: https://x.example/` })
      .where('id', '=', id)
      .execute()
    for (const form of ['hex', 'base64', 'base64url'] as const) canaries.known('hash of an input', input_hash.toString(form), [])
    const isOpening = id === thread_id
    const body = canaries.word(`earlier text in ${slug}`, membersOf(slug))
    const title = isOpening ? canaries.word(`earlier title in ${slug}`, membersOf(slug)) : null
    const revision = {
      community_id: community,
      id: randomUUID(),
      post_id: id,
      space_id,
      title,
      body: JSON.stringify([['p', body]]),
      replaced_at: new Date(),
    }
    await owner.insertInto('revision').values(revision).execute()
  }
}

/** What was withdrawn by the one who writes everywhere, as a trace and without one. */
async function withdrawSome(
  server: TestServer,
  slug: string,
  canaries: Canaries,
  threadId: string,
): Promise<{ traced: string; gone: string }> {
  const writer = await enter(server, slug, `writer@${slug}.example`)
  const word = (label: string) => canaries.word(label, [])
  const ids = { traced: uuidv7(Date.now()), gone: uuidv7(Date.now()) }
  await writer.mutate('discussions.reply', { id: ids.traced, threadId, body: word('withdrawn reply') })
  await writer.mutate('discussions.edit', { id: ids.traced, body: word('withdrawn reply, edited') })
  server.clock.advance(21_000)
  await writer.mutate('discussions.withdraw', { id: ids.traced })
  await writer.mutate('discussions.createThread', {
    id: ids.gone,
    space: 'entraide',
    kind: 'tool',
    title: word('title that is gone'),
    body: word('text that is gone'),
  })
  const { data } = await writer.mutate('discussions.withdraw', { id: ids.gone })
  if (data?.gone !== true) throw new Error('the thread should have left no trace')
  return ids
}

async function targetsOf(
  { owner }: TestServer,
  community: string,
  foreign: string,
  withdrawn: { traced: string; gone: string },
): Promise<Target[]> {
  const rows = await owner
    .selectFrom('post as p')
    .innerJoin('space as s', 's.id', 'p.space_id')
    .innerJoin('thread as t', 't.id', 'p.thread_id')
    .innerJoin('member as m', 'm.id', 'p.author_id')
    .innerJoin('person as a', 'a.id', 'm.person_id')
    .select(['p.id', 'p.thread_id as threadId', 's.slug', 'a.email', 'p.community_id as communityId', 's.posting', 'p.gone'])
    .where('p.community_id', 'in', [community, foreign])
    .execute()
  const targets: Target[] = SPACES.map((slug) => ({
    kind: 'space',
    label: slug,
    id: slug,
    space: slug,
    ...(slug === 'nouvelles' ? { posting: 'facilitators' as const } : {}),
  }))
  targets.push({ kind: 'space', label: 'a space of another community', id: 'ailleurs' })
  targets.push({ kind: 'space', label: 'a circle, by what would be its name', id: CIRCLE })
  for (const { id, threadId, slug, email, communityId, posting, gone } of rows) {
    const author = email.split('@')[0]!
    const known = communityId === community && !gone ? { space: slug, author } : { author: 'nobody here' }
    const rest = {
      ...known,
      ...(posting === 'facilitators' ? { posting } : {}),
      ...(id === withdrawn.traced ? { withdrawn: true as const } : {}),
    }
    if (id === threadId) targets.push({ kind: 'thread', label: `a thread in ${slug}`, id, ...rest })
    targets.push({ kind: 'post', label: `${id === threadId ? 'an opening' : 'a reply'} in ${slug}`, id, ...rest })
  }
  return targets
}

/** Charters and signatures, and the canaries that they are. */
async function charterTargets({ owner }: TestServer, community: string, foreign: string, canaries: Canaries): Promise<Target[]> {
  const versions = await owner
    .selectFrom('charter_version')
    .selectAll()
    .where('community_id', 'in', [community, foreign])
    .execute()
  const charters = versions.map(({ id, community_id, space_id, number, hash }): Target => {
    const seenBy = community_id !== community ? [] : space_id === null ? signers : spaceSigners
    const label = `version ${number} of ${community_id !== community ? 'another community' : space_id === null ? 'the community' : 'the restricted space'}`
    if (space_id !== null || community_id !== community) {
      canaries.known(`id of ${label}`, id, seenBy)
      canaries.known(`hash of ${label}`, hash.toString('hex'), seenBy)
    }
    return { kind: 'charter', label, id, seenBy, ...(number === 1 && seenBy === signers ? { isOld: true as const } : {}) }
  })
  const signatures = await owner
    .selectFrom('charter_signature as s')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .innerJoin('charter_version as v', 'v.id', 's.version_id')
    .select(['s.id', 'p.email', 'v.number', 'v.space_id as spaceId'])
    .where('s.community_id', '=', community)
    .execute()
  const proofs = signatures.flatMap(({ id, email, number, spaceId }): Target[] => {
    const key = email.split('@')[0]!
    if (spaceId !== null && key === 'other') {
      canaries.known('id of a signature for a space that is out of reach now', id, [])
      return [{ kind: 'signature', label: 'signature of other for the restricted space', id, seenBy: [] }]
    }
    if (spaceId !== null || number !== 2) return []
    if (key === 'silent') canaries.known('id of another’s signature', id, [])
    if (key !== 'silent' && key !== 'member') return []
    return [{ kind: 'signature', label: `signature of ${key}`, id, seenBy: key === 'member' ? ['member'] : [] }]
  })
  return [...charters, ...proofs]
}

/** A site whose word is taken, and one of another community. */
async function siteTargets({ owner }: TestServer, community: string, foreign: string, canaries: Canaries): Promise<Target[]> {
  const sites = await owner.selectFrom('site').selectAll().where('community_id', 'in', [community, foreign]).execute()
  const [own, other] = [sites.find(({ name }) => name === 'Site A')!, sites.find((site) => site.community_id === foreign)!]
  const issuer = canaries.word('who says who a visitor is', ['facilitator'])
  for (const { community_id, id: site_id } of [own, other]) {
    const trust = { community_id, site_id, issuer: community_id === community ? issuer : canaries.word('the same elsewhere', []) }
    await owner
      .insertInto('site_trust')
      .values({ ...trust, keys_url: null })
      .execute()
  }
  canaries.known('id of a site of another community', other.id, [])
  return [
    { kind: 'site', label: 'a site', id: own.id, seenBy: ['facilitator'] },
    { kind: 'site', label: 'a site of another community', id: other.id, seenBy: [] },
  ]
}

/** A whole server, a community full of canaries, everybody signed in, and one line of rights switched off where told. */
export async function makeWorld(lines: Lines): Promise<World> {
  const canaries = new Canaries()
  const server = await testServer({}, lines === 'line 2 alone' ? { rights: noRights } : {})
  if (lines === 'line 2 alone') await addEverySpace(server.database)
  const { owner } = server
  const [seed, other] = [seedOf(canaries), foreignSeed(canaries)]
  for (const one of [seed, other]) await server.server.seed(one)
  const idOf = (slug: string) => owner.selectFrom('community').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const [community, foreign] = [await idOf(seed.slug), await idOf(other.slug)]
  await makeCircle(server, community.id, seed.threads.at(-1)!.title)
  await plant(server, community, canaries)
  const byKey = (key: string) =>
    owner
      .selectFrom('member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select('m.id')
      .where('p.email', '=', `${key}@${seed.slug}.example`)
      .executeTakeFirstOrThrow()
  const spaceId = (slug: string) =>
    owner
      .selectFrom('space')
      .select('id')
      .where('slug', '=', slug)
      .where('community_id', '=', community.id)
      .executeTakeFirstOrThrow()
  await owner
    .insertInto('audience')
    .values({
      community_id: community.id,
      id: randomUUID(),
      space_id: (await spaceId('laval')).id,
      group_id: null,
      member_id: (await byKey('named')).id,
    })
    .execute()
  const main = await owner
    .selectFrom('thread')
    .select('id')
    .where('space_id', '=', (await spaceId('entraide')).id)
    .where('pinned_at', 'is not', null)
    .executeTakeFirstOrThrow()
  const withdrawn = await withdrawSome(server, seed.slug, canaries, main.id)
  const sites = await owner.selectFrom('site').select(['id', 'name']).where('community_id', '=', community.id).execute()
  const siteOf = (name: string) => sites.find((site) => site.name === name)!.id
  const callers = await signEverybodyIn(
    server,
    { main: seed.slug, other: other.slug },
    { a: siteOf('Site A'), b: siteOf('Site B') },
  )
  const silent = await enter(server, seed.slug, `silent@${seed.slug}.example`)
  await endRights(server, callers, hashSecret)
  const targets = [
    ...absents,
    ...(await targetsOf(server, community.id, foreign.id, withdrawn)),
    ...(await charterTargets(server, community.id, foreign.id, canaries)),
    ...(await groupTargets(server, community.id, foreign.id)),
    ...(await siteTargets(server, community.id, foreign.id, canaries)),
    ...(await notificationTargets(server, { community: community.id, foreign: foreign.id }, canaries)),
    ...(await joiningTargets(server, { community: community.id, foreign: foreign.id }, canaries)),
    ...(await helpTargets(server, { community: community.id, foreign: foreign.id }, canaries)),
    ...(await passkeyTargets(server, { community: community.id, foreign: foreign.id }, canaries)),
  ]
  for (const session of await owner.selectFrom('session').selectAll().execute()) {
    const isSilent = session.access_hash.equals(hashSecret(silent.tokens!.access))
    if (isSilent) targets.push({ kind: 'session', label: 'a session of another person', id: session.id })
    if (isSilent) canaries.known('id of another person’s session', session.id, [])
    for (const secret of [session.access_hash, session.refresh_hash, session.family_hash]) {
      for (const form of ['hex', 'base64', 'base64url'] as const) canaries.known('hash of a token', secret.toString(form), [])
    }
  }
  const login = await owner.selectFrom('login').selectAll().where('community_id', '=', community.id).executeTakeFirstOrThrow()
  canaries.known('hash of a code', login.code_hash.toString('hex'), [])
  canaries.known('hash of a code', login.code_hash.toString('base64'), [])
  if (lines === 'line 1 alone') await dropSecondLine(owner)
  const addresses = [
    ...['writer', 'pending', 'suspended', 'orphan'].map((key) => `${key}@${seed.slug}.example`),
    `foreign@${other.slug}.example`,
    'nobody@nowhere.example',
  ]
  return {
    lines,
    server,
    slug: seed.slug,
    canaries,
    callers,
    targets,
    addresses,
    knownAddresses: [`writer@${seed.slug}.example`, seed.requests![0]!.email],
    loginId: login.id,
    memberId: (await byKey('silent')).id,
    siteHost: 'a.example',
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
