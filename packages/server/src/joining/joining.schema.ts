import { z } from 'zod'
import { Email } from '../auth/auth.schema.ts'
import { Id, Instant, PageRequest, pageOf, Slug, text } from '../wire.schema.ts'

export const REASON_MAX = 2_000
/** Goes by mail. */
const WORDS_MAX = 900
/** The secret in a link: 256 bits. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/)

const Has = z.enum(['yes', 'no', 'unsure'])
/** What she says that she has; what is absent was not said. */
export const Equipment = z.object({
  computer: Has.optional(),
  microphone: Has.optional(),
  camera: Has.optional(),
  /** `yes`: good enough to see and hear · `no`: none of her own · `unsure`: it comes and goes. */
  connection: Has.optional(),
})
export type Equipment = z.output<typeof Equipment>
/** easy: at ease with computers · depends: some help is welcome · call: rather by telephone. */
export const Ease = z.enum(['easy', 'depends', 'call'])
export type Ease = z.output<typeof Ease>

/** `joining.form`: what this community asks beside name, address and reason, in its order. */
export const JoinForm = z.object({ questions: z.array(z.object({ id: Id, label: z.string(), required: z.boolean() })) })
export type JoinForm = z.output<typeof JoinForm>

/** How many questions of its own a community may ask. */
export const QUESTIONS_MAX = 5
/** `joining.settleForm`: its questions, in their order, each id (made by the caller) once. */
export const SettleForm = z.object({
  questions: z
    .array(z.object({ id: Id, label: text(300), required: z.boolean() }))
    .max(QUESTIONS_MAX)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { params: { reason: 'not_allowed' } }),
})

/** `joining.ask`: the same answer, in the same time, whether the address is a member's, has asked already, or neither. */
export const AskToJoin = z
  .object({
    /** Made by the caller: sending it again asks once. */
    id: Id,
    name: text(80),
    email: Email,
    organisation: text(120).optional(),
    role: text(120).optional(),
    region: text(120).optional(),
    /** 1 to 2,000 code points. */
    reason: text(REASON_MAX),
    answers: z
      .array(z.object({ question: Id, answer: text(1_000, 0) }))
      .max(10)
      .default([]),
    equipment: Equipment.default({}),
    ease: Ease.optional(),
    /** Asked where `ease` is `call`. */
    phone: text(40).optional(),
  })
  .refine(({ ease, phone }) => ease !== 'call' || phone !== undefined, { path: ['phone'], params: { reason: 'required' } })
export type AskToJoin = z.output<typeof AskToJoin>

/** One turn between who facilitates and who asks. */
export const RequestWords = z.object({ by: z.enum(['facilitator', 'requester']), text: z.string(), at: Instant })
export type RequestWords = z.output<typeof RequestWords>
/** asked: something was asked back, and is not answered yet. */
export const RequestStatus = z.enum(['waiting', 'asked', 'approved', 'refused'])

/** `joining.request`: a request, as the person who asked reads it by the link in her mail. No name of anybody else. */
export const OwnRequest = z.object({
  name: z.string(),
  status: RequestStatus,
  ease: Ease.nullable(),
  askedAt: Instant,
  exchange: z.array(RequestWords),
  can: z.object({ answer: z.boolean(), retract: z.boolean() }),
})
export type OwnRequest = z.output<typeof OwnRequest>
export const ByLink = z.object({ token: LinkToken })
export type ByLink = z.output<typeof ByLink>
export const AnswerByLink = z.object({ token: LinkToken, text: text(WORDS_MAX) })
export type AnswerByLink = z.output<typeof AnswerByLink>

/** A request, as who facilitates reads it. */
export const JoinRequestView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  organisation: z.string().nullable(),
  role: z.string().nullable(),
  region: z.string().nullable(),
  reason: z.string(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  equipment: Equipment,
  ease: Ease.nullable(),
  phone: z.string().nullable(),
  status: RequestStatus,
  askedAt: Instant,
  exchange: z.array(RequestWords),
  /** `by`: `null` where she is no member any more. */
  decided: z.object({ at: Instant, by: z.string().nullable() }).nullable(),
  /** What the address is here already; `null`: nothing. */
  standing: z.enum(['pending', 'active', 'suspended', 'removed']).nullable(),
  can: z.object({ decide: z.boolean() }),
})
export type JoinRequestView = z.output<typeof JoinRequestView>

/** `joining.requests`: those that wait, the oldest first; or those that were decided, the newest first. */
export const ListRequests = PageRequest.extend({
  state: z.enum(['open', 'decided']).default('open'),
  /** Only who would rather be called. */
  call: z.boolean().default(false),
  /** This one alone, whatever its state. */
  id: Id.optional(),
})
export type ListRequests = z.output<typeof ListRequests>
export const JoinRequests = pageOf(JoinRequestView)
export type JoinRequests = z.output<typeof JoinRequests>

const Places = {
  /** Groups by invitation. */
  groups: z.array(Id).max(20).default([]),
  /** Restricted spaces; with one, those around it. Members' spaces are open to every member. */
  spaces: z.array(Slug).max(20).default([]),
}
/** `joining.decide`: what is written to her goes by mail, as it stands. */
export const DecideRequest = z.discriminatedUnion('decision', [
  z.object({
    id: Id,
    decision: z.literal('approve'),
    organisation: Id.nullable().default(null),
    /** True of her as a member: it may put her into groups. */
    region: text(120).nullable().default(null),
    ...Places,
    text: text(WORDS_MAX).optional(),
  }),
  z.object({ id: Id, decision: z.literal('refuse'), text: text(WORDS_MAX) }),
  z.object({ id: Id, decision: z.literal('askBack'), text: text(WORDS_MAX) }),
])
export type DecideRequest = z.output<typeof DecideRequest>

/** `joining.invite`: by mail, or, without an address, by a link that is handed over. It serves once. */
export const MakeInvitation = z.object({
  id: Id,
  email: Email.optional(),
  /** How long it is good for. */
  days: z.int().min(1).max(60).default(14),
  ...Places,
})
export type MakeInvitation = z.output<typeof MakeInvitation>

export const InvitationView = z.object({
  id: Id,
  /** `null`: for whoever holds the link. */
  email: z.string().nullable(),
  by: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  status: z.enum(['open', 'accepted', 'expired', 'withdrawn']),
  /** Names, as far as the viewer may know them. */
  groups: z.array(z.string()),
  spaces: z.array(z.string()),
  can: z.object({ withdraw: z.boolean() }),
})
export type InvitationView = z.output<typeof InvitationView>
/** `token`: of the link `/c/<community>/join/i/<token>`, told this once; `null`: it goes by mail. */
export const InvitationMade = z.object({ invitation: InvitationView, token: LinkToken.nullable() })
export type InvitationMade = z.output<typeof InvitationMade>
/** `joining.invitations`: the newest first. */
export const Invitations = pageOf(InvitationView)
export type Invitations = z.output<typeof Invitations>
export const InvitationRef = z.object({ id: Id })
export type InvitationRef = z.output<typeof InvitationRef>

/** `joining.invitation`: what the holder of a link is told of it. */
export const OpenInvitation = z.object({ needsEmail: z.boolean(), expiresAt: Instant })
export type OpenInvitation = z.output<typeof OpenInvitation>
/** `joining.accept`: `email` where the invitation names none. */
export const AcceptInvitation = z.object({ token: LinkToken, name: text(80), email: Email.optional() })
export type AcceptInvitation = z.output<typeof AcceptInvitation>
