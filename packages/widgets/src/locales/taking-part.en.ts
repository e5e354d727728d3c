import type { TakingPartKey } from './taking-part.fr.ts'
import type { Catalogue } from './texts.ts'

/** What a feed says beyond its list, in English. */
export const takingPartEn: Catalogue<TakingPartKey> = {
  'community.account': 'Your account',
  'facts.public': 'Everyone can read, member or not',
  'facts.members': { one: '{count} person of the community can read', other: '{count} people of the community can read' },
  'facts.restricted': { one: '{count} person of the group can read', other: '{count} people of the group can read' },
  'facts.kept': { one: 'These messages are erased after {count} day', other: 'These messages are erased after {count} days' },
  'compose.open': 'Write to the community, a few words are enough',
  'compose.group': 'Write to the group, a few words are enough',
  'compose.starters': 'Or start with',
  'compose.question': 'A question',
  'compose.experience': 'An experience',
  'compose.tool': 'A tool',
  'compose.news': 'Some news',
  'empty.title': 'Nobody has written here yet',
  'empty.text': 'The first words need not be perfect. For example: “{example}”',
  'empty.example': 'This week, one small thing went well…',
  'empty.do': 'Start with this sentence',
  'empty.nothing': 'Nothing is published here for now',
  'empty.reader': 'When somebody writes here, you will be able to read it.',
  'empty.stranger': 'When the community publishes something here, you will be able to read it.',
  'empty.kind': 'Nothing of this kind for now',
  'empty.kindDo': 'Show everything',
  'published.done': 'It is published.',
  'published.public': 'It is published. Everyone will be able to read it, member or not.',
  'published.readers': {
    one: 'It is published. {count} person will be able to read it.',
    other: 'It is published. {count} people will be able to read it.',
  },
  'published.undo': 'Undo ({seconds}\u00a0s left)',
  'published.undoing': 'Taking your message back…',
  'published.late': 'It is too late to undo from here. Open the discussion to withdraw it.',
  'published.failed': 'Your message is still published. Try again.',
}
