import type { AimsKey } from './aims.fr.ts'
import type { Catalogue } from './texts.ts'

/** What the community wants to do together, at the desk, in English. */
export const aimsEn: Catalogue<AimsKey> = {
  title: 'What we want to do together',
  lead: 'The aims of the community, in short sentences. Whoever wants to join reads them first; whoever just came in finds them again. Anybody may read them, members or not.',
  field: 'One sentence a line',
  hint: 'Five at most. They are read in this order. For example: “Support one another as colleagues.”',
  many: { one: 'One sentence too many: five at most.', other: '{count} sentences too many: five at most.' },
  long: 'Sentence {count} is too long: 200 characters at most.',
  save: 'Save the aims',
  saved: 'It is saved. They are read already.',
}
