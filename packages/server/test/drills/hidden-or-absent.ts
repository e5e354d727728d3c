import { randomInt } from 'node:crypto'
import { Agent } from 'node:http'
import { ownerDb } from '../../src/db/migrate.ts'
import { uuidv7 } from '../../src/ids.ts'
import { startServer, type Place } from './place.ts'
import { call } from './writers.ts'

/** What one member was answered about what is hidden from her, and about what is not there. Milliseconds each. */
export interface Compared {
  what: string
  hidden: number[]
  absent: number[]
  /** Answers that were not the refusal of the rest, but for the id. */
  odd: number
}

interface Hidden {
  slugs: string[]
  threads: string[]
  posts: string[]
}

const SPACES = 20
const THREADS = 400
const REPLIES = 5
const slug = (n: number) => `espace-${String(n).padStart(6, '0')}`
const absentSlug = () => slug(randomInt(1_000, 1_000_000))
/** Made as ids are, at some moment of the last day. */
const absentId = () => uuidv7(Date.now() - randomInt(86_400_000))

/** Spaces that nobody was invited to, full of discussions, beside as many that the member reads. */
async function hide(place: Place): Promise<Hidden> {
  await using database = await place.open()
  const db = ownerDb(database)
  const { id: author_id, community_id } = await db.selectFrom('member').select(['id', 'community_id']).executeTakeFirstOrThrow()
  const open = await db.selectFrom('space').select('id').where('slug', '=', 'entraide').executeTakeFirstOrThrow()
  const spaces = Array.from({ length: SPACES }, (_, n) => ({ id: absentId(), slug: slug(n) }))
  await db
    .insertInto('space')
    .values(
      spaces.map((space, position) => ({
        ...space,
        community_id,
        name: space.slug,
        level: 'restricted' as const,
        retention_days: null,
        position: position + 10,
      })),
    ) // prettier-ignore
    .execute()
  const found: Hidden = { slugs: spaces.map((space) => space.slug), threads: [], posts: [] }
  for (let n = 0; n < 2 * THREADS; n++) {
    const isHidden = n % 2 === 0
    const space_id = isHidden ? spaces[(n / 2) % SPACES]!.id : open.id
    const ids = Array.from({ length: REPLIES + 1 }, absentId)
    const [thread_id] = ids as [string]
    const at = new Date(Date.now() - randomInt(86_400_000))
    await db.transaction().execute(async (trx) => {
      const thread = {
        id: thread_id,
        kind: 'tool' as const,
        title: 'Titre',
        excerpt: 'Texte',
        last_activity_at: at,
        pinned_at: null,
      }
      const written = { community_id, space_id, author_id, created_at: at }
      await trx
        .insertInto('thread')
        .values({ ...written, ...thread })
        .execute()
      const post = {
        ...written,
        thread_id,
        source: 'Texte',
        body: '[["p","Texte"]]',
        input_hash: Buffer.alloc(32),
        edited_at: null,
        withdrawn_at: null,
      }
      await trx
        .insertInto('post')
        .values(ids.map((id) => ({ ...post, id })))
        .execute()
    })
    if (!isHidden) continue
    found.threads.push(thread_id)
    found.posts.push(...ids.slice(1))
  }
  await database.ownerPool.query('analyze')
  return found
}

/** Asks in turn, in random order, and compares bytes too. */
export async function compareHiddenAndAbsent(place: Place, pairs: number): Promise<Compared[]> {
  const { slugs, threads, posts } = await hide(place)
  await using running = await startServer(place)
  const agent = new Agent({ keepAlive: true })
  const one = (list: string[]) => list[randomInt(list.length)]!
  const kinds: [what: string, hidden: () => string, absent: () => string, ask: (id: string) => [string, unknown]][] = [
    ['a discussion', () => one(threads), absentId, (id) => ['discussions.thread', { id }]],
    ['a message', () => one(posts), absentId, (id) => ['discussions.revisions', { id }]],
    ['a space', () => one(slugs), absentSlug, (space) => ['discussions.threads', { space }]],
  ]
  const compared: Compared[] = []
  for (const [what, hidden, absent, ask] of kinds) {
    const figures: Compared = { what, hidden: [], absent: [], odd: 0 }
    let refusal: string | undefined
    const time = async (into: number[] | undefined, id: string) => {
      const from = performance.now()
      const { status, text } = await call(running.url, place, ask(id), { agent })
      into?.push(performance.now() - from)
      const said = `${status} ${text.replaceAll(id, '@')}`
      refusal ??= said
      if (status !== 404 || said !== refusal) figures.odd++
    }
    for (let warm = 0; warm < 100; warm++) await time(undefined, warm % 2 === 0 ? hidden() : absent())
    for (let pair = 0; pair < pairs; pair++) {
      const both = [() => time(figures.hidden, hidden()), () => time(figures.absent, absent())]
      for (const ask of randomInt(2) === 0 ? both : both.toReversed()) await ask()
    }
    compared.push(figures)
  }
  agent.destroy()
  return compared
}
