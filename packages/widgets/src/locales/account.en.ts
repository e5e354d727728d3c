import type { AccountKey } from './account.fr.ts'
import type { Catalogue } from './texts.ts'

/** The same in English. */
export const accountEn: Catalogue<AccountKey> = {
  'profile.title': 'What is said of you',
  'profile.loading': 'Loading what is said of you',
  'profile.name': 'How you are called',
  'profile.nameSeen': 'Who sees it: members of the community, beside all that you write. What is public is read without names.',
  'profile.nameMissing': 'Write how you are called.',
  'profile.availability': 'When you can be reached',
  'profile.availabilityHint': 'Optional, in your own words. For example: Tuesdays after 1 p.m.',
  'profile.availabilitySeen': 'Who sees it: you and the people who facilitate, not the other members.',
  'profile.save': 'Save',
  'profile.saved': 'Noted.',
  'profile.facts': 'What others have noted',
  'profile.organisation': 'Where you work',
  'profile.organisationSeen':
    'Who sees it: members of the community, beside your name. The people who facilitate can correct it.',
  'profile.region': 'Your region',
  'profile.regionSeen':
    'It is not read beside your name. It serves to count the members of a region and to form the groups of a region.',
  'profile.unsaid': 'Nothing noted',
  'profile.failed': 'What is said of you could not be shown.',
  'profile.saveFailed': 'It is not saved. What you wrote is still here.',
  'accept.title': 'What I accept',
  'accept.what': 'You can change your mind whenever you want. It takes effect at once.',
  'accept.loading': 'Loading what you accept',
  'accept.named': 'That my first name is told to people who arrive',
  'accept.namedWhat':
    'On a first visit, a person reads up to three first names of members with whom she shares a space, and how many others are here.',
  'accept.accompany': 'That the facilitator offers me a hand while I have not written yet',
  'accept.accompanyWhat': 'Without your agreement, she has no list that you would be in for that reason.',
  'accept.help_facts': 'That the facilitator keeps what I said of my equipment, my ease and my telephone',
  'accept.help_factsWhat': 'To help you better. If you take it back, it is erased at once, also where she read it.',
  'accept.given': 'Accepted on {date}.',
  'accept.back': 'Taken back on {date}.',
  'accept.saidGiven': 'Noted. To take it back, press again.',
  'accept.saidBack': 'It is taken back.',
  'accept.failed': 'What you accept could not be shown.',
  'accept.saveFailed': 'It is not noted. Nothing has changed.',
  'help.title': 'What helps me take part',
  'fail.offline': 'The connection is down.',
  'fail.busy': 'The service is very busy.',
  'fail.over': 'Your session is over. Enter again.',
  'fail.internal': 'It is not your fault.',
  'fail.retry': 'Try again',
}
