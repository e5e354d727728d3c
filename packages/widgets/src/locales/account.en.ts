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
  'fail.offline': 'The connection is down.',
  'fail.busy': 'The service is very busy.',
  'fail.over': 'Your session is over. Enter again.',
  'fail.internal': 'It is not your fault.',
  'fail.retry': 'Try again',
}
