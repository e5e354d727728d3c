import { createHash } from 'node:crypto'
import { queueMail } from '../mail/mail-queue.ts'
import { instantOf, type EnteredScope, type MemberScope } from '../scope.ts'
import { findLanguage } from './help.repository.ts'

/** What is asked within it is told together. Milliseconds. */
const TOGETHER = 15 * 60_000

/** A mail to each who facilitates, at the next quarter of an hour: that somebody asks, and not a word of it. */
export async function tellDesk({ db, viewer, clock }: EnteredScope): Promise<void> {
  const at = instantOf(clock)
  const notBefore = new Date((Math.floor(at.getTime() / TOGETHER) + 1) * TOGETHER)
  const mail = { kind: 'desk-help', communityId: viewer.communityId, facts: {}, at, notBefore } as const
  await queueMail(db, { ...mail, id: mailIdOf(viewer.communityId, notBefore), language: await findLanguage(db, viewer) })
}

/** One mail for all of a quarter of an hour: the same id again is the same mail. Of version 8, as what is no random number. */
function mailIdOf(communityId: string, due: Date): string {
  const hash = createHash('sha256').update(`help ${communityId} ${due.getTime()}`).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** A mail to her who asked, at once: that there is an answer, and not a word of it. */
export async function tellAsker({ db, viewer, clock, newId }: MemberScope, memberId: string): Promise<void> {
  const at = instantOf(clock)
  const mail = { kind: 'help-answered', communityId: viewer.communityId, memberId, facts: {}, at } as const
  await queueMail(db, { ...mail, id: newId(), language: await findLanguage(db, viewer) })
}
