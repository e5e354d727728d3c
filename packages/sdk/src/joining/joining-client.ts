import type {
  Ease,
  Equipment,
  InvitationMade,
  InvitationView,
  JoinForm,
  JoinRequestView,
  OpenInvitation,
  OwnRequest,
  Page,
} from '@cercle/server'
import { newId } from '../ids.ts'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface NewRequest {
  /** 1 to 80 code points: a first name is enough. */
  name: string
  email: string
  /** 1 to 2,000 code points. */
  reason: string
  organisation?: string | undefined
  role?: string | undefined
  region?: string | undefined
  /** To the questions of `form`, by their ids. */
  answers?: { question: string; answer: string }[] | undefined
  equipment?: Equipment | undefined
  /** `call` needs a `phone`. */
  ease?: Ease | undefined
  phone?: string | undefined
  /** From `newId()`: sending it again asks once. Absent: one is made for this call. */
  id?: string | undefined
}

export interface LinkedAnswer {
  /** Of the link in the mail: `/c/<community>/join/r/<token>`. */
  token: string
  /** 1 to 900 code points. */
  text: string
}

export interface RequestFilter {
  /** Those that wait, the oldest first (unless told), or those that were decided, the newest first. */
  state?: 'open' | 'decided' | undefined
  /** Only who would rather be called. */
  call?: boolean | undefined
  /** This one alone, whatever its state. */
  id?: string | undefined
  /** Items in a page, 1 to 50. */
  limit?: number | undefined
}

/** What is written goes to the person by mail, as it stands; at most 900 code points. */
export type Decision =
  | {
      id: string
      decision: 'approve'
      /** Id of where she works. */
      organisation?: string | null | undefined
      /** True of her as a member: it may put her into groups. */
      region?: string | null | undefined
      /** Ids of groups by invitation. */
      groups?: string[] | undefined
      /** Slugs of restricted spaces; with one, those around it. */
      spaces?: string[] | undefined
      text?: string | undefined
    }
  | { id: string; decision: 'refuse' | 'askBack'; text: string }

export interface NewInvitation {
  /** Absent: a link is made, to hand over. */
  email?: string | undefined
  /** How long it is good for, 1 to 60; 14 unless told. */
  days?: number | undefined
  groups?: string[] | undefined
  spaces?: string[] | undefined
  id?: string | undefined
}

export interface InvitationAcceptance {
  /** Of the link: `/c/<community>/join/i/<token>`. */
  token: string
  name: string
  /** Where the invitation names none. */
  email?: string | undefined
}

/**
 * The way in. `form` and `ask` are for anybody, what takes a `token` is for the holder of a link (`not_found` for any other), the rest is for
 * facilitators.
 */
export interface JoiningClient {
  /** What this community asks beside name, address and reason. */
  form(options?: CallOptions): Promise<JoinForm>
  /** For facilitators: replaces it whole, in this order; at most 5 questions, each id from `newId()`. Requests keep the questions as they were put. */
  settleForm(form: JoinForm, options?: CallOptions): Promise<JoinForm>
  /** The same answer for every address: whether it is a member's or has asked already is told by mail. */
  ask(request: NewRequest, options?: CallOptions): Promise<{ done: true }>
  /** Her own request, as it stands. */
  request(link: { token: string }, options?: CallOptions): Promise<OwnRequest>
  /** `conflict`: nothing waits for an answer. */
  answer(answer: LinkedAnswer, options?: CallOptions): Promise<OwnRequest>
  /** Takes it back: nothing of it is kept. `conflict`: it is decided. */
  retract(link: { token: string }, options?: CallOptions): Promise<{ done: true }>
  requests(filter?: RequestFilter, options?: CallOptions): PagedList<JoinRequestView>
  /** `conflict`: it is decided already. `proof_needed` to approve. */
  decide(decision: Decision, options?: CallOptions): Promise<JoinRequestView>
  /** `token` of the link, told this once; `null`: it went by mail. `proof_needed`. */
  invite(invitation: NewInvitation, options?: CallOptions): Promise<InvitationMade>
  /** The newest first. */
  invitations(filter?: { limit?: number | undefined }, options?: CallOptions): PagedList<InvitationView>
  /** Opens nothing any more. `conflict`: it was accepted. */
  withdrawInvitation(invitation: { id: string }, options?: CallOptions): Promise<InvitationView>
  /** What the holder of a link is told of it. */
  invitation(link: { token: string }, options?: CallOptions): Promise<OpenInvitation>
  /** Makes a member of her, once; she then signs in by code. */
  accept(acceptance: InvitationAcceptance, options?: CallOptions): Promise<{ done: true }>
}

export const joiningClient = (call: Call): JoiningClient => ({
  form: (options) => call('joining.form', undefined, options),
  settleForm: (form, options) => call('joining.settleForm', form, options, 'write'),
  ask: (request, options) => call('joining.ask', { ...request, id: request.id ?? newId() }, options, 'write'),
  request: ({ token }, options) => call('joining.request', { token }, options, 'write'),
  answer: ({ token, text }, options) => call('joining.answer', { token, text }, options, 'write'),
  retract: ({ token }, options) => call('joining.retract', { token }, options, 'once'),
  requests: (filter, options) =>
    pagedList((cursor) => call<Page<JoinRequestView>>('joining.requests', { ...filter, cursor }, options)),
  decide: (decision, options) => call('joining.decide', decision, options, 'write'),
  invite: (invitation, options) => call('joining.invite', { ...invitation, id: invitation.id ?? newId() }, options, 'write'),
  invitations: (filter, options) =>
    pagedList((cursor) => call<Page<InvitationView>>('joining.invitations', { ...filter, cursor }, options)),
  withdrawInvitation: ({ id }, options) => call('joining.withdrawInvitation', { id }, options, 'write'),
  invitation: ({ token }, options) => call('joining.invitation', { token }, options, 'write'),
  accept: (acceptance, options) => call('joining.accept', acceptance, options, 'once'),
})
