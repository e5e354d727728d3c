import type { Text } from './texts.ts'

/** How coming in by a code went lately, at the desk, in French. */
export const signInsFr = {
  title: { one: '{count} essai pour entrer n’a pas abouti', other: '{count} essais pour entrer n’ont pas abouti' },
  unprovedTitle: {
    one: '{count} geste n’a pas été confirmé par un code',
    other: '{count} gestes n’ont pas été confirmés par un code',
  },
  week: 'Ces sept derniers jours, jusqu’à hier\u00a0:',
  asked: { one: '{count} code demandé,', other: '{count} codes demandés,' },
  entered: { one: '{count} entrée.', other: '{count} entrées.' },
  wrong: { one: 'Une fois, le code tapé n’était pas le bon.', other: '{count} fois, le code tapé n’était pas le bon.' },
  silent: { one: 'Une fois, aucun code n’a été tapé à temps.', other: '{count} fois, aucun code n’a été tapé à temps.' },
  unknown: { one: 'Une fois, l’adresse n’ouvrait rien ici.', other: '{count} fois, l’adresse n’ouvrait rien ici.' },
  unproved: {
    one: 'Une fois, le code qui confirme un geste n’a pas été donné.',
    other: '{count} fois, le code qui confirme un geste n’a pas été donné.',
  },
  how: 'Des nombres, sans nom ni adresse\u00a0: on ne sait pas qui. Si quelqu’un vous en parle, un appel suffit souvent\u00a0; un lien d’invitation aide qui n’est pas encore membre.',
  do: 'Inviter par un lien',
  invite: 'Inviter',
} satisfies Record<string, Text>
export type SignInsKey = keyof typeof signInsFr
