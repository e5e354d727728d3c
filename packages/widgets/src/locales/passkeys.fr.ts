import type { Text } from './texts.ts'

/** Keys of who facilitates, at the desk, in French. */
export const passkeysFr = {
  'key.title': 'Votre clé',
  'key.lead':
    'Votre téléphone ou votre ordinateur peut confirmer que c’est vous, comme quand vous le déverrouillez. Le code par courriel marche toujours.',
  'key.without': 'Ce navigateur ne peut pas se servir d’une clé. Le code par courriel fait la même chose.',
  'key.none': 'Vous n’avez pas encore de clé.',
  'key.added': 'Ajoutée\u00a0: {date}.',
  'key.used': 'Dernière fois\u00a0: {date}.',
  'key.unused': 'Pas encore utilisée.',
  'key.add': 'Ajouter une clé',
  'key.name': 'Nom de la clé',
  'key.nameHint': 'Pour la reconnaître, par exemple «\u00a0Mon téléphone\u00a0».',
  'key.make': 'Ajouter la clé',
  'key.done': '«\u00a0{name}\u00a0» est ajoutée. Elle remplace le code quand vous le voulez.',
  'key.remove': 'Retirer',
  'key.removeOf': 'Retirer la clé «\u00a0{name}\u00a0»',
  'key.sure': 'Retirer «\u00a0{name}\u00a0»\u202f? Elle n’ouvrira plus rien ici. Il restera à l’effacer de l’appareil.',
  'key.removeNow': 'Retirer cette clé',
  'key.keep': 'La garder',
  'key.removed': '«\u00a0{name}\u00a0» est retirée.',
  'key.prove': 'Utiliser ma clé',
  'key.signIn': 'Entrer avec ma clé',
  'key.signInTitle': 'Avec votre clé',
  'key.signInHow': 'Si vous en avez ajouté une au bureau, elle remplace l’adresse et le code.',
  'key.unanswered': 'La clé n’a pas répondu. Vous pouvez réessayer, ou demander un code.',
  'key.notMade': 'Aucune clé n’a été ajoutée. Vous pouvez réessayer.',
  'key.known': 'Cet appareil a déjà une clé pour ici.',
  'key.full': 'Vous avez déjà 20 clés. Retirez-en une d’abord.',
  'key.refused': 'Cette clé n’ouvre pas ici. Demandez plutôt un code.',
} as const satisfies Record<string, Text>

export type PasskeysKey = keyof typeof passkeysFr
