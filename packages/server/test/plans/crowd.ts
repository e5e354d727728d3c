import { createHash } from 'node:crypto'
import type { Database } from '../../src/db/database.ts'

const id = (kind: number, number: number) => `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`
/** The same in SQL, over a number `i`. */
const sqlId = (kind: number, number = 'i') =>
  `('${String(kind).padStart(8, '0')}-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`

export const SPACES = 1_000
/** The first two spaces are public; of the others each kind of member reads some by invitation. */
export const readers = {
  stranger: 2,
  'member of 5 spaces, 3 quiet': 5,
  'member of 200 spaces': 200,
  // came by a partner's site alone: hers are looked up, and none of the restricted ones is read
  'limited member of 200 spaces': 200,
} as const
export type Reader = keyof typeof readers

const C = `'${id(1, 0)}'::uuid`
const hash = (text: string) => createHash('sha256').update(text).digest()
export const accessHashes: Record<Reader, Buffer | null> = {
  stranger: null,
  'member of 5 spaces, 3 quiet': hash('quiet'),
  'member of 200 spaces': hash('busy'),
  'limited member of 200 spaces': hash('limited'),
}
export const now = new Date('2026-11-24T12:00:00.000Z')
export const slug = 'foule'
/** A public thread with 40 replies; the slug of its space. */
export const longThread = id(5, 10)
export const publicSpace = 's1'

/** One community of 1,000 spaces, 60 members and two groups, without threads. It has a charter, and so have some of its spaces; all have signed. */
export async function makeCrowd({ ownerPool }: Database): Promise<void> {
  const at = `'${now.toISOString()}'::timestamptz`
  await ownerPool.query(`
    insert into community (id, slug, name, language, time_zone, reactions, created_at) values (${C}, '${slug}', 'Foule', 'fr-CA', 'America/Toronto', '[{"key":"thanks","label":"Merci"}]', ${at} - interval '9 days');
    insert into organisation (community_id, id, name) select ${C}, ${sqlId(6)}, 'Maison ' || i from generate_series(1, 20) i;
    insert into person (id, email, created_at) select ${sqlId(3)}, 'p' || i || '@x.example', ${at} from generate_series(1, 60) i;
    insert into member (community_id, id, person_id, organisation_id, name, status, created_at)
      select ${C}, ${sqlId(3)}, ${sqlId(3)}, ${sqlId(6, '1 + i % 20')}, 'Personne ' || i, 'active', ${at} - interval '9 days' from generate_series(1, 60) i;
    insert into space (community_id, id, slug, name, level, position)
      select ${C}, ${sqlId(2)}, 's' || i, 'Espace ' || i, case when i <= 2 then 'public' else 'restricted' end, i from generate_series(1, ${SPACES}) i;
    insert into "group" (community_id, id, name) values (${C}, '${id(7, 1)}', 'Quelques-unes'), (${C}, '${id(7, 2)}', 'Beaucoup');
    insert into group_member (community_id, group_id, member_id) values (${C}, '${id(7, 1)}', '${id(3, 1)}'), (${C}, '${id(7, 2)}', '${id(3, 2)}');
    insert into audience (community_id, id, space_id, group_id)
      select ${C}, ${sqlId(8)}, ${sqlId(2)}, '${id(7, 1)}'::uuid from generate_series(3, 5) i union all
      select ${C}, ${sqlId(8)}, ${sqlId(2)}, '${id(7, 2)}'::uuid from generate_series(6, 203) i`)
  await ownerPool.query(`
    insert into charter_version (community_id, id, space_id, number, language, source, body, hash, published_at)
      select ${C}, ${sqlId(12)}, case when i > 1 then ${sqlId(2, 'i + 1')} end, 1, 'fr-CA', '', '[]', sha256(''), ${at} from generate_series(1, 40) i;
    insert into charter (community_id, space_id, version_id) select community_id, space_id, id from charter_version;
    insert into charter_signature (community_id, id, member_id, version_id, hash, signed_at)
      select ${C}, ${sqlId(13, 'i * 100 + m')}, ${sqlId(3, 'm')}, ${sqlId(12)}, sha256(''), ${at} from generate_series(1, 40) i, generate_series(1, 60) m`)
  const sessions = [
    ['member of 5 spaces, 3 quiet', 1],
    ['member of 200 spaces', 2],
    ['limited member of 200 spaces', 2],
  ] as const
  for (const [number, [reader, member]] of sessions.entries()) {
    await ownerPool.query(
      `insert into session (community_id, id, member_id, access_hash, access_expires_at, family_hash, refresh_hash, rotated_at, idle_expires_at, absolute_expires_at, created_at, by_site)
        select ${C}, $1, $2, $3, t + interval '1 hour', $4, $4, t, t + interval '1 hour', t + interval '1 hour', t, $6 from (select $5::timestamptz as t) x`,
      [id(9, number), id(3, member), accessHashes[reader], hash(`refresh ${number}`), now, reader.startsWith('limited')],
    )
  }
}

/**
 * Threads `from` to `to`, in the order in which their spaces' people write: a tenth in the public spaces, two in each quiet one, the rest anywhere.
 * Each has an opening and a gesture; every tenth of the first 500 has 40 replies.
 */
export async function addThreads({ ownerPool }: Database, from: number, to: number): Promise<void> {
  const space = `case when i <= 6 then 3 + i % 3 when i % 10 = 0 then 1 + (i / 10) % 2 else 6 + (i * 7919) % ${SPACES - 5} end`
  const when = `'${now.toISOString()}'::timestamptz - ((i::bigint * 48271) % 2147483647) % 600000 * interval '1 second'`
  const range = `generate_series(${from}, ${to}) i`
  const author = sqlId(3, '3 + i % 58')
  // Only what is surely committed is marked as visible to all, and only that is read from the index alone.
  await ownerPool.query(`
    set synchronous_commit = on;
    alter table post disable trigger follow_replies;
    insert into thread (community_id, id, space_id, author_id, kind, title, excerpt, created_at, last_activity_at, pinned_at)
      select ${C}, ${sqlId(5)}, ${sqlId(2, space)}, ${author}, (array['question', 'experience', 'tool', 'news'])[1 + i % 4], 'Titre ' || i, repeat('mot ', 50),
        ${when}, ${when}, case when i % 97 = 0 then ${when} end from ${range};
    insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at)
      select ${C}, ${sqlId(5)}, ${sqlId(5)}, ${sqlId(2, space)}, ${author}, repeat('mot ', 60), '[["p","mot"]]', '\\x00', ${when} from ${range};
    insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at)
      select ${C}, ${sqlId(11, 'i * 100 + r')}, ${sqlId(5)}, ${sqlId(2, space)}, ${author}, repeat('mot ', 60), '[["p","mot"]]', '\\x00', ${when} + r * interval '1 minute'
      from ${range}, generate_series(1, 40) r where i <= 500 and i % 10 = 0;
    insert into reaction (community_id, post_id, key, member_id, space_id, created_at)
      select ${C}, ${sqlId(5)}, 'thanks', ${sqlId(3, '3 + (i + 1) % 58')}, ${sqlId(2, space)}, ${when} from ${range};
    insert into reading (community_id, member_id, thread_id, read_at)
      select ${C}, ${sqlId(3, 'm')}, ${sqlId(5)}, ${when} from ${range}, generate_series(1, 2) m where i % 2 = 0;
    alter table post enable trigger follow_replies`)
  for (const table of [
    'community',
    'space',
    'member',
    'organisation',
    '"group"',
    'group_member',
    'audience',
    'charter',
    'charter_version',
    'charter_signature',
    'thread',
    'post',
    'reaction',
    'reading',
  ]) {
    await ownerPool.query(`vacuum analyze ${table}`)
  }
}
