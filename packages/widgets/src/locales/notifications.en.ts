import './dates.en.ts'
import type { NotificationsKey } from './notifications.fr.ts'
import type { Catalogue } from './texts.ts'

/** The same in English. */
export const notificationsEn: Catalogue<NotificationsKey> = {
  'notices.title': 'What concerns you',
  'notices.new': { one: '{count} new', other: '{count} new' },
  'notices.many': '99 new or more',
  'notices.loading': 'Loading what concerns you',
  'notices.none': 'Nothing for now. Replies, gestures and new discussions will be noted here.',
  'notices.unread': 'New',
  'notices.seen': 'I have seen it all',
  'notices.seenDone': 'All is marked as seen.',
  'notices.newer': 'Show what has just come',
  'notices.older': 'Show older ones',
  'notices.failed': 'The list could not be shown.',
  'notices.openFailed': 'The discussion could not be shown.',
  'notices.seenFailed': 'That could not be noted.',

  'bell.new': 'New: {count}',
  'bell.many': 'New: 99 or more',
  'bell.none': 'Nothing new',
  'bell.told': { one: '{count} new thing for you', other: '{count} new things for you' },

  'notice.reply': { one: '{count} reply in “{title}”', other: '{count} replies in “{title}”' },
  'notice.replyUntitled': {
    one: '{count} reply in a discussion you wrote in',
    other: '{count} replies in a discussion you wrote in',
  },
  'notice.reaction': {
    one: '{count} person answered your message in “{title}” with a gesture',
    other: '{count} people answered your message in “{title}” with a gesture',
  },
  'notice.reactionUntitled': {
    one: '{count} person answered a message of yours with a gesture',
    other: '{count} people answered a message of yours with a gesture',
  },
  'notice.thread': { one: '{count} new discussion in {space}', other: '{count} new discussions in {space}' },
  'notice.charter': 'A charter to read and sign',
  'notice.help': 'An answer to your request for help: it is at the foot of the page',
  'notice.membership': 'Your place in the community has changed',

  'mails.title': 'Emails',
  'mails.loading': 'Loading your choices',
  'mails.what':
    'An email can tell you that there is something new for you. It says neither who wrote nor what is written. Codes to sign in always arrive.',
  'mails.general': 'When to write to you',
  'mails.spaces': 'Space by space',
  'mails.quiet': 'Quiet hours',
  'mails.quietWhat': 'An email waits until they are over.',
  'mails.from': 'From',
  'mails.until': 'To',
  'mails.hour': '{hour}:00',
  'mails.days': 'Which days',
  'mails.saved': 'Noted.',
  'mails.failed': 'Your choices could not be shown.',
  'mails.saveFailed': 'Your choice could not be noted. Nothing has changed.',

  'rhythm.at_once': 'At once',
  'rhythm.at_onceWhat': 'Within minutes; new discussions, once a day.',
  'rhythm.daily': 'Once a day',
  'rhythm.dailyWhat': 'In the morning, on days when there is something new.',
  'rhythm.days': 'On certain days',
  'rhythm.daysWhat': 'In the morning, on the days that you choose.',
  'rhythm.never': 'Never',
  'rhythm.neverWhat': 'You will see what is new here.',
  'rhythm.general': 'As in general',

  'day.1': 'Monday',
  'day.2': 'Tuesday',
  'day.3': 'Wednesday',
  'day.4': 'Thursday',
  'day.5': 'Friday',
  'day.6': 'Saturday',
  'day.7': 'Sunday',

  'fail.offline': 'The connection is down.',
  'fail.busy': 'The service is very busy.',
  'fail.over': 'Your session is over. Sign in again.',
  'fail.internal': 'It is not your fault.',
  'fail.retry': 'Try again',
}
