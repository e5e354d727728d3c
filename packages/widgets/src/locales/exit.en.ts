import type { ExitKey } from './exit.fr.ts'
import type { Catalogue } from './texts.ts'

/** The texts of the way out, in English. */
export const exitEn: Catalogue<ExitKey> = {
  'exit.leave': 'Exit quickly',
  'exit.how': 'An unrelated page takes the place of this one. Pressing Shift three times does the same.',
  'exit.onceMore': 'Shift once more to exit',
}
