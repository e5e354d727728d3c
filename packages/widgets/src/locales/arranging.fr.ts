import type { Text } from './texts.ts'

/** How spaces are called, and in which order they come, in French. */
export const arrangingFr = {
  'rename.open': 'Renommer',
  'rename.title': 'Renommer «\u00a0{name}\u00a0»',
  'rename.name': 'Son nom',
  'rename.hint': 'L’adresse et les liens restent les mêmes.',
  'rename.send': 'Renommer',
  'rename.close': 'Fermer',
  'rename.done': '«\u00a0{from}\u00a0» s’appelle maintenant «\u00a0{name}\u00a0».',
  'rename.empty': 'Écrivez un nom.',
  'order.lead': 'Chaque personne voit ses espaces dans cet ordre.',
  'order.up': 'Monter',
  'order.down': 'Descendre',
  'order.done': '«\u00a0{name}\u00a0» est maintenant à la place {place} sur {count}.',
  'order.changed': 'Les espaces ont changé entre-temps. Les voici comme ils sont maintenant\u00a0; rien n’a été déplacé.',
} as const satisfies Record<string, Text>

export type ArrangingKey = keyof typeof arrangingFr
