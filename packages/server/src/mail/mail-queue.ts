import type { Db } from '../db/tables.ts'
import type { CommunityLanguage } from '../locales/texts.ts'
import type { MailKind } from './mail-kind.ts'
import { mailKinds, type FactsOf, type MailKindName } from './mail-kinds.ts'

/** A mail to be sent. Names a member, or an address that is no member's, or neither: then it goes to each who facilitates. */
export interface QueuedMail<Name extends MailKindName> {
  /** The same id again is the same mail, which leaves once. */
  id: string
  communityId: string
  kind: Name
  memberId?: string
  to?: string
  /** Only as long as she reads this space. */
  spaceId?: string
  /** Unless she to whom it goes chose another. */
  language: CommunityLanguage
  /** Of which the kind makes its letter: names of things and numbers, no text that a member wrote (R47). */
  facts: FactsOf<Name>
  /** Now. */
  at: Date
  /** Waits until then. */
  notBefore?: Date
}

/** Within the caller's transaction, of a member, a stranger or housekeeping: it leaves once that is committed. Nothing of it can be read back. */
export const queueMail = <Name extends MailKindName>(db: Db, mail: QueuedMail<Name>): Promise<void> => queueMails(db, [mail])

/** Several at once, each naming a member or none of them. */
export async function queueMails<Name extends MailKindName>(db: Db, mails: readonly QueuedMail<Name>[]): Promise<void> {
  if (mails.length === 0) return
  await db
    .insertInto('mail_queue')
    .values(mails.map(rowOf))
    // Without a target: the writer may not read the table.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function rowOf<Name extends MailKindName>(mail: QueuedMail<Name>) {
  const { topic }: MailKind<never> = mailKinds[mail.kind]
  return {
    community_id: mail.communityId,
    id: mail.id,
    kind: mail.kind,
    // a stranger has no right to name a member, not even to name none
    ...(mail.memberId === undefined ? {} : { member_id: mail.memberId }),
    address: mail.to?.toLowerCase() ?? null,
    space_id: mail.spaceId ?? null,
    topic: topic ?? null,
    language: mail.language,
    facts: JSON.stringify(mail.facts),
    created_at: mail.at,
    due_at: mail.notBefore ?? mail.at,
  }
}
