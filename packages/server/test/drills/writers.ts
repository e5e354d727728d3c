import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from '../../src/ids.ts'
import { findBrokenLink, stampActivity } from '../../src/live/activity.repository.ts'
import { ownerDb } from '../../src/db/migrate.ts'
import type { Place } from './place.ts'

export interface Answered {
  status: number
  text: string
  retryAfter: string | undefined
}

/** A request over a connection of the agent’s; rejects when the connection is refused or cut, or gives nothing for `patience` milliseconds. */
export function call(
  url: string,
  { community, token }: Pick<Place, 'community' | 'token'>,
  [path, input]: [path: string, input: unknown],
  { agent, patience = 30_000 }: { agent: Agent; patience?: number },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const sent = request(
      `${url}/c/${community}/trpc/${path}`,
      { method: 'POST', headers, agent, timeout: patience },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        response.on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode!, text, retryAfter: response.headers['retry-after'] }))
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.end(JSON.stringify(input))
  })
}

export const thread = (id: string): [string, unknown] => [
  'discussions.createThread',
  { id, space: 'entraide', kind: 'question', title: `Question ${id}`, body: `Texte de ${id}` },
]

/** People who write one thread after the other and send each again, under the same id, until it is acknowledged. */
export class Writers implements AsyncDisposable {
  readonly acknowledged = new Set<string>()
  readonly statuses = new Map<number, number>()
  /** Answers that speak of another thread than was sent. */
  wrong = 0
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  readonly #running: Promise<void[]>
  readonly #waiting = new Set<() => void>()
  #stopped = false

  constructor(url: () => string | undefined, place: Place, count: number) {
    this.#running = Promise.all(Array.from({ length: count }, () => this.#write(url, place)))
  }

  async #write(url: () => string | undefined, place: Place): Promise<void> {
    while (!this.#stopped) {
      const id = uuidv7(Date.now())
      for (;;) {
        const to = url()
        const answer =
          to === undefined ? undefined : await call(to, place, thread(id), { agent: this.#agent }).catch(() => undefined)
        if (answer) this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1)
        if (answer?.status === 200) {
          if (!answer.text.includes(`"title":"Question ${id}"`)) this.wrong++
          this.acknowledged.add(id)
        }
        for (const look of this.#waiting) look()
        if (answer?.status === 200) break
        if (this.#stopped) return
        await wait(20) // as a client does before it tries again
      }
    }
  }

  /** Resolves once so many more were acknowledged. */
  more(count: number): Promise<void> {
    const goal = this.acknowledged.size + count
    return this.#until(() => this.acknowledged.size >= goal)
  }

  /** Resolves once so many more were refused. */
  refused(count: number): Promise<void> {
    const refused = () => this.statuses.get(503) ?? 0
    const goal = refused() + count
    return this.#until(() => refused() >= goal)
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    await this.#running
    this.#agent.destroy()
  }
}

export interface Kept {
  /** Acknowledged, and not there. */
  lost: number
  /** There more than once: as a thread, as an opening, or in the journal. */
  doubled: number
  journal: string
}

/** What the database holds of what was acknowledged. */
export async function whatIsKept(place: Place, acknowledged: Set<string>): Promise<Kept> {
  await using database = await place.open()
  const db = ownerDb(database)
  while ((await stampActivity(db, 1_000))?.stamped) continue
  const threads = await db
    .selectFrom('thread')
    .innerJoin('post', 'post.id', 'thread.id')
    .select(['thread.id', 'thread.title'])
    .execute()
  const entries = await db.selectFrom('activity').select('subject_id').where('kind', '=', 'thread.created').execute()
  const there = new Set(threads.map(({ id }) => id))
  const broken = await findBrokenLink(db)
  return {
    lost: [...acknowledged].filter((id) => !there.has(id)).length,
    doubled: threads.length - new Set(threads.map(({ title }) => title)).size + Math.abs(entries.length - threads.length),
    journal: broken ? `broken at ${broken.seq}` : 'whole',
  }
}
