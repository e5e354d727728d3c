import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'

export interface WorldOptions {
  ownerUrl: string
  threads: number
  /** Spaces by level; `wide` and `quiet` are restricted to a person of that name, `other` to somebody else. */
  spaces: { public: number; members: number; wide: number; quiet: number; other: number }
  /** Ordinary members, who are also the authors. */
  people: number
}

export interface World {
  community: string
  communityId: string
  /** Ids, in the order of their numbers. */
  people: string[]
  /** Access token of `wide`, `quiet`, or `person<number>`. */
  tokenOf(name: string): string
}

export const COMMUNITY = 'mesure'
/** 43 characters, as real tokens are. */
const tokenOf = (name: string): string => createHash('sha256').update(`bench ${name}`).digest('base64url')

/** Version 7, from milliseconds and a number: newer rows lie at the end of the index, as they do in earnest. */
const uuidv7 = (milliseconds: string, number: string) => {
  const [head, tail] = [`lpad(to_hex((${milliseconds})::bigint), 12, '0')`, `md5((${number})::text)`]
  return `(${head} || '7' || substr(${tail}, 1, 3) || '8' || substr(${tail}, 4, 3) || substr(${tail}, 7, 12))::uuid`
}

const SECOND_AGO = (seconds: string) => `now() - (${seconds}) * interval '1 second'`
const TEXT =
  'Nous avons essayé la consigne sur deux marchés cet été, avec des verres lavés sur place et une caution de deux dollars.'

/** Writes a whole community by SQL, as its owner, and analyses it. */
export async function makeWorld({ ownerUrl, threads, spaces, people }: WorldOptions): Promise<World> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    const communityId = randomUUID()
    await client.query(
      `insert into community (id, slug, name, language, time_zone, reactions, created_at)
        values ($1, $2, 'Mesure', 'fr-CA', 'America/Toronto', $3, now() - interval '2 years')`,
      [communityId, COMMUNITY, JSON.stringify([{ key: 'thanks', label: 'Merci' }])],
    )
    const names = ['wide', 'quiet', 'other', ...Array.from({ length: people }, (_, index) => `person${index}`)]
    const ids = await makePeople(client, communityId, names)
    await makeSpaces(client, communityId, spaces)
    await makeThreads(client, communityId, threads)
    await makeTraces(client, communityId)
    await client.query('vacuum analyze')
    return { community: COMMUNITY, communityId, people: ids.slice(3), tokenOf }
  } finally {
    await client.end()
  }
}

async function makePeople(client: pg.Client, communityId: string, names: string[]): Promise<string[]> {
  const ids = names.map(() => randomUUID())
  await client.query(
    `insert into organisation (community_id, id, name) select $1, gen_random_uuid(), 'Maison ' || n from generate_series(1, 20) n`,
    [communityId],
  )
  await client.query(
    `insert into person (id, email, created_at) select id, 'p' || n || '@mesure.example', now() from unnest($1::uuid[]) with ordinality as u(id, n)`,
    [ids],
  )
  await client.query(
    `insert into member (community_id, id, person_id, organisation_id, name, status, created_at)
      select $1, u.id, u.id, (select id from organisation where community_id = $1 order by id offset u.n % 20 limit 1), u.name, 'active', now() - interval '1 year'
      from unnest($2::uuid[], $3::text[]) with ordinality as u(id, name, n)`,
    [communityId, ids, names],
  )
  await client.query(
    `insert into "group" (community_id, id, name) select $1, gen_random_uuid(), name from unnest(array['wide', 'quiet', 'other']) as name`,
    [communityId],
  )
  await client.query(
    `insert into group_member select g.community_id, g.id, m.id from "group" g join member m on m.community_id = g.community_id and m.name = g.name where g.community_id = $1`,
    [communityId],
  )
  const hashes = names.map((name) => createHash('sha256').update(tokenOf(name)).digest())
  await client.query(
    `insert into session (community_id, id, member_id, access_hash, access_expires_at, family_hash, refresh_hash, rotated_at, idle_expires_at, absolute_expires_at, created_at)
      select $1, gen_random_uuid(), u.id, u.hash, now() + interval '1 day', sha256(u.hash), sha256(u.hash), now(), now() + interval '1 day', now() + interval '1 day', now()
      from unnest($2::uuid[], $3::bytea[]) as u(id, hash)`,
    [communityId, ids, hashes],
  )
  return ids
}

async function makeSpaces(client: pg.Client, communityId: string, spaces: WorldOptions['spaces']): Promise<void> {
  const names = Object.entries(spaces).flatMap(([kind, count]) => Array.from({ length: count }, (_, index) => `${kind}-${index}`))
  await client.query(
    `insert into space (community_id, id, slug, name, level, position)
      select $1, gen_random_uuid(), name, 'Espace ' || name, case split_part(name, '-', 1) when 'public' then 'public' when 'members' then 'members' else 'restricted' end, n
      from unnest($2::text[]) with ordinality as u(name, n)`,
    [communityId, names],
  )
  await client.query(
    `insert into audience (community_id, id, space_id, group_id)
      select s.community_id, gen_random_uuid(), s.id, g.id from space s join "group" g on g.community_id = s.community_id and g.name = split_part(s.slug, '-', 1)
      where s.community_id = $1`,
    [communityId],
  )
}

/** Spread evenly over all spaces but the quiet ones, which hold three old threads each. Every opening has its post; 25 replies under the newest of each space. */
async function makeThreads(client: pg.Client, communityId: string, threads: number): Promise<void> {
  await client.query(
    `create temporary table spot as select id, slug, (row_number() over (order by md5(slug)) - 1)::integer as n from space where community_id = '${communityId}' and slug not like 'quiet-%'`,
  )
  await client.query(
    `create temporary table author as select id, (row_number() over (order by id) - 1)::integer as n from member where community_id = '${communityId}'`,
  )
  await client.query('create index on spot (n); create index on author (n); analyze spot; analyze author')
  const id = uuidv7(`extract(epoch from ${SECOND_AGO('s.age')}) * 1000`, 's.n')
  await client.query(
    `insert into thread (community_id, id, space_id, author_id, kind, title, excerpt, created_at, last_activity_at)
      select $1, ${id}, s.space, a.id, (array['question', 'experience', 'tool', 'news'])[1 + abs(s.n) % 4], 'Discussion numéro ' || s.n, $2, ${SECOND_AGO('s.age')}, ${SECOND_AGO('s.age')}
      from (
        select n, (select id from spot where spot.n = t.n % (select count(*) from spot)) as space, ($3 - t.n) * 30 as age from generate_series(1, $3::integer) as t(n)
        union all
        select -row_number() over (), space.id, 31536000 + row_number() over () from space, generate_series(1, 3) where slug like 'quiet-%' and community_id = $1
      ) s join author a on a.n = abs(s.n) % (select count(*) from author)`,
    [communityId, TEXT, threads],
  )
  await client.query('alter table post disable trigger follow_replies')
  const body = JSON.stringify([['p', TEXT]])
  await client.query(
    `insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at)
      select community_id, id, id, space_id, author_id, $2, $3, sha256('x'), created_at from thread where community_id = $1`,
    [communityId, TEXT, body],
  )
  await client.query(
    `insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at)
      select t.community_id, gen_random_uuid(), t.id, t.space_id, t.author_id, $2, $3, sha256('x'), t.created_at + n * interval '1 second'
      from space s cross join lateral (select * from thread x where x.space_id = s.id order by x.last_activity_at desc limit 1) t cross join generate_series(1, 25) n
      where s.community_id = $1`,
    [communityId, TEXT, body],
  )
  await client.query('alter table post enable trigger follow_replies')
  await client.query(
    `update thread t set reply_count = 25 where community_id = $1 and exists (select from post p where p.community_id = $1 and p.thread_id = t.id and p.id <> t.id)`,
    [communityId],
  )
  await client.query(
    `insert into reaction (community_id, post_id, key, member_id, space_id, created_at)
      select t.community_id, t.id, 'thanks', a.id, t.space_id, t.created_at
      from (select *, row_number() over () as n from thread where community_id = $1) t join author a on a.n in (t.n % 7, t.n % 11 + 7) where t.n % 5 = 0`,
    [communityId],
  )
}

/** What reading and writing leave behind: one line of the journal for each thread, and three people who opened it. Plans are made for tables that are in use. */
async function makeTraces(client: pg.Client, communityId: string): Promise<void> {
  await client.query(
    `insert into activity (community_id, at, kind, actor_id, space_id, thread_id, subject_id, seq, hash)
      select community_id, created_at, 'thread.created', author_id, space_id, id, id, row_number() over (order by id), sha256('x') from thread where community_id = $1`,
    [communityId],
  )
  await client.query('update activity_head set seq = (select max(seq) from activity)')
  await client.query(
    `insert into reading (community_id, member_id, thread_id, read_at)
      select t.community_id, a.id, t.id, t.created_at from (select *, row_number() over () as n from thread where community_id = $1) t
      join author a on a.n in (t.n % 101, t.n % 102 + 101, t.n % 103 + 203)`,
    [communityId],
  )
}
