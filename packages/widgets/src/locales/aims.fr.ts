import type { Text } from './texts.ts'

/** What the community wants to do together, at the desk, in French. */
export const aimsFr = {
  title: 'Ce que nous voulons faire ensemble',
  lead: 'Les objectifs de la communauté, en phrases courtes. Qui veut se joindre les lit d’abord\u00a0; qui vient d’entrer les retrouve. Tout le monde peut les lire, même sans être membre.',
  field: 'Une phrase par ligne',
  hint: 'Cinq au plus. Elles se lisent dans cet ordre. Par exemple\u00a0: «\u00a0Nous soutenir entre collègues.\u00a0»',
  many: { one: 'Une phrase de trop\u00a0: cinq au plus.', other: '{count} phrases de trop\u00a0: cinq au plus.' },
  long: 'La phrase {count} est trop longue\u00a0: 200 caractères au plus.',
  save: 'Enregistrer les objectifs',
  saved: 'C’est enregistré. On les lit déjà.',
} satisfies Record<string, Text>
export type AimsKey = keyof typeof aimsFr
