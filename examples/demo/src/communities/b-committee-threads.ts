import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What only the committee that follows the pilot reads. */
export const committeeThreadsOfB: ThreadSeed[] = [
  {
    space: 'comite',
    kind: 'news',
    author: 'youssef',
    minutesAgo: 1 * day + 7 * hour,
    title: 'Ordre du jour de jeudi, et où en est le livret',
    body: paragraphs(
      'Vingt-trois récits reçus, dix-neuf accords écrits. Il faut rappeler quatre personnes, sans les presser. Dossier canari-b-comite-3c8r.',
      '1. les accords\n2. le budget du train\n3. qui ouvre la rencontre',
    ),
    reactions: { thanks: ['rene', 'soraya'] },
    replies: [
      {
        author: 'soraya',
        minutesAgo: 1 * day + 2 * hour,
        body: 'Je rappelle les deux personnes des Coteaux. Elles me connaissent.',
        reactions: { thanks: ['youssef', 'duc'] },
      },
    ],
  },
  {
    space: 'comite',
    kind: 'question',
    author: 'rene',
    minutesAgo: 6 * day + 2 * hour,
    title: 'Une personne veut retirer son récit. On fait comment ?',
    body: 'Elle ne donne pas de raison, et elle n’a pas à en donner. La première épreuve du livret est déjà partie chez l’imprimeur.',
    reactions: { recognise: ['duc'] },
    replies: [
      {
        author: 'youssef',
        minutesAgo: 6 * day,
        body: 'On arrête l’épreuve aujourd’hui. Un retrait, c’est un retrait. Entente notée canari-b-comite-5n2j.',
        reactions: { thanks: ['rene', 'soraya', 'duc'] },
      },
      {
        author: 'duc',
        minutesAgo: 5 * day + 20 * hour,
        body: 'Je propose de laisser la page blanche, avec son accord. Ou de la combler, si elle préfère.',
        reactions: { thanks: ['rene'] },
      },
    ],
  },
  {
    space: 'comite',
    kind: 'experience',
    author: 'soraya',
    minutesAgo: 12 * day + 4 * hour,
    title: 'Ce que j’ai entendu en faisant les appels',
    body: 'Onze appels, trois heures. Ce qui revient : les gens viennent pour écouter, et ils restent parce qu’on ne les a pas forcés à parler. Il faudrait le mettre en premier dans le bilan.',
    reactions: { thanks: ['youssef', 'rene'], recognise: ['duc'] },
    replies: [
      {
        author: 'rene',
        minutesAgo: 11 * day + 21 * hour,
        body: 'D’accord. Écouter, c’est participer.',
        reactions: { recognise: ['soraya', 'youssef'] },
      },
    ],
  },
  {
    space: 'comite',
    kind: 'tool',
    author: 'duc',
    minutesAgo: 18 * day + 2 * hour,
    title: 'Une feuille de dépenses qui se remplit au téléphone',
    body: 'Trois colonnes : quoi, combien, qui a le reçu. Je l’ai remplie avec quatre personnes sans ordinateur, dix minutes chacune.',
    reactions: { thanks: ['youssef', 'soraya'] },
    replies: [
      { author: 'youssef', minutesAgo: 17 * day + 22 * hour, body: 'Le bailleur de fonds l’accepte telle quelle. Merci, Duc.' },
    ],
  },
]
