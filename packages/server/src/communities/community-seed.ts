import type { Ease, Equipment } from '../joining/joining.schema.ts'
import type { ConsentKind, HelpFacts } from '../privacy/consents.schema.ts'
import type { GroupKind } from '../members/members.schema.ts'
import type { SpaceLevel } from '../spaces/spaces.schema.ts'
import type { ThreadKind } from '../discussions/discussions.schema.ts'
import type { Contact } from './communities.schema.ts'
import type { Scheme, Vocabulary } from './vocabulary.schema.ts'

/** A whole community written down: what `cercle seed <file.json>` and the demo put into an empty database. Keys name things within the file. */
export interface CommunitySeed {
  slug: string
  name: string
  language: 'fr-CA' | 'en-CA'
  timeZone: string
  /** Search engines may keep the public pages; no unless told. */
  indexable?: boolean | undefined
  /** Where « Quitter rapidement » leads: an `https:` address that surprises nobody; the weather unless told. */
  exitUrl?: string | undefined
  /** What is said to who comes in; at most 500 characters. */
  greeting?: string | undefined
  /** What it wants to do together: at most five sentences of 200 characters. */
  aims?: string[] | undefined
  /** What it says instead of our words, by term; at most 40 characters each. */
  vocabulary?: Vocabulary | undefined
  /** Its colour, `#0f6b62`; ours unless told. */
  accent?: string | undefined
  /** Of its pages; as each device prefers unless told. */
  scheme?: Scheme | undefined
  /** Whom to reach for who cannot enter: anybody reads it. An address, a telephone number or both; nobody unless told. */
  contact?: Contact | null | undefined
  /** The community's gestures in words, in order. */
  reactions: { key: string; label: string }[]
  /** Region and sector are true of who works there, unless the member says otherwise. */
  organisations: OrganisationSeed[]
  /** Partner sites: exact origins (`https://site.example`) in whose pages frames of this community may open. */
  sites: SiteSeed[]
  groups: GroupSeed[]
  members: MemberSeed[]
  spaces: SpaceSeed[]
  charters?: CharterSeed[] | undefined
  /** What the community asks of whoever wants to come in, in its order. */
  questions?: QuestionSeed[] | undefined
  /** Requests to come in that wait. */
  requests?: RequestSeed[] | undefined
  /** What members have asked who facilitates. */
  help?: HelpSeed[] | undefined
  threads: ThreadSeed[]
  /** Members are told of what happened since they came in; no unless told. */
  tells?: boolean | undefined
}

export interface OrganisationSeed {
  key: string
  name: string
  removed?: boolean | undefined
  region?: string | undefined
  sector?: string | undefined
}

export interface GroupSeed {
  key: string
  name: string
  /** Neither its name nor who is in it exists for others. */
  hidden?: boolean | undefined
  /** `social` unless told. */
  kind?: GroupKind | undefined
  /** Of a workplace: key of the organisation; who works there is in it. */
  organisation?: string | undefined
  /** Of a region or a sector: for whom it is true is in it. */
  fact?: string | undefined
}

export interface SiteSeed {
  name: string
  organisation?: string | undefined
  origins: string[]
  /** Instead of the community's, in the pages of this site. */
  exitUrl?: string | undefined
  /** Fonts that its frames may use: woff2 as base64, at most 256 KiB each. `weight`: `400`, or a range like `200 900`. */
  fonts?: { family: string; weight: string; base64: string }[] | undefined
}

export interface MemberSeed {
  key: string
  /** Display name: a first name. */
  name: string
  email: string
  organisation?: string | undefined
  /** Where she works is read beside her name; `true` unless told. */
  organisationShown?: boolean | undefined
  /** `active` unless told. */
  status?: 'active' | 'pending' | 'suspended' | 'removed' | undefined
  facilitates?: boolean | undefined
  /** She is greeted at her first visit. */
  isNew?: boolean | undefined
  /** Keys of groups that she was invited into. */
  groups?: string[] | undefined
  /** Key of the group of a workplace, a region or a sector that she is the pivot of. */
  pivotOf?: string | undefined
  region?: string | undefined
  sector?: string | undefined
  /** When she can be reached, in her own words. */
  availability?: string | undefined
  /** What she accepts; nothing unless told. */
  consents?: ConsentKind[] | undefined
  /** What helps her take part; she then accepts that it is kept. */
  help?: HelpFacts | undefined
}

export interface SpaceSeed {
  slug: string
  name: string
  level: SpaceLevel
  /** Who may write: any reader who is a member (unless told), or only who facilitates. */
  posting?: 'readers' | 'facilitators' | undefined
  retentionDays?: number | undefined
  /** For `restricted`: keys of the groups that make the audience. */
  groups?: string[] | undefined
}

/** One version of a charter. Several of one place are its versions 1, 2, 3…: the last is asked for. */
export interface CharterSeed {
  /** Slug; absent: of the community. */
  space?: string | undefined
  /** Markdown. */
  text: string
  /** How long before the moment of seeding it was published, in minutes. */
  minutesAgo: number
  /** Keys of the members whose signatures stand; nobody signs by being written down. */
  signedBy: string[]
}

export interface QuestionSeed {
  label: string
  /** No unless told. */
  required?: boolean | undefined
}

export interface RequestSeed {
  name: string
  email: string
  organisation?: string | undefined
  role?: string | undefined
  region?: string | undefined
  reason: string
  /** In the order of the community's questions; empty: not answered. */
  answers?: string[] | undefined
  equipment?: Equipment | undefined
  ease?: Ease | undefined
  phone?: string | undefined
  /** How long before the moment of seeding it was asked, in minutes. */
  minutesAgo: number
}

export interface HelpSeed {
  /** Key of the member who asks. */
  member: string
  text: string
  /** Where she was, in words. */
  place?: string | undefined
  call?: boolean | undefined
  phone?: string | undefined
  /** How long before the moment of seeding it was asked, in minutes. */
  minutesAgo: number
  /** What was answered, by whom (key), and how long before. */
  answer?: { by: string; text: string; minutesAgo: number } | undefined
}

export interface PostSeed {
  /** Key of a member. */
  author: string
  /** Markdown. */
  body: string
  /** How long before the moment of seeding it was written, in minutes. */
  minutesAgo: number
  /** Gesture key → keys of the members who made it. */
  reactions?: Record<string, string[]> | undefined
}

export interface ThreadSeed extends PostSeed {
  space: string
  kind: ThreadKind
  title: string
  pinned?: boolean | undefined
  /** Told to fewer than the space: keys of groups and members. */
  audience?: { groups?: string[] | undefined; members?: string[] | undefined } | undefined
  replies?: PostSeed[] | undefined
}
