import type { Text } from './texts.ts'

/** What happened that concerns a member, and when mail tells her of it; in French. */
export const notificationsFr = {
  'notices.title': 'Ce qui vous concerne',
  'notices.new': { one: '{count} nouveauté', other: '{count} nouveautés' },
  'notices.many': '99 nouveautés ou plus',
  'notices.loading': 'Chargement de ce qui vous concerne',
  'notices.none': 'Rien pour le moment. Les réponses, les gestes et les nouvelles discussions seront notés ici.',
  'notices.unread': 'Nouveau',
  'notices.seen': 'J’ai tout vu',
  'notices.seenDone': 'Tout est marqué comme vu.',
  'notices.newer': 'Voir ce qui vient d’arriver',
  'notices.older': 'Voir les plus anciennes',
  'notices.failed': 'La liste n’a pas pu être affichée.',
  'notices.openFailed': 'La discussion n’a pas pu être affichée.',
  'notices.seenFailed': 'Cela n’a pas pu être noté.',

  'bell.new': 'Du nouveau\u00a0: {count}',
  'bell.many': 'Du nouveau\u00a0: 99 ou plus',
  'bell.none': 'Rien de nouveau',
  'bell.told': { one: '{count} nouveauté pour vous', other: '{count} nouveautés pour vous' },

  'notice.reply': {
    one: '{count} réponse dans «\u00a0{title}\u00a0»',
    other: '{count} réponses dans «\u00a0{title}\u00a0»',
  },
  'notice.replyUntitled': {
    one: '{count} réponse dans une discussion où vous avez écrit',
    other: '{count} réponses dans une discussion où vous avez écrit',
  },
  'notice.reaction': {
    one: '{count} personne a répondu d’un geste à votre message dans «\u00a0{title}\u00a0»',
    other: '{count} personnes ont répondu d’un geste à votre message dans «\u00a0{title}\u00a0»',
  },
  'notice.reactionUntitled': {
    one: '{count} personne a répondu d’un geste à un de vos messages',
    other: '{count} personnes ont répondu d’un geste à un de vos messages',
  },
  'notice.thread': {
    one: '{count} nouvelle discussion dans {space}',
    other: '{count} nouvelles discussions dans {space}',
  },
  'notice.charter': 'Une charte à lire et à signer',
  'notice.membership': 'Votre place dans la communauté a changé',
  'notice.help': 'Une réponse à votre demande d’aide\u00a0: elle est au bas de la page',

  'mails.title': 'Courriels',
  'mails.loading': 'Chargement de vos choix',
  'mails.what':
    'Un courriel peut dire qu’il y a du nouveau pour vous. Il ne dit ni qui a écrit ni ce qui est écrit. Les codes pour entrer arrivent toujours.',
  'mails.general': 'Quand vous écrire',
  'mails.spaces': 'Espace par espace',
  'mails.quiet': 'Heures calmes',
  'mails.quietWhat': 'Un courriel attend qu’elles soient passées.',
  'mails.from': 'De',
  'mails.until': 'À',
  'mails.hour': '{hour}\u00a0h',
  'mails.days': 'Quels jours',
  'mails.saved': 'C’est noté.',
  'mails.failed': 'Vos choix n’ont pas pu être affichés.',
  'mails.saveFailed': 'Votre choix n’a pas pu être noté. Rien n’a changé.',

  'rhythm.at_once': 'Tout de suite',
  'rhythm.at_onceWhat': 'Dans les minutes qui suivent\u00a0; les nouvelles discussions, une fois par jour.',
  'rhythm.daily': 'Une fois par jour',
  'rhythm.dailyWhat': 'Le matin, les jours où il y a du nouveau.',
  'rhythm.days': 'Certains jours',
  'rhythm.daysWhat': 'Le matin, les jours que vous choisissez.',
  'rhythm.never': 'Jamais',
  'rhythm.neverWhat': 'Vous verrez le nouveau ici.',
  'rhythm.general': 'Comme en général',

  'day.1': 'lundi',
  'day.2': 'mardi',
  'day.3': 'mercredi',
  'day.4': 'jeudi',
  'day.5': 'vendredi',
  'day.6': 'samedi',
  'day.7': 'dimanche',

  'fail.offline': 'La connexion est coupée.',
  'fail.busy': 'Le service est très occupé.',
  'fail.over': 'Votre session est terminée. Entrez de nouveau.',
  'fail.internal': 'Ce n’est pas de votre faute.',
  'fail.retry': 'Essayer de nouveau',
} as const satisfies Record<string, Text>

export type NotificationsKey = keyof typeof notificationsFr
