import type { CommunityLanguage } from '../locales/texts.ts'
import type { FactsOf, MailKindName } from '../mail/mail-kinds.ts'
import { queueMail } from '../mail/mail-queue.ts'
import { instantOf, type Scope } from '../scope.ts'

/** Of a call of a stranger, whose community is named, or of a member. */
type Mailing = Pick<Scope, 'db' | 'clock' | 'newId'> & ({ communityId: string } | Pick<Scope, 'viewer'>)
const communityOf = (scope: Mailing) => ('communityId' in scope ? scope.communityId : scope.viewer.communityId)

type ToRequester = Extract<MailKindName, `join-${string}` | 'invitation'>

/** A mail to whoever asked, or was invited: it leaves once what it tells of is committed. */
export async function mailRequester<Name extends ToRequester>(
  scope: Mailing,
  kind: Name,
  { language, to, facts }: { language: CommunityLanguage; to: string; facts: FactsOf<Name> },
): Promise<void> {
  const at = instantOf(scope.clock)
  await queueMail(scope.db, { id: scope.newId(), communityId: communityOf(scope), kind, to, language, facts, at })
}

/** A mail to each who facilitates: that there is something at the desk, and not a word of it. */
export async function tellFacilitators(
  scope: Mailing,
  kind: 'desk-request' | 'desk-answer',
  { language, notBefore }: { language: CommunityLanguage; notBefore?: Date },
): Promise<void> {
  const at = instantOf(scope.clock)
  const mail = { id: scope.newId(), communityId: communityOf(scope), kind, language, facts: {}, at }
  await queueMail(scope.db, notBefore === undefined ? mail : { ...mail, notBefore })
}
