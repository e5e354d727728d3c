import type { Catalogues } from '../controllers/texts.ts'
import { readingFr, type ReadingKey } from './reading.fr.ts'

/** For `new Texts(this, reading)`: French at once, English when wanted. */
export const reading: Catalogues<ReadingKey> = {
  fr: readingFr,
  en: async () => (await import('./reading.en.ts')).readingEn,
}
