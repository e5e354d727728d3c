import type { Catalogues } from '../controllers/texts.ts'
import type { Text } from './texts.ts'

/* One line, there with its code: coming late it would move a form. */
const fr = {
  'code.named': 'Ça ne marche pas\u202f? {name} peut vous aider\u00a0:',
  'code.team': 'Ça ne marche pas\u202f? On peut vous aider\u00a0:',
  'join.named': 'Besoin d’aide pour entrer\u202f? {name} peut vous aider\u00a0:',
  'join.team': 'Besoin d’aide pour entrer\u202f? On peut vous aider\u00a0:',
} as const satisfies Record<string, Text>
export type ReachKey = keyof typeof fr

const en: Record<ReachKey, Text> = {
  'code.named': 'It does not work? {name} can help you:',
  'code.team': 'It does not work? You can be helped:',
  'join.named': 'Need help to come in? {name} can help you:',
  'join.team': 'Need help to come in? You can be helped:',
}

export const reach: Catalogues<ReachKey> = { fr, en }
export { en as reachEn, fr as reachFr }
