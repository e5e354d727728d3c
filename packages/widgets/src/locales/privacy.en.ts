import './dates.en.ts'
import type { PrivacyKey } from './privacy.fr.ts'
import type { Catalogue } from './texts.ts'

export const privacyEn: Catalogue<PrivacyKey> = {
  'sight.title': 'What {facilitator} can see',
  facilitator: 'the facilitator',
  'sight.inAccount': 'In your account, you see who looked at which spaces you read, and when.',

  'sees.title': 'This person can see',
  'sees.texts': 'What you write in the spaces and discussions she reads too, like anybody who reads them.',
  'sees.earlier': 'The earlier texts, when you change a message she can read.',
  'sees.name':
    'Your name, where you work (also when you do not show it beside your name), when you can be reached if you say so, and that you are a member.',
  'sees.help':
    'What you write to them by “Need help?”, and the number that you leave there. Whoever facilitates reads it, and nobody else.',
  'sees.accepted':
    'What you accept that she keeps or does: your equipment, your ease, your telephone; that you have not written yet. In your account, you can take it back.',
  'sees.spaces': 'Among the spaces she reads, those you read too. Each time she looks at that, it is noted.',
  'sees.counts':
    'Of the whole community, how many sign-in codes were asked for in the week, and how many served or did not: numbers, without name or address.',

  'blind.title': 'This person cannot see',
  'blind.spaces': 'Spaces, hidden groups and discussions she is not part of. To facilitate opens none of them.',
  'blind.refused': 'What you do not accept, or took back: nothing says so.',
  'blind.drafts': 'Your drafts: they stay in your browser until they are sent.',
  'blind.reading': 'What you have read, and when.',
  'blind.gestures': 'Who replied with a gesture: she sees a number, like everybody.',
  'blind.withdrawn': 'Messages you have taken back.',
  'blind.address': 'Your e-mail address, your sign-in codes and your devices.',

  'outside.title': 'Your employer and the site you are on cannot see',
  'outside.texts': 'What is written in the spaces kept for members, your name, what you read or write there.',
  'outside.figures': 'Figures about members: Cercle gives them none.',
  'outside.public': 'What is public is read by everybody, but without the names.',

  'journal.title': 'Who looked',
  'journal.loading': 'Loading the list',
  'journal.none': 'Nobody has looked.',
  'journal.seen_by': '{name} looked at which spaces you read: {date}.',
  'journal.older': 'See older ones',
  'journal.failed': 'The list could not be shown.',

  'fail.offline': 'The connection is down.',
  'fail.busy': 'The service is very busy.',
  'fail.over': 'Your session is over. Enter again.',
  'fail.internal': 'It is not your fault.',
  'fail.retry': 'Try again',
}
