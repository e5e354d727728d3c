import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What only the night teams read. */
export const nightThreadsOfC: ThreadSeed[] = [
  {
    space: 'nuit',
    kind: 'experience',
    author: 'emile',
    minutesAgo: 14 * hour,
    title: '3 h du matin, deux tasses de lait',
    body: paragraphs(
      'Il ne voulait pas parler, il ne voulait pas dormir. J’ai fait chauffer deux tasses, sans demander. On a regardé le micro-ondes tourner.',
      'À la deuxième tasse, il a dit ce qui l’empêchait de dormir. Rapport du matin : canari-c-nuit-8v6g.',
    ),
    reactions: { recognise: ['naomie', 'samuel'], thanks: ['catherine'] },
    replies: [
      {
        author: 'naomie',
        minutesAgo: 12 * hour,
        body: 'Le bruit du micro-ondes, je le connais bien. C’est le plus long des silences confortables.',
        reactions: { recognise: ['emile', 'samuel'] },
      },
    ],
  },
  {
    space: 'nuit',
    kind: 'question',
    author: 'naomie',
    minutesAgo: 4 * day + 8 * hour,
    title: 'Seule de minuit à 4 h : qu’est-ce qui vous rassure ?',
    body: 'La procédure dit d’appeler la garde. La garde dort, et j’hésite. Vous appelez à partir de quand ?',
    reactions: { recognise: ['emile', 'samuel'] },
    replies: [
      {
        author: 'samuel',
        minutesAgo: 4 * day + 6 * hour,
        body: 'Dès que je me demande si je devrais. C’est la règle qu’on s’est donnée, et personne ne s’est fait reprocher un appel. Notée canari-c-nuit-2t9m.',
        reactions: { answer: ['naomie'], thanks: ['emile'] },
      },
      {
        author: 'catherine',
        minutesAgo: 4 * day,
        body: 'Je l’apporte à la rencontre des directions : une phrase écrite, pour toutes les équipes.',
        reactions: { thanks: ['naomie', 'samuel', 'emile'] },
      },
    ],
  },
  {
    space: 'nuit',
    kind: 'tool',
    author: 'samuel',
    minutesAgo: 9 * day + 9 * hour,
    title: 'La chemise verte : ce qu’on ouvre avant d’appeler',
    body: 'Personnes à joindre, médicaments, ce qui apaise, ce qui n’aide pas. Une page par jeune, mise à jour le dimanche soir. La chemise reste au même endroit, toujours.',
    reactions: { thanks: ['emile', 'naomie'] },
    replies: [
      {
        author: 'emile',
        minutesAgo: 9 * day,
        body: 'Ajoutez le prénom de l’animal de compagnie. Ça sert plus souvent qu’on pense.',
        reactions: { thanks: ['samuel', 'naomie'] },
      },
    ],
  },
  {
    space: 'nuit',
    kind: 'news',
    author: 'catherine',
    minutesAgo: 16 * day + 4 * hour,
    title: 'Une heure de relève payée, à partir du mois prochain',
    body: 'Les trois directions ont dit oui. Trente minutes le soir, trente le matin, ensemble, assis. C’est vous qui l’avez demandé, et vos récits ont convaincu.',
    reactions: { thanks: ['emile', 'naomie', 'samuel'] },
    replies: [{ author: 'samuel', minutesAgo: 15 * day + 20 * hour, body: 'Assis ! Merci, Catherine.' }],
  },
]
