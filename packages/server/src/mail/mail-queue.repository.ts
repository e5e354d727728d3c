import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MailOutcome } from './mail.table.ts'

export interface MailKey {
  communityId: string
  id: string
}

/** An address counts as one however it is written. */
const hashOf = (address: string) => sql<Buffer>`sha256(convert_to(lower(${address}), 'UTF8'))`

/** A mail that this process has for itself for a while. */
export interface ClaimedMail extends MailKey {
  kind: string
  memberId: string | null
  address: string | null
  spaceId: string | null
  topic: string | null
  language: 'fr-CA' | 'en-CA'
  facts: Record<string, string>
  /** This one included. */
  tries: number
  stopKey: string
  community: string
  /** What who facilitates is called in this community, in its language; `null`: our words. */
  facilitator: string | null
  communityLanguage: 'fr-CA' | 'en-CA'
  slug: string
}

/** The mail that has been due for longest and that nobody is sending. Served by mail_queue_due_idx. */
export async function claimMail(db: Db, now: Date, until: Date): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    update mail_queue q set leased_until = ${until}, tries = q.tries + 1
    from (select community_id, id from mail_queue where outcome is null and due_at <= ${now} and (leased_until is null or leased_until <= ${now})
      order by due_at, id limit 1 for update skip locked) due, community c
    where q.community_id = due.community_id and q.id = due.id and c.id = q.community_id
    returning q.community_id as "communityId", q.id, q.kind, q.member_id as "memberId", q.address, q.space_id as "spaceId", q.topic, q.language,
      q.facts, q.tries, q.stop_key as "stopKey", c.name as community, c.slug,
      c.vocabulary ->> 'facilitator' as facilitator, c.language as "communityLanguage"`.execute(db)
  return rows[0]
}

/** The address that may have a mail of this reach now, and in which language she is written to; `undefined`: nobody may. */
export async function findMailAddress(
  db: Db,
  mail: ClaimedMail,
  reach: string,
): Promise<{ to: string; language: ClaimedMail['language'] } | undefined> {
  const { communityId, memberId, address, spaceId, topic } = mail
  const { rows } = await sql<{ to: string | null; language: ClaimedMail['language'] }>`
    select mail_address(${communityId}, ${memberId}, ${address}, ${spaceId}, ${reach}, ${topic}) as to,
      coalesce(letter_language(${communityId}, ${memberId}, ${address}), ${mail.language}) as language`.execute(db)
  const [{ to, language } = { to: null, language: mail.language }] = rows
  return to === null ? undefined : { to, language }
}

export async function shareMail(db: Db, { communityId, id }: MailKey, now: Date): Promise<void> {
  await sql`select share_mail(${communityId}, ${id}, ${now})`.execute(db)
}

/** It is over. What it was made of is forgotten, unless it is parked: then somebody may want to look. */
export async function settleMail(
  db: Db,
  { communityId, id }: MailKey,
  outcome: MailOutcome,
  { now, to }: { now: Date; to?: string | undefined },
): Promise<void> {
  await db
    .updateTable('mail_queue')
    .set({ outcome, settled_at: now, leased_until: null, address_hash: to === undefined ? null : hashOf(to) })
    .$if(outcome !== 'parked', (query) => query.set({ address: null, facts: '{}' }))
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** It waits until then; `uncounted`: it was not the mail's fault. */
export async function postponeMail(db: Db, { communityId, id }: MailKey, until: Date, uncounted = false): Promise<void> {
  await db
    .updateTable('mail_queue')
    .set((row) => ({
      due_at: until,
      leased_until: null,
      tries: uncounted ? sql<number>`greatest(tries - 1, 0)` : row.ref('tries'),
    }))
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** An address that does not exist gets nothing more of this community. */
export async function insertBounce(db: Db, communityId: string, address: string, at: Date): Promise<void> {
  await db
    .insertInto('mail_stop')
    .values({ community_id: communityId, address_hash: hashOf(address), topic: 'all', reason: 'bounced', at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
