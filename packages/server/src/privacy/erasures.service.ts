import type { Db } from '../db/tables.ts'
import { eraseRows, eraseTexts, takeBackConsents, insertErasures, listErasures, type Erasure } from './erasures.repository.ts'

/** Erasures of one transaction or one page. */
const BATCH = 1_000

/** Erases again, for the owner of the tables, what lists say was erased and this database does not know of. Answers how many; a second time none. */
export async function replayErasures(db: Db, erasures: Erasure[]): Promise<number> {
  let count = 0
  for (let start = 0; start < erasures.length; start += BATCH)
    count += await db.transaction().execute((transaction) => replay(transaction, erasures.slice(start, start + BATCH)))
  return count
}

async function replay(db: Db, erasures: Erasure[]): Promise<number> {
  const unknown = await insertErasures(db, erasures)
  const of = (kind: Erasure['kind']) => unknown.filter((erasure) => erasure.kind === kind)
  if (unknown.length > 0) {
    await takeBackConsents(db, of('consent'))
    await eraseRows(db, 'revision', of('revision'))
    await eraseTexts(db, of('text'))
    await eraseRows(db, 'post', of('post'))
    await eraseRows(db, 'thread', of('thread'))
    await eraseRows(db, 'passkey', of('passkey'))
    await eraseRows(db, 'help_request', of('help'))
  }
  return unknown.length
}

/** All that was erased after a number of the list, in the order of commits, and the number of the last. */
export async function erasuresAfter(db: Db, after: string): Promise<{ erasures: Erasure[]; last: string }> {
  const erasures: Erasure[] = []
  let last = after
  for (;;) {
    const page = await listErasures(db, last, BATCH)
    for (const { number, ...erasure } of page) {
      erasures.push(erasure)
      last = number
    }
    if (page.length < BATCH) return { erasures, last }
  }
}

export type { Erasure }
