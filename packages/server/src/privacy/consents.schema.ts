import { z } from 'zod'
import { Ease, Equipment } from '../joining/joining.schema.ts'
import { Instant, text } from '../wire.schema.ts'

/** The newest version of the words that are accepted; raised whenever what one of them says is otherwise. */
const WORDS = 1

/**
 * named: her first name is told to who comes in · accompany: who facilitates may offer her a hand while she has not written · help_facts: what she
 * says of her equipment, her ease and her telephone is kept.
 */
export const ConsentKind = z.enum(['named', 'accompany', 'help_facts'])
export type ConsentKind = z.output<typeof ConsentKind>

/** One thing that the viewer accepts or not. */
export const ConsentView = z.object({
  kind: ConsentKind,
  /** It holds now. */
  given: z.boolean(),
  /** When she accepted it the last time; `null`: never. */
  givenAt: Instant.nullable(),
  /** When she took that back; `null`: she did not. */
  withdrawnAt: Instant.nullable(),
})
export type ConsentView = z.output<typeof ConsentView>

/** What helps somebody take part, as she says it. */
export const HelpFacts = z.object({ equipment: Equipment, ease: Ease.nullable(), phone: z.string().nullable() })
export type HelpFacts = z.output<typeof HelpFacts>

/** `privacy.consents`, `privacy.setConsent`, `privacy.sayHelp`: each of them, in one order. `help`: what is kept by `help_facts`; `null`: nothing. */
export const Consents = z.object({ items: z.array(ConsentView), help: HelpFacts.nullable() })
export type Consents = z.output<typeof Consents>

/** `privacy.setConsent`: repeated, it stands as it is. Taking `help_facts` back erases what was kept by it. */
export const SetConsent = z.object({ kind: ConsentKind, given: z.boolean(), words: z.int().min(1).max(WORDS) })
export type SetConsent = z.output<typeof SetConsent>

/** `privacy.sayHelp`: as when one asks to come in. */
export const SayHelp = z
  .object({ equipment: Equipment, ease: Ease.nullable(), phone: text(40).nullable() })
  .refine(({ ease, phone }) => ease !== 'call' || phone !== null, { path: ['phone'], params: { reason: 'required' } })
export type SayHelp = z.output<typeof SayHelp>
