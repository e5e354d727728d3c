import { ConsentKind, HelpFacts } from '../privacy/consents.schema.ts'
import { z } from 'zod'
import { CHARTER_MAX } from '../charter/charter.schema.ts'
import { AskForHelp, PHONE_MAX, PLACE_MAX, SayInHelp } from '../help/help.schema.ts'
import { AskToJoin, QUESTIONS_MAX } from '../joining/joining.schema.ts'
import { GroupKind } from '../members/members.schema.ts'
import { SpaceLevel } from '../spaces/spaces.schema.ts'
import { BODY_MAX, ThreadKind, TITLE_MAX } from '../discussions/discussions.schema.ts'
import { Slug, text } from '../wire.schema.ts'
import { CommunityAims, CommunitySettings } from './communities.schema.ts'
import { Accent, Scheme, Vocabulary } from './vocabulary.schema.ts'

const Key = z.string().min(1).max(63)
const Name = text(120)
const Origin = z
  .string()
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, 'must be an exact origin like https://site.example')
const ExitUrl = z.url({ protocol: /^https$/ }).max(300)
const FontSeed = z.object({
  family: text(60),
  weight: z.string().regex(/^[1-9]\d{0,2}(?: [1-9]\d{0,2})?$/),
  base64: z.base64().max(350_000),
})
const PostSeed = z.object({
  author: Key,
  body: text(BODY_MAX),
  minutesAgo: z.number().min(0),
  reactions: z.record(Key, z.array(Key)).optional(),
})

const isTimeZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A community written down in JSON: see `CommunitySeed`. */
export const CommunitySeedFile = z.object({
  slug: Slug,
  name: Name,
  language: z.enum(['fr-CA', 'en-CA']),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone like America/Toronto'),
  indexable: z.boolean().optional(),
  exitUrl: ExitUrl.optional(),
  greeting: text(500).optional(),
  aims: CommunityAims.shape.aims.optional(),
  vocabulary: Vocabulary.optional(),
  accent: Accent.optional(),
  scheme: Scheme.optional(),
  contact: CommunitySettings.shape.contact.optional(),
  reactions: z.array(z.object({ key: Key, label: text(60) })).max(6),
  organisations: z.array(
    z.object({ key: Key, name: Name, removed: z.boolean().optional(), region: Name.optional(), sector: Name.optional() }),
  ),
  sites: z.array(
    z.object({
      name: Name,
      organisation: Key.optional(),
      origins: z.array(Origin).min(1),
      exitUrl: ExitUrl.optional(),
      fonts: z.array(FontSeed).max(6).optional(),
    }),
  ),
  groups: z.array(
    z.object({
      key: Key,
      name: Name,
      hidden: z.boolean().optional(),
      kind: GroupKind.optional(),
      organisation: Key.optional(),
      fact: Name.optional(),
    }),
  ),
  members: z.array(
    z.object({
      key: Key,
      name: Name,
      email: z.email(),
      organisation: Key.optional(),
      organisationShown: z.boolean().optional(),
      status: z.enum(['active', 'pending', 'suspended', 'removed']).optional(),
      facilitates: z.boolean().optional(),
      isNew: z.boolean().optional(),
      groups: z.array(Key).optional(),
      pivotOf: Key.optional(),
      region: Name.optional(),
      sector: Name.optional(),
      availability: text(80).optional(),
      consents: z.array(ConsentKind).optional(),
      help: HelpFacts.optional(),
    }),
  ),
  spaces: z.array(
    z.object({
      slug: Slug,
      name: Name,
      level: SpaceLevel,
      posting: z.enum(['readers', 'facilitators']).optional(),
      retentionDays: z.int().min(1).optional(),
      groups: z.array(Key).optional(),
    }),
  ),
  charters: z
    .array(z.object({ space: Slug.optional(), text: text(CHARTER_MAX), minutesAgo: z.number().min(0), signedBy: z.array(Key) }))
    .optional(),
  questions: z
    .array(z.object({ label: text(300), required: z.boolean().optional() }))
    .max(QUESTIONS_MAX)
    .optional(),
  requests: z
    .array(
      z.object({
        ...AskToJoin.shape,
        id: z.undefined().optional(),
        answers: z.array(text(1_000, 0)).max(10).optional(),
        equipment: AskToJoin.shape.equipment.optional(),
        minutesAgo: z.number().min(0),
      }),
    )
    .optional(),
  help: z
    .array(
      z.object({
        member: Key,
        text: AskForHelp.shape.text,
        place: text(PLACE_MAX).optional(),
        call: z.boolean().optional(),
        phone: text(PHONE_MAX).optional(),
        minutesAgo: z.number().min(0),
        answer: z.object({ by: Key, text: SayInHelp.shape.text, minutesAgo: z.number().min(0) }).optional(),
      }),
    )
    .optional(),
  threads: z.array(
    PostSeed.extend({
      space: Slug,
      kind: ThreadKind,
      title: text(TITLE_MAX),
      pinned: z.boolean().optional(),
      audience: z.object({ groups: z.array(Key).optional(), members: z.array(Key).optional() }).optional(),
      replies: z.array(PostSeed).optional(),
    }),
  ),
  tells: z.boolean().optional(),
})
export type CommunitySeedFile = z.output<typeof CommunitySeedFile>
