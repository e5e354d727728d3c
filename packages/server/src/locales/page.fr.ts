import type { Text } from './texts.ts'

/** The texts of the pages without script, in French. `\u00a0` no-break space, `\u202f` fine no-break space. */
export const pageFr = {
  'page.exit': 'Quitter rapidement',
  /** Of the window, where search engines are kept out: a tab and a history tell nothing. */
  'page.title': 'Discussions',
  'page.skip': 'Aller au texte',
  community: 'Communauté de pratique',
  'page.nothingKept': 'Cette page ne dépose aucun témoin et ne compte pas les visites.',

  discussions: 'Discussions publiques',
  'feed.titleOf': '{discussions}\u00a0: {space}',
  'feed.list': 'Discussions',
  'feed.older': 'Discussions plus anciennes',
  'feed.newest': 'Revenir aux plus récentes',
  'feed.pages': 'Pages',
  'spaces.label': 'Espaces',
  everybody: 'Toute la communauté',
  'kinds.label': 'Montrer',
  'kinds.all': 'Tout',
  'kinds.question': 'Questions',
  'kinds.experience': 'Expériences',
  'kinds.tool': 'Outils',
  'kinds.news': 'Actualités',
  'kind.question': 'Question',
  'kind.experience': 'Expérience',
  'kind.tool': 'Outil',
  'kind.news': 'Actualité',
  'row.pinned': 'Épinglé',
  'row.replies': { one: '{count} réponse', other: '{count} réponses' },
  'said.thanks': { one: '{count} personne dit merci', other: '{count} personnes disent merci' },
  'said.recognise': { one: '{count} personne se reconnaît', other: '{count} personnes se reconnaissent' },
  'said.answer': { one: '{count} personne y a trouvé sa réponse', other: '{count} personnes y ont trouvé leur réponse' },
  'said.word': {
    one: '«\u00a0{label}\u00a0»\u00a0: {count} personne',
    other: '«\u00a0{label}\u00a0»\u00a0: {count} personnes',
  },
  'empty.title': 'Rien n’est publié ici pour le moment',
  'empty.text': 'Quand la communauté publiera ici, vous pourrez le lire.',
  'empty.kind': 'Rien de ce genre pour le moment',
  'empty.older': 'Il n’y a rien de plus ancien',
  'empty.kindDo': 'Tout montrer',

  'thread.all': 'Toutes les discussions',
  'thread.withdrawn': 'Le premier message n’est plus là',
  'thread.replies': { one: '{count} réponse', other: '{count} réponses' },
  'thread.rest': { one: '{count} réponse, la suite', other: '{count} réponses, la suite' },
  'thread.noReply': 'Pas encore de réponse',
  'thread.noMore': 'Il n’y a pas d’autre réponse.',
  'thread.next': 'Réponses suivantes',
  'thread.start': 'Revenir au premier message',
  someone: 'Une personne de la communauté',
  'post.edited': 'modifié',
  'post.trace': 'Message retiré',
  'post.said': 'Répondu d’un geste',

  'stop.title': 'Ne plus recevoir ces courriels',
  'stop.ask': 'Voulez-vous arrêter les courriels de ce genre, de cette communauté, à votre adresse\u202f?',
  'stop.do': 'Arrêter ces courriels',
  'stop.doneTitle': 'C’est arrêté',
  'stop.done':
    'Vous ne recevrez plus de courriels de ce genre. Les codes pour entrer arrivent encore, quand vous en demandez un.',

  'contact.named': 'Besoin d’aide pour entrer\u202f? {name} peut vous aider\u00a0:',
  'contact.team': 'Besoin d’aide pour entrer\u202f? On peut vous aider\u00a0:',

  'join.title': 'Pour tout lire et répondre',
  'join.where': 'Les membres entrent avec un code, par la page d’un site partenaire\u00a0:',
  'join.nowhere': 'Les membres entrent avec un code, par la page d’un site partenaire. Aucun n’est encore inscrit ici.',
  'join.not': 'Pas encore membre\u202f? Demandez à vous joindre\u00a0: une personne lira votre demande et vous répondra.',
  join: 'Demander à me joindre',
  'facts.title': 'Qui peut lire',
  'facts.public': 'Tout le monde peut lire cette page, membre ou non.',
  'facts.names': 'Les noms des personnes ne sont montrés qu’aux membres.',
  'facts.kept': { one: 'Ces messages s’effacent après {count} jour.', other: 'Ces messages s’effacent après {count} jours.' },
} as const satisfies Record<string, Text>

export type PageKey = keyof typeof pageFr
