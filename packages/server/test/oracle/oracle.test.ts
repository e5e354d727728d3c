import fc from 'fast-check'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { ownerDb } from '../../src/db/migrate.ts'
import { become, viewerOf } from '../../src/db/openings.ts'
import { rights } from '../../src/db/rights.ts'
import type { Db } from '../../src/db/tables.ts'
import { OpeningTransaction } from '../../src/db/viewer-transaction.ts'
import { countReaders as readersIn, listAudienceGroups, listSpaces } from '../../src/spaces/spaces.repository.ts'
import type { Viewer } from '../../src/viewer.ts'
import { engine, testDatabase } from '../database.ts'
import { communities, erase, MEMBERS, write, type Written } from './communities.ts'
import * as funnel from './funnel.ts'

/** How many memberships are compared; more by hand or before a release. */
const wanted = Number(process.env.CERCLE_ORACLE_RUNS ?? 2_000)
const now = new Date('2026-11-24T12:00:00.000Z')

let database: Database
let owner: Db
beforeAll(async () => {
  database = await testDatabase()
  owner = ownerDb(database)
})
afterAll(() => database?.[Symbol.asyncDispose]())

/** What the second line alone lets through: bare tables under the role and settings of the viewer. */
interface SecondLine {
  mine: string[]
  spaces: string[]
  groups: string[]
  knownGroups: string[]
  audiences: string[]
  companions: string[]
  charterSpaces: string[]
  members: string
}

async function secondLine(db: Db, isStranger: boolean): Promise<SecondLine> {
  const ids = (from: RawBuilder<unknown>) => (isStranger ? sql`array[]::text[]` : sql`array(${from})`)
  const { rows } =
    await sql<SecondLine>`select ${ids(sql`select unnest(my_charter_spaces())::text`)} as "charterSpaces", my_spaces() as mine, array(select id from space) as spaces, my_groups() as groups,
    ${ids(sql`select id::text from "group"`)} as "knownGroups",
    ${ids(sql`select space_id || ' ' || group_id from audience where group_id is not null`)} as audiences,
    ${ids(sql`select group_id || ' ' || member_id from group_member`)} as companions,
    ${isStranger ? sql`'0'` : sql`(select count(*) from member)`} as members`.execute(db)
  return rows[0]!
}

type Answers = Record<string, unknown>
const sorted = (values: Iterable<unknown>): string[] => [...values].map(String).sort()

/** What the oracle says, in the same words as `observed`. */
function predicted(community: funnel.Community, member: number | undefined): Answers {
  const spaces = funnel.spacesOf(community, member)
  const isActive = member !== undefined && funnel.isActive(community, member)
  const isIn = member !== undefined && funnel.isAdmitted(community, member)
  const readersShown = spaces.map((space) => `${space} ${isActive ? funnel.readersOf(community, space).length : 'untold'}`)
  const groupsShown = isActive
    ? spaces.flatMap((space) => funnel.shownGroups(community, member, space).map((group) => `${space} ${group}`))
    : []
  return {
    admitted: isIn,
    functionAlone: sorted(spaces),
    firstLine: sorted(spaces),
    secondLine: sorted(spaces),
    bothLines: sorted(spaces),
    readersShown: sorted(readersShown),
    groupsShown: sorted(groupsShown),
    groups: sorted(isActive ? funnel.groupsOf(community, member) : []),
    knownGroups: sorted(isActive ? funnel.knownGroups(community, member) : []),
    audiences: sorted(groupsShown),
    companions: sorted(isActive ? funnel.companions(community, member).map((one) => `${one.group} ${one.member}`) : []),
    charterSpaces: sorted(isActive ? funnel.charterSpacesOf(community, member) : []),
    status: isIn ? (funnel.stands(community, member) ? (isActive ? 'active' : 'unsigned') : 'pending') : null,
    members: isActive ? community.members.length : isIn ? 1 : 0,
  }
}

async function underPolicies(written: Written, member: number | undefined): Promise<{ viewer: Viewer; answers: Answers }> {
  const { slug, hashes, members } = written
  const indexOf = (ids: string[]) => (one: string) => ids.indexOf(one)
  const [space, group, person] = [indexOf(written.spaces), indexOf(written.groups), indexOf(members)]
  const transaction = new OpeningTransaction(
    database.pool,
    'begin read only',
    become(member === undefined ? null : hashes[member]!, null, slug, now),
  )
  try {
    const viewer = viewerOf(await transaction.opened(), rights)!
    const isStranger = viewer.memberId === null
    const shown = await listSpaces(transaction.db, viewer)
    const shownIds = shown.map((one) => one.id)
    const readers = viewer.status === 'active' ? await readersIn(transaction.db, shownIds) : new Map<string, number>()
    const groupsShown = viewer.status === 'active' ? await listAudienceGroups(transaction.db, viewer, shownIds) : []
    const second = await secondLine(transaction.db, isStranger)
    const pair = (left: (id: string) => number, right: (id: string) => number) => (both: string) => {
      const [a, b] = both.split(' ') as [string, string]
      return `${left(a)} ${right(b)}`
    }
    expect(sorted(second.mine)).toEqual(sorted(second.spaces))
    const answers = {
      admitted: !isStranger,
      secondLine: sorted(second.spaces.map(space)),
      bothLines: sorted(shownIds.map(space)),
      readersShown: sorted(shownIds.map((one) => `${space(one)} ${readers.get(one) ?? 'untold'}`)),
      groupsShown: sorted(groupsShown.map((one) => `${space(one.spaceId)} ${one.name}`)),
      groups: sorted(second.groups.map(group)),
      knownGroups: sorted(second.knownGroups.map(group)),
      audiences: sorted(second.audiences.map(pair(space, group))),
      companions: sorted(second.companions.map(pair(group, person))),
      charterSpaces: sorted(second.charterSpaces.map(space)),
      status: viewer.status,
      members: Number(second.members),
    }
    return { viewer, answers }
  } finally {
    await transaction.end('rollback')
  }
}

/** The first line alone, asked as the owner whom no policy stops; and the function that both lines rest on, for this very member. */
async function firstLine({ id, spaces, members }: Written, viewer: Viewer, member: number | undefined): Promise<Answers> {
  const { rows } = await sql<{
    spaces: string[]
  }>`select spaces_of(${id}, ${member === undefined ? null : members[member]}) as spaces`.execute(owner)
  const listed = await listSpaces(owner, viewer)
  return {
    functionAlone: sorted(rows[0]!.spaces.map((one) => spaces.indexOf(one))),
    firstLine: sorted(listed.map((one) => spaces.indexOf(one.id))),
  }
}

/** The readers of each of her spaces by name: dear to ask, so it is asked for a few. */
async function namesTold(written: Written, member: number | undefined): Promise<string[]> {
  const hash = member === undefined ? null : written.hashes[member]!
  const transaction = new OpeningTransaction(database.pool, 'begin read only', become(hash, null, written.slug, now))
  try {
    const { rows } = await sql<{ space: string; readers: number; members: string[] | null }>`
      select s.id as space, w.readers, w.members from space s cross join lateral who_reads(s.id, '{}', '{}') w`.execute(
      transaction.db,
    )
    return sorted(
      rows.map(({ space, readers, members }) =>
        [
          written.spaces.indexOf(space),
          readers,
          members ? sorted(members.map((id) => written.members.indexOf(id))) : 'untold',
        ].join(' '),
      ),
    )
  } finally {
    await transaction.end('rollback')
  }
}

function namesPredicted(community: funnel.Community, member: number): string[] {
  if (!funnel.isActive(community, member)) return []
  return sorted(
    funnel.spacesOf(community, member).map((space) => {
      const readers = funnel.readersOf(community, space)
      return [space, readers.length, funnel.hidesNames(community, space) ? 'untold' : sorted(readers)].join(' ')
    }),
  )
}

async function observed(written: Written, member: number | undefined): Promise<Answers> {
  const { viewer, answers } = await underPolicies(written, member)
  return { ...answers, ...(await firstLine(written, viewer, member)) }
}

test(`both lines give what the rules in words say, over ${wanted} random memberships`, { timeout: 600_000 }, async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(communities, async (community) => {
      const written = await write(owner, community, now)
      const people = [undefined, ...community.members.keys()]
      for (const member of people)
        expect(await observed(written, member), `member ${member}`).toEqual(predicted(community, member))
      for (const member of [0, 1, 2].filter((one) => funnel.isAdmitted(community, one)))
        expect(await namesTold(written, member), `names to member ${member}`).toEqual(namesPredicted(community, member))
      compared += people.length
      await erase(owner, written)
    }),
    { numRuns: Math.ceil(wanted / MEMBERS), seed: 20261124, endOnFailure: true },
  )
  console.log(`oracle, ${engine}: ${compared} memberships`)
  expect(compared).toBeGreaterThanOrEqual(wanted)
})
