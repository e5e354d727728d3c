import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { CutReader } from './cut-reader.ts'

export interface Place {
  communityId: string
  community: string
  spaceId: string
  /** Any thread's id: the stream only carries it. */
  threadId: string
}

export interface TrialOptions {
  /** One for each process. */
  urls: string[]
  community: string
  /** Access tokens of members who read the place where it is written. */
  tokens: string[]
  streamsEach: number
  events: number
  cuts: number
  /** Writes `events` texts and then, alone, the one with the id `last`; tells each when it is committed. */
  write(last: string, committed: (id: string) => void): Promise<void>
}

export interface TrialResult {
  streams: number
  cuts: number
  cutsByServer: number
  missed: number
  doubled: number
  outOfOrder: number
  resyncs: number
  /** Heard, but never committed. */
  unknown: number
  /** From commit to each reader, cuts and comings back included. Milliseconds, ascending; one list for each process. */
  delays: number[][]
}

/** Many readers on several processes, all cut again and again, while texts are written: who missed what, and who heard it twice? */
export async function runTrial({
  urls,
  community,
  tokens,
  streamsEach,
  events,
  cuts,
  write,
}: TrialOptions): Promise<TrialResult> {
  const lastPost = randomUUID()
  const readers = urls.map((url) =>
    Array.from({ length: streamsEach }, (_, index) => {
      const cutsAt = Array.from({ length: cuts }, () => 1 + Math.floor(Math.random() * (events - 1))).sort((a, b) => a - b)
      return new CutReader({ url, community, access: tokens[index % tokens.length]!, cutsAt, lastPost })
    }),
  )
  const all = readers.flat()
  const started = await Promise.all(all.map((reader) => reader.start()))
  const committed = new Map<string, number>()
  await write(lastPost, (id) => committed.set(id, performance.now()))
  await Promise.all(started.map(({ finished }) => finished))
  const missed = all.reduce((sum, { heard }) => sum + [...committed.keys()].filter((id) => !heard.has(id)).length, 0)
  const unknown = all.reduce((sum, { heard }) => sum + [...heard.keys()].filter((id) => !committed.has(id)).length, 0)
  const sum = (pick: (reader: CutReader) => number) => all.reduce((total, reader) => total + pick(reader), 0)
  return {
    streams: all.length,
    cuts: sum((reader) => reader.cuts),
    cutsByServer: sum((reader) => reader.cutsByServer),
    missed,
    unknown,
    doubled: sum((reader) => reader.doubled),
    outOfOrder: sum((reader) => reader.outOfOrder),
    resyncs: sum((reader) => reader.resyncs),
    delays: readers.map((some) =>
      some
        .flatMap(({ heard }) => [...heard].map(([id, at]) => at - (committed.get(id) ?? NaN)))
        .filter((delay) => !Number.isNaN(delay))
        .sort((a, b) => a - b),
    ),
  }
}

export interface HoldingOptions {
  /** Address of the owner of the tables. */
  ownerUrl: string
  place: Place
  writers: number
  events: number
  /** A transaction is held open for up to so long after its insert. Milliseconds. */
  holdMax: number
}

/**
 * Writers who append and then hold their transactions open for a while, so that they commit in another order than they took their ids in;
 * one in ten rolls back. Nobody wakes a dispatcher: only its own tick finds them.
 */
export async function holdingWriters(
  { ownerUrl, place, writers, events, holdMax }: HoldingOptions,
  last: string,
  committed: (id: string) => void,
): Promise<void> {
  let left = events
  const one = async () => {
    const client = new pg.Client(ownerUrl)
    await client.connect()
    try {
      while (left-- > 0) await writeOnce(client, place, randomUUID(), holdMax, committed)
    } finally {
      await client.end()
    }
  }
  await Promise.all(Array.from({ length: writers }, one))
  const client = new pg.Client(ownerUrl)
  await client.connect()
  await writeOnce(client, place, last, 0, committed)
  await client.end()
}

async function writeOnce(
  client: pg.Client,
  place: Place,
  id: string,
  holdMax: number,
  committed: (id: string) => void,
): Promise<void> {
  if (holdMax > 0 && Math.random() < 0.1) {
    await client.query('begin')
    await append(client, place, randomUUID())
    await client.query('rollback')
  }
  await client.query('begin')
  await append(client, place, id)
  if (holdMax > 0) await setTimeout(Math.random() * holdMax)
  await client.query('commit')
  committed(id)
}

/** As `insertActivity`, over a connection of one's own. */
export async function append(client: pg.Client, { communityId, spaceId, threadId }: Place, id: string): Promise<void> {
  await client.query(
    `insert into activity (community_id, at, kind, space_id, thread_id, subject_id) values ($1, now(), 'post.created', $2, $3, $4)`,
    [communityId, spaceId, threadId, id],
  )
}
