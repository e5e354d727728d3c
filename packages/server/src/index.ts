export { createCercleServer, type CercleServer, type ServerParts } from './server.ts'
export { ConfigError, readConfig, type ServerConfig } from './config.ts'
export { FolderLockedError } from './db/folder-lock.ts'
export { MovableClock, systemClock, type Clock } from './clock.ts'
export type { MailTransport, OutgoingMail } from './mail/mail-transport.ts'
export type { CharterSeed, CommunitySeed, MemberSeed, PostSeed, SpaceSeed, ThreadSeed } from './communities/community-seed.ts'
export type { AppRouter } from './app-router.ts'
export type { ErrorCode, FieldError } from './error-codes.ts'
export type { Page, PageRequest } from './wire.schema.ts'
export type { Term, Vocabulary } from './communities/vocabulary.schema.ts'
export type {
  CommunityAims,
  CommunitySettings,
  CommunityView,
  Contact,
  CurrentView,
  ReactionWord,
  ViewerView,
} from './communities/communities.schema.ts'
export type {
  AskedCharter,
  CharterList,
  CharterProof,
  CharterSummary,
  CharterView,
  SignatureView,
} from './charter/charter.schema.ts'
export type { AudienceView, CircleView, MergeResult, SeenView, SpaceLevel, SpaceList, SpaceView } from './spaces/spaces.schema.ts'
export type {
  FirstStep,
  GroupKind,
  GroupList,
  GroupView,
  MemberPlace,
  OrganisationList,
  PersonView,
  Profile,
  Standing,
  Welcome,
} from './members/members.schema.ts'
export type { SightingView, SiteKeyView, SiteList, SiteView } from './organisations/organisations.schema.ts'
export type {
  MailRhythms,
  NotificationKind,
  NotificationView,
  QuietHours,
  Rhythm,
  UnreadCount,
} from './notifications/notifications.schema.ts'
export type {
  Ease,
  Equipment,
  InvitationMade,
  InvitationView,
  JoinForm,
  JoinRequestView,
  OpenInvitation,
  OwnRequest,
  RequestWords,
} from './joining/joining.schema.ts'
export type { HelpRequestView, HelpTurn, HelpView, OwnHelp } from './help/help.schema.ts'
export type { OwnPivot } from './joining/pivots.schema.ts'
export type { ConsentKind, Consents, ConsentView, HelpFacts, SayHelp, SetConsent } from './privacy/consents.schema.ts'
export type { AccessNote } from './privacy/journal.schema.ts'
export type { Block, Inline, NodeTree } from './discussions/node-tree.schema.ts'
export type {
  AuthorView,
  PostSource,
  PostView,
  ReactionCount,
  ReactionState,
  RevisionList,
  RevisionView,
  ThreadKind,
  ThreadPage,
  ThreadSummary,
  ThreadView,
  Withdrawal,
} from './discussions/discussions.schema.ts'
export type { CodeRequested, DeviceList, DeviceView, Refreshed, Tokens, SignIns } from './auth/auth.schema.ts'
export type { PasskeyCreation, PasskeyList, PasskeyRequest, PasskeyView } from './auth/passkeys.schema.ts'
export type { SiteAsked, SiteEntered } from './auth/site-sign-in.schema.ts'
export type { LiveEvent } from './live/live.schema.ts'
