import type { Text } from './texts.ts'

/** What a feed says beyond its list, in French: who reads, the box to write in, an empty space, what was just published. */
export const takingPartFr = {
  'community.account': 'Votre compte',
  'facts.public': 'Tout le monde peut lire, membre ou non',
  'facts.members': {
    one: '{count} personne de la communauté peut lire',
    other: '{count} personnes de la communauté peuvent lire',
  },
  'facts.restricted': { one: '{count} personne du groupe peut lire', other: '{count} personnes du groupe peuvent lire' },
  'facts.kept': { one: 'Ces messages s’effacent après {count} jour', other: 'Ces messages s’effacent après {count} jours' },
  'compose.open': 'Écrire à la communauté, quelques mots suffisent',
  'compose.group': 'Écrire au groupe, quelques mots suffisent',
  'compose.starters': 'Ou commencer par',
  'compose.question': 'Une question',
  'compose.experience': 'Une expérience',
  'compose.tool': 'Un outil',
  'compose.news': 'Une nouvelle',
  'empty.title': 'Personne n’a encore écrit ici',
  'empty.text': 'La première parole n’a pas besoin d’être parfaite. Par exemple\u00a0: «\u00a0{example}\u00a0»',
  'empty.example': 'Cette semaine, une petite chose a bien marché…',
  'empty.do': 'Commencer par cette phrase',
  'empty.nothing': 'Rien n’est publié ici pour le moment',
  'empty.reader': 'Quand quelqu’un écrira ici, vous pourrez le lire.',
  'empty.stranger': 'Quand la communauté publiera ici, vous pourrez le lire.',
  'empty.kind': 'Rien de ce genre pour le moment',
  'empty.kindDo': 'Tout montrer',
  'published.done': 'C’est publié.',
  'published.public': 'C’est publié. Tout le monde pourra le lire, membre ou non.',
  'published.readers': {
    one: 'C’est publié. {count} personne pourra le lire.',
    other: 'C’est publié. {count} personnes pourront le lire.',
  },
  'published.undo': 'Annuler (encore\u00a0{seconds}\u00a0s)',
  'published.undoing': 'On retire votre message…',
  'published.late': 'C’est trop tard pour annuler d’ici. Ouvrez la discussion pour la retirer.',
  'published.failed': 'Votre message est toujours publié. Essayez de nouveau.',
} as const satisfies Record<string, Text>

export type TakingPartKey = keyof typeof takingPartFr
