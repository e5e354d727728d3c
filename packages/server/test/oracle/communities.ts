import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Db } from '../../src/db/tables.ts'
import type { Community } from './funnel.ts'

export const MEMBERS = 80
const GROUPS = 6
const SPACES = 8
const ORGANISATIONS = 4

const index = (length: number) => fc.nat({ max: length - 1 })

const region = fc.constantFrom(undefined, undefined, 'Nord', 'Sud')
const follows = fc.option(
  fc.oneof(fc.record({ organisation: index(ORGANISATIONS) }), fc.record({ region: fc.constantFrom('Nord', 'Sud') })),
  {
    nil: undefined,
    freq: 1,
  },
)

/** A community with every kind of person, group and space, thrown together. */
export const communities: fc.Arbitrary<Community> = fc.record({
  hasCharter: fc.boolean(),
  organisations: fc.array(fc.record({ removed: fc.constantFrom(true, false, false), region }), {
    minLength: ORGANISATIONS,
    maxLength: ORGANISATIONS,
  }),
  groups: fc.array(fc.record({ hidden: fc.boolean(), follows }), { minLength: GROUPS, maxLength: GROUPS }),
  spaces: fc
    .array(
      fc.record({
        level: fc.constantFrom('public' as const, 'members' as const, 'restricted' as const, 'restricted' as const),
        hasCharter: fc.constantFrom(false, false, true),
        inside: fc.option(index(SPACES), { nil: undefined, freq: 2 }),
      }),
      { minLength: SPACES, maxLength: SPACES },
    )
    .map((spaces) => spaces.map((space, i) => ({ ...space, inside: space.inside! < i ? space.inside : undefined }))),
  members: fc.array(
    fc.record({
      status: fc.constantFrom(
        'pending' as const,
        'active' as const,
        'active' as const,
        'active' as const,
        'suspended' as const,
        'removed' as const,
      ),
      organisation: fc.option(index(ORGANISATIONS), { nil: undefined }),
      ended: fc.constantFrom(false, false, false, false, true),
      region,
      groups: fc.uniqueArray(index(GROUPS), { maxLength: 3 }),
      left: fc.uniqueArray(index(GROUPS), { maxLength: 2 }),
      signed: fc.constantFrom(true, true, true, false),
      signedSpaces: fc.uniqueArray(index(SPACES), { maxLength: SPACES }),
    }),
    { minLength: MEMBERS, maxLength: MEMBERS },
  ),
  audiences: fc.uniqueArray(
    fc.oneof(
      fc.record({ space: index(SPACES), group: index(GROUPS) }),
      fc.record({ space: index(SPACES), member: index(MEMBERS) }),
    ),
    { maxLength: 24, selector: (one) => JSON.stringify(one) },
  ),
})

/** Days end by the clock of the database: this one is over on any. */
const gone = new Date('2020-01-01T00:00:00.000Z')

/** The spaces around one, outermost first. */
function around({ spaces }: Community, space: number): number[] {
  const { inside } = spaces[space]!
  return inside === undefined ? [] : [...around({ spaces } as Community, inside), inside]
}

export interface Written {
  id: string
  slug: string
  organisations: string[]
  groups: string[]
  spaces: string[]
  members: string[]
  /** The access token's hash of each member's session; she has one whatever her status. */
  hashes: Buffer[]
}

/** Writes it down as the owner of the tables, each thing named by its index. */
export async function write(owner: Db, community: Community, now: Date): Promise<Written> {
  const ids = (items: readonly unknown[]) => items.map(() => randomUUID())
  const id = randomUUID()
  const written: Written = {
    id,
    slug: `c${id.slice(0, 8)}`,
    organisations: ids(community.organisations),
    groups: ids(community.groups),
    spaces: ids(community.spaces),
    members: ids(community.members),
    hashes: community.members.map((_, member) => createHash('sha256').update(`${id} ${member}`).digest()),
  }
  const { organisations, groups, spaces, members, hashes } = written
  const here = { community_id: id }
  const later = new Date(now.getTime() + 3_600_000)
  await owner.transaction().execute(async (db) => {
    await db
      .insertInto('community')
      .values({
        id,
        slug: written.slug,
        name: 'C',
        language: 'fr-CA',
        time_zone: 'America/Toronto',
        reactions: '[]',
        created_at: now,
      })
      .execute()
    await db
      .insertInto('organisation')
      .values(
        community.organisations.map(({ removed, region = null }, i) => ({
          ...here,
          id: organisations[i]!,
          name: `${i}`,
          removed_at: removed ? now : null,
          region,
        })),
      )
      .execute()
    await db
      .insertInto('group')
      .values(
        community.groups.map(({ hidden, follows }, i) => ({
          ...here,
          id: groups[i]!,
          name: `${i}`,
          hidden,
          kind: !follows ? ('social' as const) : 'region' in follows ? ('region' as const) : ('workplace' as const),
          organisation_id: follows && 'organisation' in follows ? organisations[follows.organisation]! : null,
          fact: follows && 'region' in follows ? follows.region : null,
        })),
      )
      .execute()
    await db
      .insertInto('space')
      .values(
        community.spaces.map(({ level }, i) => ({
          ...here,
          id: spaces[i]!,
          slug: `s${i}`,
          name: `${i}`,
          level,
          retention_days: null,
          position: i,
          within: around(community, i).map((space) => spaces[space]!),
        })),
      )
      .execute()
    await db
      .insertInto('person')
      .values(members.map((member) => ({ id: member, email: `${member}@x.example`, created_at: now })))
      .execute()
    await db
      .insertInto('member')
      .values(
        community.members.map(({ status, organisation, ended }, i) => ({
          ...here,
          id: members[i]!,
          person_id: members[i]!,
          organisation_id: organisation === undefined ? null : organisations[organisation]!,
          name: `${i}`,
          status,
          expires_at: ended ? gone : null,
          created_at: now,
        })),
      )
      .execute()
    const belonging = community.members.flatMap((member, i) =>
      member.groups.map((group) => ({
        ...here,
        group_id: groups[group]!,
        member_id: members[i]!,
        expires_at: member.left.includes(group) ? gone : null,
      })),
    )
    const facts = community.members.flatMap(({ region }, i) =>
      region === undefined ? [] : [{ ...here, member_id: members[i]!, kind: 'region' as const, value: region }],
    )
    if (facts.length > 0) await db.insertInto('member_fact').values(facts).execute()
    if (belonging.length > 0) await db.insertInto('group_member').values(belonging).execute()
    const invited = community.audiences.map((one) => ({
      ...here,
      id: randomUUID(),
      space_id: spaces[one.space]!,
      group_id: 'group' in one ? groups[one.group]! : null,
      member_id: 'member' in one ? members[one.member]! : null,
    }))
    if (invited.length > 0) await db.insertInto('audience').values(invited).execute()
    await writeCharters(db, community, written, now)
    await db
      .insertInto('session')
      .values(
        members.map((member_id, i) => ({
          ...here,
          id: randomUUID(),
          member_id,
          site_id: null,
          access_hash: hashes[i]!,
          access_expires_at: later,
          family_hash: createHash('sha256').update(hashes[i]!).digest(),
          refresh_hash: createHash('sha256').update(hashes[i]!).digest(),
          previous_refresh_hash: null,
          rotated_at: now,
          idle_expires_at: later,
          absolute_expires_at: later,
          created_at: now,
          revoked_at: null,
        })),
      )
      .execute()
  })
  return written
}

/** Each charter has an old version, which everybody signed, and one for now, which some signed and some took back. */
async function writeCharters(db: Db, community: Community, { id, spaces, members }: Written, now: Date): Promise<void> {
  const here = { community_id: id }
  const hash = createHash('sha256').update('').digest()
  const places: (number | null)[] = [
    ...(community.hasCharter ? [null] : []),
    ...community.spaces.flatMap(({ hasCharter }, space) => (hasCharter ? [space] : [])),
  ]
  for (const place of places) {
    const space_id = place === null ? null : spaces[place]!
    const [old, current] = [randomUUID(), randomUUID()]
    const version = { ...here, space_id, language: 'fr-CA' as const, source: '', body: '[]', hash, published_at: now }
    await db
      .insertInto('charter_version')
      .values([
        { ...version, id: old, number: 1 },
        { ...version, id: current, number: 2 },
      ])
      .execute()
    await db
      .insertInto('charter')
      .values({ ...here, space_id, version_id: current })
      .execute()
    const signature = (member: number, version_id: string, withdrawn_at: Date | null) => ({
      ...here,
      id: randomUUID(),
      member_id: members[member]!,
      version_id,
      hash,
      signed_at: now,
      withdrawn_at,
    })
    const hasSigned = ({ signed, signedSpaces }: Community['members'][number]) =>
      place === null ? signed : signedSpaces.includes(place)
    await db
      .insertInto('charter_signature')
      .values(
        community.members.flatMap((one, member) => [
          signature(member, old, null),
          signature(member, current, hasSigned(one) ? null : now),
        ]),
      )
      .execute()
  }
}

export async function erase(owner: Db, { id }: Written): Promise<void> {
  await sql`delete from community where id = ${id}`.execute(owner)
}
