import { createHash } from 'node:crypto'
import type { Db } from '../db/tables.ts'
import { activityAfter } from '../live/live.service.ts'
import { queueMails } from '../mail/mail-queue.ts'
import type { FactsOf } from '../mail/mail-kinds.ts'
import { mailTime } from './mail-rhythm.ts'
import * as rows from './notices.repository.ts'
import { usualRhythm } from './notifications.service.ts'

/** Read and written in one transaction. */
const BATCH = 200

/**
 * Reads on in the one order of things, notes what concerns whom, and queues the mails that will tell of it: all together or not at all. Answers
 * whether there may be more; `undefined`: another process is reading.
 */
export async function readOn(db: Db, now: Date): Promise<boolean | undefined> {
  const cursor = await rows.lockCursor(db)
  if (cursor === undefined) return undefined
  const happened = await activityAfter(db, cursor, BATCH)
  for (const one of happened) {
    const ids = await rows.takeNotice(db, one)
    for (let start = 0; start < ids.length; start += BATCH) {
      await plan(db, one.communityId, await rows.listUnplanned(db, one.communityId, ids.slice(start, start + BATCH)), now)
    }
  }
  const last = happened.at(-1)
  if (last) await rows.setCursor(db, last.seq)
  return happened.length === BATCH
}

/** Says when a mail may tell of each, and queues the mails of these moments. */
async function plan(db: Db, communityId: string, unplanned: rows.Unplanned[], now: Date): Promise<void> {
  const moments = new Map<number, rows.Unplanned[]>()
  for (const one of unplanned) {
    const due = mailTime({ now, timeZone: one.timeZone, rhythm: one.chosen ?? usualRhythm, quiet: one.quiet })?.getTime()
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
  const facts = { replies: 'reply', reactions: 'reaction', charters: 'charter', memberships: 'membership' } as const
  const told = Object.entries(facts).flatMap(([fact, kind]) => {
    const count = counts.get(kind) ?? 0
    return count > 0 ? [[fact, String(count)] as const] : []
  })
  return told.length > 0 ? Object.fromEntries(told) : undefined
}
