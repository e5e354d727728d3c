import { z } from 'zod'
import { Id, Instant, PageRequest, pageOf, text } from '../wire.schema.ts'

export const HELP_MAX = 2_000
export const PLACE_MAX = 120
export const PHONE_MAX = 40

/** What was said after the first words. */
export const HelpTurn = z.object({
  id: Id,
  /** She who asked, or who facilitates. */
  by: z.enum(['asker', 'facilitator']),
  /** First name of who facilitates; `null` of her own words, and for who is told no names. */
  name: z.string().nullable(),
  text: z.string(),
  at: Instant,
})
export type HelpTurn = z.output<typeof HelpTurn>

const exchange = {
  id: Id,
  text: z.string(),
  /** Where she was, in words; `null`: she took it off. */
  place: z.string().nullable(),
  /** She would rather be called. */
  call: z.boolean(),
  phone: z.string().nullable(),
  askedAt: Instant,
  /** Oldest first. */
  turns: z.array(HelpTurn),
  /** `waiting`: the last word is hers · `answered` · `settled`: said so by who facilitates. */
  state: z.enum(['waiting', 'answered', 'settled']),
}

/** One of the viewer's own. */
export const HelpView = z.object({
  ...exchange,
  /** There is an answer that she has not looked at. */
  unseen: z.boolean(),
})
export type HelpView = z.output<typeof HelpView>

/** `help.own`: who would read what she asks, and what she has asked. */
export const OwnHelp = z.object({
  /** Everybody who facilitates but herself; empty: nobody, or she is told no names. `availability`: in their own words. */
  readers: z.array(z.object({ name: z.string(), availability: z.string().nullable() })),
  /** She facilitates: what is asked is at the desk. */
  facilitates: z.boolean(),
  /** The newest first, 20 at most; none where a code has not confirmed who she is. */
  items: z.array(HelpView),
})
export type OwnHelp = z.output<typeof OwnHelp>

export const AskForHelp = z.object({
  /** Made by the caller: sending it again asks once. */
  id: Id,
  text: text(HELP_MAX),
  place: text(PLACE_MAX).nullable().default(null),
  call: z.boolean().default(false),
  phone: text(PHONE_MAX).nullable().default(null),
})
export type AskForHelp = z.output<typeof AskForHelp>

/** Of a request for help. */
export const HelpRef = z.object({ id: Id })
export type HelpRef = z.output<typeof HelpRef>

/** `id`: of what is said, made by the caller. */
export const SayInHelp = z.object({ id: Id, help: Id, text: text(HELP_MAX) })
export type SayInHelp = z.output<typeof SayInHelp>

/** `false`: it is not settled after all. */
export const SettleHelp = z.object({ id: Id, settled: z.boolean() })
export type SettleHelp = z.output<typeof SettleHelp>

/** `help.requests`: those in this state, who has waited longest first. */
export const ListHelp = PageRequest.extend({ state: HelpView.shape.state.default('waiting') })
export type ListHelp = z.output<typeof ListHelp>

/** One request at the desk. */
export const HelpRequestView = z.object({
  ...exchange,
  /** Who asks. */
  name: z.string(),
  organisation: z.string().nullable(),
  /** She is not in yet. */
  pending: z.boolean(),
})
export type HelpRequestView = z.output<typeof HelpRequestView>
export const HelpRequests = pageOf(HelpRequestView)
export type HelpRequests = z.output<typeof HelpRequests>
