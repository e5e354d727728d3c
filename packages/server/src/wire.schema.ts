import { z } from 'zod'

/** A UUID made by the caller (version 7) or by the server. */
export const Id = z.uuid()
/** An instant: ISO 8601 in UTC with milliseconds, `2026-11-24T12:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 })
/** A short name in an address: lower-case letters, digits and hyphens, 1 to 63. */
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)

/** How many code points a text holds: emoji and accents count one, as a person counts. */
export const codePoints = (text: string): number => [...text].length
/** A text of at most `max` code points, trimmed; `min` is 1 unless told. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .refine((value) => codePoints(value) >= min, { params: { reason: min === 1 ? 'required' : 'too_short' } })
    .refine((value) => codePoints(value) <= max, { params: { reason: 'too_long' } })
    // U+0000 cannot be stored, and unpaired surrogates cannot be sent back.
    .refine((value) => !value.includes('\u0000') && !/\p{Cs}/u.test(value), { params: { reason: 'format' } })

/** Where a page starts (absent: at the newest) and how long it is (1 to 50, 20 unless told). */
export const PageRequest = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(50).default(20),
})
export type PageRequest = z.output<typeof PageRequest>

/** One page of a list; `cursor` is absent on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), cursor: z.string().optional() })
export interface Page<Item> {
  items: Item[]
  cursor?: string | undefined
}

/** Of a call that has nothing else to say. */
export const Done = z.object({ done: z.literal(true) })
export type Done = z.output<typeof Done>
