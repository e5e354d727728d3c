import type { Kysely } from 'kysely'
import type {
  CommunityTable,
  OrganisationTable,
  SiteFontTable,
  SiteOriginTable,
  SiteTable,
} from '../communities/communities.table.ts'
import type { SiteSightingTable } from '../organisations/organisations.table.ts'
import type { CharterSignatureTable, CharterTable, CharterVersionTable } from '../charter/charter.table.ts'
import type { HelpRequestTable, HelpTurnTable } from '../help/help.table.ts'
import type { ActivityHeadTable, ActivityTable } from '../live/activity.table.ts'
import type {
  GroupMemberTable,
  GroupTable,
  MemberFactTable,
  MemberProfileTable,
  MemberTable,
  PersonTable,
} from '../members/members.table.ts'
import type { MailQueueTable, MailStopTable } from '../mail/mail.table.ts'
import type {
  LoginTable,
  PasskeyChallengeTable,
  PasskeyTable,
  SessionTable,
  SignInDayTable,
  SiteAssertionTable,
  SiteAttemptTable,
  SiteKeyTable,
  SiteSubjectTable,
  SiteTrustTable,
} from '../auth/auth.table.ts'
import type { InvitationTable, JoinQuestionTable, JoinRequestTable, PivotTable } from '../joining/joining.table.ts'
import type { AccessNoteTable } from '../privacy/journal.table.ts'
import type { ConsentTable, MemberHelpTable } from '../privacy/consents.table.ts'
import type { ErasureTable } from '../privacy/erasures.table.ts'
import type { ActivityCursorTable, MailPreferenceTable, NotificationTable } from '../notifications/notifications.table.ts'
import type { AudienceTable, SpaceTable } from '../spaces/spaces.table.ts'
import type {
  PostTable,
  ReactionTable,
  ReadingTable,
  RevisionTable,
  ThreadTable,
  WithdrawalTable,
} from '../discussions/discussions.table.ts'

/** How every row lies on disk; features add their tables here. */
export interface Tables {
  community: CommunityTable
  organisation: OrganisationTable
  site: SiteTable
  site_origin: SiteOriginTable
  site_font: SiteFontTable
  site_trust: SiteTrustTable
  site_key: SiteKeyTable
  site_attempt: SiteAttemptTable
  site_assertion: SiteAssertionTable
  site_subject: SiteSubjectTable
  site_sighting: SiteSightingTable
  person: PersonTable
  member: MemberTable
  member_fact: MemberFactTable
  member_profile: MemberProfileTable
  group: GroupTable
  group_member: GroupMemberTable
  login: LoginTable
  session: SessionTable
  sign_in_day: SignInDayTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  space: SpaceTable
  audience: AudienceTable
  help_request: HelpRequestTable
  help_turn: HelpTurnTable
  thread: ThreadTable
  post: PostTable
  revision: RevisionTable
  reaction: ReactionTable
  reading: ReadingTable
  withdrawal: WithdrawalTable
  charter_version: CharterVersionTable
  charter: CharterTable
  charter_signature: CharterSignatureTable
  activity: ActivityTable
  activity_head: ActivityHeadTable
  erasure: ErasureTable
  access_note: AccessNoteTable
  consent: ConsentTable
  member_help: MemberHelpTable
  mail_queue: MailQueueTable
  mail_stop: MailStopTable
  activity_cursor: ActivityCursorTable
  notification: NotificationTable
  mail_preference: MailPreferenceTable
  join_question: JoinQuestionTable
  join_request: JoinRequestTable
  invitation: InvitationTable
  pivot: PivotTable
}

export type Db = Kysely<Tables>
