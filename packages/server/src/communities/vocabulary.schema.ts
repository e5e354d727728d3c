import { z } from 'zod'
import { text } from '../wire.schema.ts'

/*
 * The words that a community may say in its own way, at most 20 beside its gestures. Each is a whole label, or stands where any noun of one person
 * does: after « pour », « par » or « que », never after « de » or « à », which would melt into its article. A term has the key of the text that it
 * replaces, in the catalogues of pages and of elements.
 */
export const terms = [
  'facilitator',
  'someone',
  'community',
  'everybody',
  'discussions',
  'kind.question',
  'kinds.question',
  'compose.question',
  'kind.experience',
  'kinds.experience',
  'compose.experience',
  'kind.tool',
  'kinds.tool',
  'compose.tool',
  'kind.news',
  'kinds.news',
  'compose.news',
  'join',
  'desk',
] as const
export type Term = (typeof terms)[number]

/** In the language of the community, 1 to 40 code points each; a term that is absent is said in our words. No braces: texts have slots. */
const Word = text(40).refine((word) => !/[{}]/.test(word), { params: { reason: 'not_allowed' } })
export const Vocabulary = z.partialRecord(z.enum(terms), Word)
export type Vocabulary = z.output<typeof Vocabulary>

/** `#0f6b62`: six digits, in lower case. */
export const Accent = z.string().regex(/^#[0-9a-f]{6}$/)
export const Scheme = z.enum(['light', 'dark'])
export type Scheme = z.output<typeof Scheme>

/** What pages of Cercle look like in a community; `null`: our colour, and as each device prefers. */
export interface Look {
  accent: string | null
  scheme: Scheme | null
}
