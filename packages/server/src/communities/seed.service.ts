import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/tables.ts'
import { writeText } from '../discussions/discussions.service.ts'
import { uuidv7 } from '../ids.ts'
import { openCircle } from '../spaces/audiences.service.ts'
import { seedCharters } from './seed-charters.ts'
import { seedHelp } from './seed-help.ts'
import { seedNews } from './seed-news.ts'
import { seedConsents } from './seed-consents.ts'
import { seedRequests } from './seed-requests.ts'
import type { CommunitySeed, PostSeed, SiteSeed, ThreadSeed } from './community-seed.ts'

const MINUTE = 60_000
/** Members of a seed came in that long ago, so that only what is newer shows as unread. */
const MEMBERS_SINCE = 3 * 24 * 60 * MINUTE

interface Seeding {
  db: Db
  communityId: string
  now: number
  ids: {
    organisations: Map<string, string>
    groups: Map<string, string>
    members: Map<string, string>
    spaces: Map<string, string>
  }
}

/** Writes a whole community, all or nothing, as the owner of the tables. Answers `false` and writes nothing when the slug is taken. */
export async function seedCommunity(owner: Db, clock: Clock, seed: CommunitySeed): Promise<boolean> {
  return owner.transaction().execute(async (db) => {
    if (await db.selectFrom('community').select('id').where('slug', '=', seed.slug).executeTakeFirst()) return false
    const now = clock.now()
    const communityId = uuidv7(now)
    const keyed = (items: { key: string }[]) => new Map(items.map(({ key }) => [key, uuidv7(now)]))
    const ids = {
      organisations: keyed(seed.organisations),
      groups: keyed(seed.groups),
      members: keyed(seed.members),
      spaces: new Map(seed.spaces.map(({ slug }) => [slug, uuidv7(now)])),
    }
    const seeding = { db, communityId, now, ids }
    const {
      slug,
      name,
      language,
      timeZone,
      reactions,
      indexable = false,
      exitUrl,
      greeting,
      vocabulary = {},
      aims = [],
      accent,
      scheme,
      contact = null,
    } = seed
    await db
      .insertInto('community')
      .values({
        id: communityId,
        slug,
        name,
        language,
        time_zone: timeZone,
        reactions: JSON.stringify(reactions),
        indexable,
        exit_url: exitUrl ?? null,
        greeting: greeting ?? null,
        vocabulary: JSON.stringify(vocabulary),
        aims: JSON.stringify(aims),
        accent: accent ?? null,
        scheme: scheme ?? null,
        contact: contact && JSON.stringify(contact),
        created_at: new Date(now),
      })
      .execute()
    await seedPlaces(seeding, seed)
    await seedMembers(seeding, seed)
    await seedConsents({ ...seeding, at: new Date(now - MEMBERS_SINCE) }, seed.members)
    await seedSpaces(seeding, seed)
    const spaceId = (space: string) => idOf(ids.spaces, space, 'space')
    const memberId = (key: string) => idOf(ids.members, key, 'member')
    await seedCharters({ ...seeding, language, spaceId, memberId }, seed.charters ?? [])
    await seedRequests(seeding, seed)
    await seedHelp(seeding, seed.help)
    for (const thread of seed.threads) await seedThread(seeding, thread)
    if (seed.tells) await seedNews(db, communityId, new Date(now - MEMBERS_SINCE))
    return true
  })
}

function idOf(ids: Map<string, string>, key: string, what: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The seed names a ${what} that it does not hold: ${key}`)
  return id
}
const optionalId = (ids: Map<string, string>, key: string | undefined, what: string) =>
  key === undefined ? null : idOf(ids, key, what)

async function seedPlaces({ db, communityId, now, ids }: Seeding, { organisations, sites }: CommunitySeed): Promise<void> {
  for (const { key, name, removed, region = null, sector = null } of organisations) {
    const id = idOf(ids.organisations, key, 'organisation')
    await db
      .insertInto('organisation')
      .values({ community_id: communityId, id, name, removed_at: removed ? new Date(now) : null, region, sector })
      .execute()
  }
  for (const site of sites) await seedSite({ db, communityId, now, ids }, site)
}

async function seedSite(
  { db, communityId, now, ids }: Seeding,
  { name, organisation, origins, fonts = [], exitUrl }: SiteSeed,
): Promise<void> {
  const id = uuidv7(now)
  const organisationId = optionalId(ids.organisations, organisation, 'organisation')
  await db
    .insertInto('site')
    .values({ community_id: communityId, id, organisation_id: organisationId, name, exit_url: exitUrl ?? null })
    .execute()
  for (const origin of origins) {
    await db
      .insertInto('site_origin')
      .values({ community_id: communityId, site_id: id, origin: new URL(origin).origin })
      .execute()
  }
  for (const { family, weight, base64 } of fonts) {
    const data = Buffer.from(base64, 'base64')
    await db
      .insertInto('site_font')
      .values({ community_id: communityId, site_id: id, id: uuidv7(now), family, weight, data })
      .execute()
  }
}

async function seedMembers({ db, communityId, now, ids }: Seeding, { groups, members }: CommunitySeed): Promise<void> {
  for (const { key, name, hidden = false, kind = 'social', organisation, fact = null } of groups) {
    const organisation_id = optionalId(ids.organisations, organisation, 'organisation')
    await db
      .insertInto('group')
      .values({ community_id: communityId, id: idOf(ids.groups, key, 'group'), name, hidden, kind, organisation_id, fact })
      .execute()
  }
  for (const member of members) {
    const email = member.email.toLowerCase()
    await db
      .insertInto('person')
      .values({ id: uuidv7(now), email, created_at: new Date(now) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const person = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
    const id = idOf(ids.members, member.key, 'member')
    await db
      .insertInto('member')
      .values({
        community_id: communityId,
        id,
        person_id: person.id,
        organisation_id: optionalId(ids.organisations, member.organisation, 'organisation'),
        organisation_shown: member.organisationShown ?? true,
        name: member.name,
        status: member.status ?? 'active',
        facilitates: member.facilitates ?? false,
        created_at: new Date(now - MEMBERS_SINCE),
        welcomed_at: member.isNew ? null : new Date(now - MEMBERS_SINCE),
      })
      .execute()
    for (const kind of ['region', 'sector'] as const) {
      const value = member[kind]
      if (value !== undefined)
        await db.insertInto('member_fact').values({ community_id: communityId, member_id: id, kind, value }).execute()
    }
    const { availability } = member
    if (availability !== undefined)
      await db.insertInto('member_profile').values({ community_id: communityId, member_id: id, availability }).execute()
    for (const group of member.groups ?? []) {
      await db
        .insertInto('group_member')
        .values({ community_id: communityId, group_id: idOf(ids.groups, group, 'group'), member_id: id })
        .execute()
    }
  }
}

async function seedSpaces({ db, communityId, now, ids }: Seeding, { spaces }: CommunitySeed): Promise<void> {
  for (const [position, { slug, name, level, posting = 'readers', retentionDays, groups = [] }] of spaces.entries()) {
    const id = idOf(ids.spaces, slug, 'space')
    await db
      .insertInto('space')
      .values({ community_id: communityId, id, slug, name, level, posting, retention_days: retentionDays ?? null, position })
      .execute()
    for (const group of groups) {
      const groupId = idOf(ids.groups, group, 'group')
      await db
        .insertInto('audience')
        .values({ community_id: communityId, id: uuidv7(now), space_id: id, group_id: groupId, member_id: null })
        .execute()
    }
  }
}

/** The space, or the circle within it: opened as its author would, whom the functions of rights are told of. */
async function spaceOf({ db, communityId, now, ids }: Seeding, { space, author, audience }: ThreadSeed): Promise<string> {
  const spaceId = idOf(ids.spaces, space, 'space')
  if (!audience) return spaceId
  const groups = (audience.groups ?? []).map((key) => idOf(ids.groups, key, 'group'))
  const members = (audience.members ?? []).map((key) => idOf(ids.members, key, 'member'))
  await sql`select set_config('cercle.community', ${communityId}, true), set_config('cercle.member', ${idOf(ids.members, author, 'member')}, true),
    set_config('cercle.verified', '1', true)`.execute(db)
  const circle = await openCircle(db, { id: uuidv7(now), spaceId, groups, members })
  if (circle === undefined) throw new Error(`The seed tells a discussion in ${space} to whom its author may not name`)
  return circle
}

async function seedThread(seeding: Seeding, thread: ThreadSeed): Promise<void> {
  const { db, communityId, now, ids } = seeding
  const id = uuidv7(now)
  const at = new Date(now - thread.minutesAgo * MINUTE)
  const spaceId = await spaceOf(seeding, thread)
  await db
    .insertInto('thread')
    .values({
      community_id: communityId,
      id,
      space_id: spaceId,
      author_id: idOf(ids.members, thread.author, 'member'),
      kind: thread.kind,
      title: thread.title,
      excerpt: writeText(thread.body).excerpt,
      created_at: at,
      last_activity_at: at,
      pinned_at: thread.pinned ? at : null,
    })
    .execute()
  await seedPost(seeding, { id, threadId: id, spaceId }, thread)
  for (const reply of thread.replies ?? []) await seedPost(seeding, { id: uuidv7(now), threadId: id, spaceId }, reply)
}

async function seedPost(
  { db, communityId, now, ids }: Seeding,
  place: { id: string; threadId: string; spaceId: string },
  post: PostSeed,
): Promise<void> {
  const at = new Date(now - post.minutesAgo * MINUTE)
  await db
    .insertInto('post')
    .values({
      community_id: communityId,
      id: place.id,
      thread_id: place.threadId,
      space_id: place.spaceId,
      author_id: idOf(ids.members, post.author, 'member'),
      source: post.body,
      body: JSON.stringify(writeText(post.body).body),
      input_hash: createHash('sha256').update(place.id).digest(),
      created_at: at,
      edited_at: null,
      withdrawn_at: null,
    })
    .execute()
  for (const [key, members] of Object.entries(post.reactions ?? {})) {
    for (const member of members) {
      await db
        .insertInto('reaction')
        .values({
          community_id: communityId,
          post_id: place.id,
          key,
          member_id: idOf(ids.members, member, 'member'),
          space_id: place.spaceId,
          created_at: at,
        })
        .execute()
    }
  }
}
