import type { Text } from './texts.ts'

/** What the person who facilitates sees of a member, what nobody else does, and who looked; in French. Each sentence is true of the server's code. */
export const privacyFr = {
  'sight.title': 'Ce que {facilitator} peut voir',
  facilitator: 'l’animatrice',
  'sight.inAccount': 'Dans votre compte, vous voyez qui a regardé quels espaces vous lisez, et quand.',

  'sees.title': 'Cette personne peut voir',
  'sees.texts': 'Ce que vous écrivez dans les espaces et les discussions qu’elle lit aussi, comme toute personne qui les lit.',
  'sees.earlier': 'Les textes d’avant, quand vous modifiez un message qu’elle peut lire.',
  'sees.name':
    'Votre nom, où vous travaillez (aussi quand vous ne le montrez pas à côté de votre nom), quand on peut vous joindre si vous le dites, et que vous êtes membre.',
  'sees.help':
    'Ce que vous lui écrivez par «\u00a0Besoin d’aide\u202f?\u00a0», et le numéro que vous y laissez. Toute personne qui anime le lit, et personne d’autre.',
  'sees.accepted':
    'Ce que vous acceptez qu’elle garde ou fasse : votre équipement, votre aisance, votre téléphone ; que vous n’avez pas encore écrit. Dans votre compte, cela se retire.',
  'sees.spaces': 'Parmi les espaces qu’elle lit, ceux que vous lisez aussi. Chaque fois qu’elle le regarde, c’est noté.',
  'sees.counts':
    'De toute la communauté, combien de codes d’entrée ont été demandés dans la semaine, et combien ont servi ou non\u00a0: des nombres, sans nom ni adresse.',

  'blind.title': 'Cette personne ne peut pas voir',
  'blind.spaces': 'Les espaces, les groupes cachés et les discussions dont elle ne fait pas partie. Animer n’en ouvre aucun.',
  'blind.refused': 'Ce que vous n’acceptez pas, ou avez retiré : rien ne le dit.',
  'blind.drafts': 'Vos brouillons\u00a0: ils restent dans votre navigateur jusqu’à l’envoi.',
  'blind.reading': 'Ce que vous avez lu, et quand.',
  'blind.gestures': 'Qui a répondu d’un geste\u00a0: elle voit un nombre, comme tout le monde.',
  'blind.withdrawn': 'Les messages que vous avez retirés.',
  'blind.address': 'Votre adresse courriel, vos codes d’entrée et vos appareils.',

  'outside.title': 'Votre employeur et le site où vous êtes ne peuvent pas voir',
  'outside.texts': 'Ce qui s’écrit dans les espaces réservés aux membres, votre nom, ce que vous y lisez ou y écrivez.',
  'outside.figures': 'Des chiffres sur les membres\u00a0: Cercle ne leur en donne aucun.',
  'outside.public': 'Ce qui est public se lit par tout le monde, mais sans les noms.',

  'journal.title': 'Qui a regardé',
  'journal.loading': 'Chargement de la liste',
  'journal.none': 'Personne n’a regardé.',
  'journal.seen_by': '{name} a regardé quels espaces vous lisez\u00a0: {date}.',
  'journal.older': 'Voir les plus anciens',
  'journal.failed': 'La liste n’a pas pu être affichée.',

  'fail.offline': 'La connexion est coupée.',
  'fail.busy': 'Le service est très occupé.',
  'fail.over': 'Votre session est terminée. Entrez de nouveau.',
  'fail.internal': 'Ce n’est pas de votre faute.',
  'fail.retry': 'Essayer de nouveau',
} as const satisfies Record<string, Text>

export type PrivacyKey = keyof typeof privacyFr
