import type { Text } from './texts.ts'

/** What a member says of herself, and who sees it; in French. Each sentence is true of the server’s code. */
export const accountFr = {
  'profile.title': 'Ce qui se dit de vous',
  'profile.loading': 'Chargement de ce qui se dit de vous',
  'profile.name': 'Comment on vous appelle',
  'profile.nameSeen':
    'Qui le voit\u00a0: les membres de la communauté, à côté de tout ce que vous écrivez. Ce qui est public se lit sans les noms.',
  'profile.nameMissing': 'Écrivez comment on vous appelle.',
  'profile.availability': 'Quand on peut vous joindre',
  'profile.availabilityHint': 'Facultatif, en vos mots. Par exemple\u00a0: le mardi, après 13\u00a0h.',
  'profile.availabilitySeen': 'Qui le voit\u00a0: vous et les personnes qui animent, pas les autres membres.',
  'profile.save': 'Enregistrer',
  'profile.saved': 'C’est noté.',
  'profile.facts': 'Ce que d’autres ont noté',
  'profile.organisation': 'Où vous travaillez',
  'profile.organisationSeen':
    'Qui le voit\u00a0: les membres de la communauté, à côté de votre nom. Les personnes qui animent peuvent le corriger.',
  'profile.region': 'Votre région',
  'profile.regionSeen':
    'Elle ne se lit pas à côté de votre nom. Elle sert à compter les membres d’une région et à former les groupes de région.',
  'profile.unsaid': 'Rien de noté',
  'profile.failed': 'Ce qui se dit de vous n’a pas pu être affiché.',
  'profile.saveFailed': 'Ce n’est pas enregistré. Ce que vous avez écrit est encore là.',
  'fail.offline': 'La connexion est coupée.',
  'fail.busy': 'Le service est très occupé.',
  'fail.over': 'Votre session est terminée. Entrez de nouveau.',
  'fail.internal': 'Ce n’est pas de votre faute.',
  'fail.retry': 'Essayer de nouveau',
} as const satisfies Record<string, Text>

export type AccountKey = keyof typeof accountFr
