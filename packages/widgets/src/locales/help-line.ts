import type { Catalogues } from '../controllers/texts.ts'
import type { Text } from './texts.ts'

/* The one line at the foot of what a member sees: there with its code, so that it never comes late and moves a page. */
const fr = {
  to: 'Besoin d’aide\u202f? Écrire à {names}',
  team: 'Besoin d’aide\u202f? Écrire à l’équipe d’animation',
  answered: 'Besoin d’aide\u202f? Une réponse vous attend',
  desk: 'Les demandes d’aide sont au bureau d’animation',
  and: '{first} et {last}',
} as const satisfies Record<string, Text>
export type HelpLineKey = keyof typeof fr

const en: Record<HelpLineKey, Text> = {
  to: 'Need help? Write to {names}',
  team: 'Need help? Write to those who facilitate',
  answered: 'Need help? An answer is waiting for you',
  desk: 'Requests for help are at the desk',
  and: '{first} and {last}',
}

export const helpLine: Catalogues<HelpLineKey> = { fr, en }
export { en as helpLineEn, fr as helpLineFr }
