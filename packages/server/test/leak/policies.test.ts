import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { become } from '../../src/db/openings.ts'
import { hashSecret } from '../../src/trpc/request-facts.ts'
import { isIn, personas, type Persona } from './personas.ts'
import { makeWorld, type World } from './world.ts'

/*
 * The second line by itself, table by table: through a procedure one policy can hide that another is open. No query of ours runs here.
 */

/** Which rows a role may see, as a condition over what the persona is; `false`: not even the table. */
type Condition = string | false
interface Rule {
  stranger: Condition
  /** Pending people have the role of members. */
  pending: Condition
  active: Condition
  /** Members who have not signed: as pending people unless told. */
  unsigned?: Condition
}

const here = 'community_id = $1'
const inSpaces = `${here} and space_id = any($3)`
const never = 'false'
const nobody: Rule = { stranger: false, pending: false, active: false }
const members = (active: Condition, pending: Condition = never): Rule => ({ stranger: false, pending, active })
const readers: Rule = { stranger: inSpaces, pending: inSpaces, active: inSpaces }
const ofGroups = (column: string) => `${column} in (select group_id from own_groups)`

const asked = `space_id in (select a.space_id from audience a where a.community_id = $1 and (a.member_id = $2 or a.${ofGroups('group_id')}))`
const charters: Rule = { ...members(`${here} and (space_id is null or ${asked})`), unsigned: `${here} and space_id is null` }

/** $1 community, $2 member, $3 spaces. `own_groups` are those of the member. */
const rules: Record<string, Rule> = {
  community: { stranger: 'id = $1', pending: 'id = $1', active: 'id = $1' },
  space: { stranger: `${here} and id = any($3)`, pending: `${here} and id = any($3)`, active: `${here} and id = any($3)` },
  thread: readers,
  post: readers,
  reaction: readers,
  revision: members(inSpaces, inSpaces),
  reading: members('member_id = $2', 'member_id = $2'),
  withdrawal: members('author_id = $2', 'author_id = $2'),
  organisation: members(here),
  member: members(here, `${here} and id = $2`),
  group: members(`${here} and (not hidden or ${ofGroups('id')})`),
  group_member: members(`${here} and ${ofGroups('group_id')}`),
  audience: members(`${inSpaces} and (group_id is null or ${ofGroups('group_id')} or group_id in (select id from known_groups))`),
  charter: charters,
  charter_version: charters,
  charter_signature: members(`${here} and member_id = $2`, `${here} and member_id = $2`),
  person: nobody,
  session: nobody,
  login: nobody,
  site: nobody,
  site_origin: nobody,
  site_font: nobody,
  activity: nobody,
  activity_head: nobody,
  erasure: nobody,
}

let world: World
let community: string
let spaces: { id: string; slug: string }[]
beforeAll(async () => {
  world = await makeWorld('both lines')
  const { owner } = world.server
  community = (await owner.selectFrom('community').select('id').where('slug', '=', world.slug).executeTakeFirstOrThrow()).id
  spaces = await owner.selectFrom('space').select(['id', 'slug']).where('community_id', '=', community).execute()
}, 120_000)
afterAll(() => world?.[Symbol.asyncDispose]())

/** Runs the work in a transaction of the persona's role, and takes everything back. */
async function as<Result>(
  persona: Persona,
  work: (client: PoolClient, memberId: string | null) => Promise<Result>,
): Promise<Result> {
  const { tokens, site } = world.callers.get(persona.name) ?? {}
  const { text, values } = become(
    tokens ? hashSecret(tokens.access) : null,
    site ?? null,
    world.slug,
    new Date(world.server.clock.now()),
  )
  const client = await world.server.database.pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ member_id: string | null }>(text, values)
    return await work(client, rows[0]!.member_id)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const spacesOf = (persona: Persona): string[] =>
  spaces.filter(({ slug }) => (persona.reads === 'refused' ? slug === 'accueil' : isIn(persona, slug))).map(({ id }) => id)

const isDenied = (error: unknown): boolean => (error as { code?: string }).code === '42501'

test('every table has a rule', async () => {
  const { rows } = await world.server.database.ownerPool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(rules, name))
  expect(unknown, 'Say in `rules` in test/leak/policies.test.ts which rows of these each role may see').toEqual([])
})

/** Where a call came from is no matter of the database: these hold a session that it takes. */
const isOfOrigin = ({ name }: Persona) => /origin|script/.test(name)

describe.each(personas.filter((one) => !isOfOrigin(one)).map((persona) => [persona.name, persona] as const))(
  '%s',
  (_, persona) => {
    // Of a session that is none, and of a site's session elsewhere, the database makes a stranger.
    const kind = persona.reads === 'refused' ? ('stranger' as const) : persona.status

    test.each(Object.entries(rules))('sees of %s what she may', async (table, rule) => {
      const condition = kind === 'unsigned' ? (rule.unsigned ?? rule.pending) : rule[kind]
      const memberId = await as(persona, async (_client, id) => id)
      expect(memberId === null).toBe(kind === 'stranger')
      const given = [community, memberId, spacesOf(persona)]
      const name = `"${table}"`
      const count = `select count(*)::integer as count from ${name}`
      if (condition === false) {
        const refusal = await as(persona, (client) =>
          client.query(count).then(
            () => undefined,
            (error: unknown) => error,
          ),
        )
        expect(isDenied(refusal), `${table} is open to ${persona.name}`).toBe(true)
        return
      }
      // Each parameter is named once, whatever the condition needs.
      const where = `($1::uuid is not null or $2::uuid is null or $3::uuid[] is null) and (${condition})`
      const groups = `with own_groups as (select group_id from group_member where community_id = $1 and member_id = $2),
      known_groups as (select id from "group" where community_id = $1 and not hidden)`
      const owner = await world.server.database.ownerPool.query<{ count: number }>(`${groups} ${count} where ${where}`, given)
      const [all, allowed] = await as(persona, async (client) => {
        const bare = await client.query<{ count: number }>(count)
        const narrowed = condition.includes('_groups')
          ? bare
          : await client.query<{ count: number }>(`${count} where ${where}`, given)
        return [bare.rows[0]!.count, narrowed.rows[0]!.count]
      })
      expect([table, all, allowed]).toEqual([table, owner.rows[0]!.count, owner.rows[0]!.count])
    })
  },
)

const id = "'00000000-0000-7000-8000-000000000001'"
/** What no member may write, straight into the tables: $1 community, $2 herself, $3 another member, $4 a space she reads, $5 one that she does not, $6 another's post in what she reads. */
const attempts: Record<string, string> = {
  'a thread in a space she does not read': `insert into thread (community_id, id, space_id, author_id, kind, title, excerpt, created_at, last_activity_at) values ($1, ${id}, $5, $2, 'tool', '', '', now(), now())`,
  'a thread by another': `insert into thread (community_id, id, space_id, author_id, kind, title, excerpt, created_at, last_activity_at) values ($1, ${id}, $4, $3, 'tool', '', '', now(), now())`,
  'a post in a space she does not read': `insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at) select $1, ${id}, thread_id, $5, $2, '', '[]', '', now() from post where id = $6`,
  'a post by another': `insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at) select $1, ${id}, thread_id, $4, $3, '', '[]', '', now() from post where id = $6`,
  'another’s thread': `update thread set title = 'x' where author_id = $3`,
  'the space of a thread': `update thread set space_id = $5`,
  'the author of a post': `update post set author_id = $2`,
  'another’s post': `update post set source = 'x' where author_id = $3`,
  'a gesture of another': `insert into reaction (community_id, post_id, key, member_id, space_id, created_at) values ($1, $6, 'x', $3, $4, now())`,
  'a gesture where she does not read': `insert into reaction (community_id, post_id, key, member_id, space_id, created_at) values ($1, $6, 'x', $2, $5, now())`,
  'another’s gesture, away': `delete from reaction where member_id <> $2`,
  'an earlier text of another’s post': `insert into revision (community_id, id, post_id, space_id, body, replaced_at) values ($1, ${id}, $6, $4, '[]', now())`,
  'an earlier text of another’s post, away': `delete from revision r using post p where p.id = r.post_id and p.author_id = $3`,
  'what another has read': `insert into reading (community_id, member_id, thread_id, read_at) select $1, $3, thread_id, now() from post where id = $6`,
  'what another withdrew': `insert into withdrawal (community_id, post_id, author_id, source, body, restorable_until) values ($1, $6, $3, '', '[]', now())`,
  'what another withdrew, away': `delete from withdrawal where author_id <> $2`,
  'the journal of another community': `insert into activity (community_id, at, kind) select id, now(), 'x' from (select gen_random_uuid() as id) c`,
  'her own standing': `update member set facilitates = true`,
  'her own groups': `insert into group_member (community_id, group_id, member_id) select $1, group_id, $2 from audience limit 1`,
  'an audience': `insert into audience (community_id, id, space_id, member_id) values ($1, ${id}, $5, $2)`,
  'a charter': `insert into charter_version (community_id, id, number, language, source, body, hash, published_at) values ($1, ${id}, 9, 'fr-CA', '', '[]', sha256(''), now())`,
  'which charter is asked for': `update charter set version_id = version_id where community_id = $1`,
  'the text of a charter': `update charter_version set source = 'x' where community_id = $1`,
  'another’s signature': `insert into charter_signature (community_id, id, member_id, version_id, hash, signed_at) select $1, ${id}, $3, v.id, v.hash, now() from charter c join charter_version v on v.id = c.version_id where c.space_id is null`,
  'a signature of an old version': `insert into charter_signature (community_id, id, member_id, version_id, hash, signed_at) select $1, ${id}, $2, v.id, v.hash, now() from charter_version v where v.number = 1 and v.space_id is null`,
  'another’s signature, back': `update charter_signature set withdrawn_at = now() where member_id <> $2`,
  'when she signed': `update charter_signature set signed_at = now()`,
  'a session': `update session set revoked_at = null`,
}

describe.each(['other', 'pending', 'who has not signed', 'anonymous', 'suspended'])('%s cannot write', (name) => {
  test.each(Object.entries(attempts))('%s', async (_, attempt) => {
    const persona = personas.find((one) => one.name === name)!
    const { owner } = world.server
    const post = await owner
      .selectFrom('post as p')
      .innerJoin('space as s', 's.id', 'p.space_id')
      .innerJoin('member as m', 'm.id', 'p.author_id')
      .select(['p.id', 'p.author_id'])
      .where('s.slug', '=', 'accueil')
      .where('p.community_id', '=', community)
      .limit(1)
      .executeTakeFirstOrThrow()
    const spaceOf = (slug: string) => spaces.find((space) => space.slug === slug)!.id
    const rows = await as(persona, async (client, memberId) => {
      const values = [community, memberId, post.author_id, spaceOf('accueil'), spaceOf('laval'), post.id]
      const needed = [...new Set([...attempt.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit)))]
      const typed = attempt.replaceAll(/\$(\d)/g, (_all, digit: string) => `$${needed.indexOf(Number(digit)) + 1}::uuid`)
      try {
        return (
          await client.query(
            typed,
            needed.map((number) => values[number - 1]),
          )
        ).rowCount
      } catch (error) {
        return isDenied(error) ? 0 : error
      }
    })
    expect(rows).toBe(0)
  })
})
