export { createCercle, type Cercle, type CercleOptions } from './client.ts'
export { createReader, type CercleReader } from './reader.ts'
export type { Target } from './exchange.ts'
export type { Credentials, TokenSource } from './signed-exchange.ts'
export type { CallOptions, Sleep } from './transport.ts'
export { CercleClientError, type ClientErrorCode, type ClientErrorDetails } from './errors.ts'
export { newId } from './ids.ts'
export type { PagedList } from './paged-list.ts'
export {
  createSession,
  memoryStore,
  type Session,
  type SessionOptions,
  type KeptTokens,
  type SessionStore,
} from './auth/session.ts'
export type { AuthClient, SignInAttempt } from './auth/auth-client.ts'
export type { LiveClient, LiveEventOf, LiveState } from './live/live-client.ts'
export type { CharterClient, CharterRef, CharterSigning, NewCharter } from './charter/charter-client.ts'
export type { CommunitiesClient } from './communities/communities-client.ts'
export type { MemberCommunitiesClient } from './communities/member-communities-client.ts'
export type { SpacesClient } from './spaces/spaces-client.ts'
export type { AudienceQuestion, MemberSpacesClient, SmallerAudience, SpaceSplit } from './spaces/member-spaces-client.ts'
export type {
  GroupInvitation,
  GroupsClient,
  MemberPlacing,
  MembersClient,
  MemberStanding,
  ProfileChange,
  NewGroup,
  PeopleFilter,
} from './members/members-client.ts'
export type { NewSite, OrganisationsClient, SiteSignIn } from './organisations/organisations-client.ts'
export type { NotificationsClient, RhythmChoice } from './notifications/notifications-client.ts'
export type {
  Decision,
  InvitationAcceptance,
  JoiningClient,
  LinkedAnswer,
  NewInvitation,
  NewRequest,
  RequestFilter,
} from './joining/joining-client.ts'
export type { NewPasskeyAnswer, PasskeyAnswer, PasskeysClient } from './passkeys/passkeys-client.ts'
export type { HelpClient, HelpFilter, HelpWord, NewHelp } from './help/help-client.ts'
export type { PivotAppointment, PivotsClient } from './joining/pivots-client.ts'
export type { PrivacyClient } from './privacy/privacy-client.ts'
export type { DiscussionsReading, PostId, ThreadFilter, ThreadQuery } from './discussions/discussions-reading.ts'
export type { DiscussionsClient, NewReply, NewThread, PostEdit, Reaction, ThreadPin } from './discussions/discussions-client.ts'

export type {
  AccessNote,
  AskedCharter,
  AudienceView,
  AuthorView,
  Block,
  CharterList,
  CharterProof,
  CharterSummary,
  CharterView,
  CircleView,
  CodeRequested,
  CommunityAims,
  CommunitySettings,
  Contact,
  Term,
  Vocabulary,
  CommunityView,
  CurrentView,
  DeviceView,
  Ease,
  Equipment,
  ErrorCode,
  FieldError,
  FirstStep,
  GroupKind,
  GroupList,
  GroupView,
  HelpRequestView,
  HelpTurn,
  HelpView,
  Inline,
  InvitationMade,
  InvitationView,
  JoinForm,
  JoinRequestView,
  LiveEvent,
  MailRhythms,
  MemberPlace,
  MergeResult,
  NodeTree,
  NotificationView,
  OpenInvitation,
  OrganisationList,
  OwnHelp,
  OwnPivot,
  OwnRequest,
  Page,
  PasskeyCreation,
  PasskeyList,
  PasskeyRequest,
  PasskeyView,
  PersonView,
  Profile,
  ConsentKind,
  Consents,
  ConsentView,
  HelpFacts,
  SayHelp,
  SetConsent,
  PostSource,
  PostView,
  QuietHours,
  ReactionCount,
  ReactionState,
  ReactionWord,
  Refreshed,
  RequestWords,
  RevisionList,
  RevisionView,
  Rhythm,
  SeenView,
  SightingView,
  SignIns,
  SignatureView,
  SiteAsked,
  SiteEntered,
  SiteKeyView,
  SiteList,
  SiteView,
  SpaceLevel,
  SpaceList,
  SpaceView,
  Standing,
  ThreadKind,
  ThreadPage,
  ThreadSummary,
  ThreadView,
  Tokens,
  UnreadCount,
  ViewerView,
  Welcome,
  Withdrawal,
} from '@cercle/server'
