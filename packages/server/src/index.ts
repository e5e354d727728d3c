export type { ErrorCode, FieldError } from './error-codes.ts'
export type { Page, PageRequest } from './wire.schema.ts'
export type { CommunityView, CurrentView, ReactionWord, ViewerView } from './communities/communities.schema.ts'
export type { SpaceLevel, SpaceList, SpaceView } from './spaces/spaces.schema.ts'
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
export type { CodeRequested, DeviceView, Refreshed, Tokens } from './auth/auth.schema.ts'
