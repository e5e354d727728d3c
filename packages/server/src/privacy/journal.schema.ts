import { z } from 'zod'
import { Instant, PageRequest, pageOf } from '../wire.schema.ts'

/** One time that somebody looked at something private of the viewer's. */
export const AccessNote = z.object({
  at: Instant,
  /** `seen_by`: which spaces she reads. */
  kind: z.enum(['seen_by']),
  /** Who looked. */
  by: z.string(),
})
export type AccessNote = z.output<typeof AccessNote>

/** `privacy.journal`: newest first. */
export const ListJournal = PageRequest
export const Journal = pageOf(AccessNote)
export type Journal = z.output<typeof Journal>
