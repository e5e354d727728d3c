import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What only the group Laval reads. Nobody else knows that this group exists. */
export const lavalThreadsOfA: ThreadSeed[] = [
  {
    space: 'laval',
    kind: 'question',
    author: 'fatou',
    minutesAgo: 20 * hour,
    title: 'Une jeune de 16 ans me parle d’un « ami » plus vieux. Par où commencer ?',
    body: 'Elle ne voit pas de problème. Je ne veux pas la brusquer ni perdre le lien. Qu’est-ce que vous dites, vous, dans les premières minutes ? Suivi noté canari-a-laval-7f3k.',
    reactions: { recognise: ['annick', 'kim', 'line'] },
    replies: [
      {
        author: 'annick',
        minutesAgo: 18 * hour,
        body: 'Je commence toujours par ce qu’elle aime chez lui. Ça la surprend, et elle sent que je ne viens pas juger.',
        reactions: { thanks: ['fatou', 'kim'], speaks: ['marie-eve'] },
      },
      {
        author: 'samuel',
        minutesAgo: 16 * hour,
        body: 'Je demande : « Qu’est-ce qui se passe quand tu dis non pour une petite chose ? » Une petite, une pizza, un film.',
        reactions: { thanks: ['fatou', 'line', 'annick'] },
      },
      {
        author: 'marie-eve',
        minutesAgo: 3 * hour,
        body: 'Et si elle ne revient pas tout de suite, ce n’est pas un échec. Gardez la porte ouverte, et parlez-en entre vous. Vous pouvez m’appeler jusqu’à 21 h.',
      },
    ],
  },
  {
    space: 'laval',
    kind: 'news',
    author: 'samuel',
    minutesAgo: 4 * day + 4 * hour,
    title: 'Nouvelle personne-ressource au centre jeunesse',
    body: 'Elle répond au téléphone, et elle rappelle. Son numéro est dans le cahier bleu. Demandez-la par son prénom, sans dire d’où vous appelez si quelqu’un d’autre décroche.',
    reactions: { thanks: ['fatou', 'line', 'kim'] },
    replies: [
      {
        author: 'line',
        minutesAgo: 3 * day + 21 * hour,
        body: 'Confirmé : rappel en vingt minutes. Du jamais vu. Noté canari-a-laval-2w6p.',
        reactions: { speaks: ['samuel', 'annick'] },
      },
    ],
  },
  {
    space: 'laval',
    kind: 'experience',
    author: 'kim',
    minutesAgo: 7 * day + 7 * hour,
    title: 'On a ouvert le local un dimanche, pour voir',
    body: paragraphs(
      'Personne de midi à 15 h. Puis cinq jeunes, venues pour recharger leur téléphone. Deux ont dormi sur le divan.',
      'Elles ne nous ont rien demandé. Une a dit en partant : « C’est ouvert dimanche prochain ? »',
    ),
    reactions: { speaks: ['fatou', 'annick', 'samuel', 'line'], recognise: ['marie-eve'] },
    replies: [
      {
        author: 'fatou',
        minutesAgo: 7 * day,
        body: 'Je prends un dimanche sur deux si on est toujours deux.',
        reactions: { thanks: ['kim'] },
      },
      { author: 'line', minutesAgo: 6 * day + 20 * hour, body: 'Et moi l’autre. J’apporte des chargeurs.' },
    ],
  },
  {
    space: 'laval',
    kind: 'tool',
    author: 'annick',
    minutesAgo: 13 * day,
    title: 'Notre mot de passe du mois, et comment s’en servir au téléphone',
    body: 'On dit le mot dans une phrase ordinaire. L’autre répond avec une couleur : vert, je peux parler ; rouge, rappelle plus tard. On change le premier lundi du mois, de vive voix seulement.',
    reactions: { thanks: ['kim', 'line'] },
    replies: [
      {
        author: 'kim',
        minutesAgo: 12 * day + 19 * hour,
        body: 'Servi mardi. « Rouge », et j’ai rappelé le soir. Merci.',
        reactions: { speaks: ['annick', 'fatou'] },
      },
    ],
  },
  {
    space: 'laval',
    kind: 'question',
    author: 'line',
    minutesAgo: 17 * day + 3 * hour,
    title: 'Qui connaît un dentiste qui ne pose pas de questions ?',
    body: 'Pas d’adresse fixe, pas de carte à jour, beaucoup de gêne. Elle a mal depuis un mois et elle sourit la main devant la bouche.',
    reactions: { recognise: ['fatou', 'kim'] },
    replies: [
      {
        author: 'samuel',
        minutesAgo: 16 * day + 23 * hour,
        body: 'La clinique des étudiantes et étudiants, le mercredi. On paie avec le fonds de dépannage. Je peux prendre le rendez-vous à votre nom.',
        reactions: { thanks: ['line'] },
      },
      {
        author: 'line',
        minutesAgo: 14 * day + 2 * hour,
        body: 'C’est fait. Elle a ri dans l’auto, sans la main.',
        reactions: { speaks: ['samuel', 'fatou', 'annick', 'kim', 'marie-eve'] },
      },
    ],
  },
]
