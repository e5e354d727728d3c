import { createHash } from 'node:crypto'
import type { Db } from '../db/tables.ts'
import { activityAfter } from '../live/live.service.ts'
import { queueMails } from '../mail/mail-queue.ts'
import type { FactsOf } from '../mail/mail-kinds.ts'
import { mailTime } from './mail-rhythm.ts'
import * as rows from './notices.repository.ts'
import type { RhythmView } from './notifications.schema.ts'
import { usualRhythm } from './notifications.service.ts'

/** Read and written in one transaction. */
const BATCH = 200

export type { Happened } from './notices.repository.ts'

/** Notes what concerns whom, for what happened before anybody was there: no mail tells of it. */
export async function noteHappened(db: Db, happened: readonly rows.Happened[]): Promise<void> {
  for (const one of happened) await rows.takeNotice(db, one)
}

/** Of more in one community nobody is named: whoever is there looks again. */
const NAMED_MAX = 50

/** Whose news is another now; `undefined`: anybody's in the community. */
type Changed = Map<string, Set<string> | undefined>

export interface ReadOn {
  /** There may be more. */
  hasMore: boolean
  /** As `parseChanged` takes them: told to all processes when it is committed. */
  changed: string[]
}

/**
 * Reads on in the one order of things, notes what concerns whom, and queues the mails that will tell of it: all together or not at all.
 * `undefined`: another process is reading.
 */
export async function readOn(db: Db, now: Date): Promise<ReadOn | undefined> {
  const cursor = await rows.lockCursor(db)
  if (cursor === undefined) return undefined
  const happened = await activityAfter(db, cursor, BATCH)
  const changed: Changed = new Map()
  for (const one of happened) {
    const { members, unplanned } = await rows.takeNotice(db, one)
    for (let start = 0; start < unplanned.length; start += BATCH) {
      await plan(db, one.communityId, await rows.listUnplanned(db, one.communityId, unplanned.slice(start, start + BATCH)), now)
    }
    note(changed, one.communityId, await whoseChanged(db, one, members))
  }
  const last = happened.at(-1)
  if (last) await rows.setCursor(db, last.seq)
  const payloads = [...changed].map(([communityId, members]) => `${communityId} ${members ? [...members].join(',') : '*'}`)
  for (const payload of payloads) await rows.tellChanged(db, payload)
  return { hasMore: happened.length === BATCH, changed: payloads }
}

/** What is taken back takes its notice with it: of a discussion, anybody's in its space. An answer to a call for help concerns who asked. */
async function whoseChanged(db: Db, one: rows.Happened, members: string[]): Promise<string[] | undefined> {
  const { kind, communityId, threadId, subjectId } = one
  // noted with the answer itself, of whom nothing else here knows
  if (kind === 'help.answered' && subjectId !== null) return rows.listAskers(db, communityId, subjectId)
  const takesBack = kind === 'post.withdrawn' || kind === 'post.restored' || kind === 'reaction.changed'
  if (!takesBack || threadId === null) return members
  if (threadId === subjectId && kind !== 'reaction.changed') return undefined
  return [...members, ...(await rows.listTold(db, communityId, threadId))]
}

function note(changed: Changed, communityId: string, members: string[] | undefined): void {
  if (members?.length === 0) return
  const known = changed.has(communityId) ? changed.get(communityId) : new Set<string>()
  const all = known && members && new Set([...known, ...members])
  changed.set(communityId, all && all.size <= NAMED_MAX ? all : undefined)
}

/** Whose news changed, from the word of it. `members` absent: anybody's. */
export function parseChanged(payload: string): { communityId: string; members: Set<string> | undefined } {
  const [communityId = '', members = ''] = payload.split(' ')
  return { communityId, members: members === '*' ? undefined : new Set(members.split(',')) }
}

/** New discussions come by digest, unless she asked for those of this space at once: at once is for what is said to her. */
function rhythmOf({ kind, forSpace, general }: rows.Unplanned): RhythmView {
  const chosen = forSpace ?? general ?? usualRhythm
  return kind === 'thread' && !forSpace && chosen.rhythm === 'at_once' ? usualRhythm : chosen
}

/** Says when a mail may tell of each, and queues the mails of these moments. */
async function plan(db: Db, communityId: string, unplanned: rows.Unplanned[], now: Date): Promise<void> {
  const moments = new Map<number, rows.Unplanned[]>()
  for (const one of unplanned) {
    const due = mailTime({ now, timeZone: one.timeZone, rhythm: rhythmOf(one), quiet: one.quiet })?.getTime()
    if (due !== undefined) moments.set(due, [...(moments.get(due) ?? []), one])
  }
  for (const [moment, together] of moments) {
    const due = new Date(moment)
    await rows.setMailAt(
      db,
      communityId,
      together.map(({ id }) => id),
      due,
    )
    const mailOf = ({ memberId, language }: rows.Unplanned) =>
      ({ id: mailIdOf(communityId, memberId, due), communityId, kind: 'news', memberId, language, facts: {} }) as const
    await queueMails(
      db,
      together.map((one) => ({ ...mailOf(one), at: now, notBefore: due })),
    )
  }
}

/** One mail tells of all that is due at its moment. Of version 8: the id says no time and cannot be guessed from outside. */
function mailIdOf(communityId: string, memberId: string, due: Date): string {
  const hash = createHash('sha256').update(`${communityId} ${memberId} ${due.getTime()}`).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** What a mail of news says when it is sent; `undefined`: there is nothing to say any more. */
export async function gatherNews(
  db: Db,
  { communityId, memberId, id }: { communityId: string; memberId: string | null; id: string },
  now: Date,
): Promise<FactsOf<'news'> | undefined> {
  if (memberId === null) return undefined
  const counts = await rows.gatherCounts(db, { communityId, memberId, id }, now)
  const told = [...counts].filter(([, count]) => count > 0).map(([kind, count]) => [kind, String(count)] as const)
  return told.length > 0 ? Object.fromEntries(told) : undefined
}
