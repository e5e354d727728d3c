import type { Text } from './texts.ts'

/** The texts of the way out, in French. `\u202f` fine no-break space. */
export const exitFr = {
  'exit.leave': 'Quitter rapidement',
  'exit.how': 'Une page sans rapport prend la place de celle-ci. Trois fois la touche Majuscule fait de même.',
  'exit.onceMore': 'Encore une fois Majuscule pour quitter',
} as const satisfies Record<string, Text>

export type ExitKey = keyof typeof exitFr
