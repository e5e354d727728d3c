import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What the teams write among themselves. */
export const membersThreadsOfC: ThreadSeed[] = [
  {
    space: 'equipes',
    kind: 'question',
    author: 'naomie',
    minutesAgo: 5 * hour,
    title: 'Qui a une place de répit pour une fin de semaine ?',
    body: 'Deux nuits, à partir de vendredi. Le milieu est d’accord, la jeune personne aussi. Numéro de suite : canari-c-equipes-1z7w.',
    reactions: { recognise: ['rosalie'] },
    replies: [
      {
        author: 'rosalie',
        minutesAgo: 4 * hour,
        body: 'Une place chez nous, oui. Appelez avant 16 h pour que l’équipe du soir prépare la chambre.',
        reactions: { answer: ['naomie'], thanks: ['catherine'] },
      },
      { author: 'naomie', minutesAgo: 3 * hour, body: 'C’est réglé. Merci de la part de sa grand-mère.' },
    ],
  },
  {
    space: 'equipes',
    kind: 'experience',
    author: 'philippe',
    minutesAgo: 2 * day + 3 * hour,
    title: 'J’ai dit « je ne sais pas » devant toute la famille',
    body: paragraphs(
      'Ils attendaient un plan. Je n’en avais pas. J’ai dit que j’allais chercher, et que je rappellerais mercredi même si je n’avais rien trouvé.',
      'J’ai rappelé mercredi, sans réponse. La mère a dit : « Au moins, vous avez appelé. » Le travail a commencé là.',
    ),
    reactions: { recognise: ['kim', 'rosalie', 'emile', 'zoe'], thanks: ['aicha'] },
    replies: [
      {
        author: 'zoe',
        minutesAgo: 1 * day + 22 * hour,
        body: 'Appeler même sans réponse. Noté pour l’équipe : canari-c-equipes-4k3b.',
        reactions: { thanks: ['philippe'] },
      },
    ],
  },
  {
    space: 'equipes',
    kind: 'tool',
    author: 'emile',
    minutesAgo: 5 * day + 4 * hour,
    title: 'Notre tableau des signes avant-coureurs',
    body: paragraphs(
      'Une colonne par personne hébergée, remplie par elle. Exemples : « Je serre les poings. » « Je ne réponds plus. » « Je ris trop fort. »',
      'En face : ce que l’équipe fait. On l’a mis *à l’intérieur* de l’armoire, pas au mur.',
    ),
    reactions: { thanks: ['naomie', 'rosalie', 'samuel', 'kim'] },
    replies: [
      {
        author: 'kim',
        minutesAgo: 5 * day,
        body: 'À l’intérieur de l’armoire : le détail qui change tout.',
        reactions: { recognise: ['emile'] },
      },
    ],
  },
  {
    space: 'equipes',
    kind: 'question',
    author: 'rosalie',
    minutesAgo: 8 * day + 2 * hour,
    title: 'Une nouvelle intervenante commence lundi. Que lui donner la première semaine ?',
    body: 'La dernière fois, on a donné un cartable de 200 pages. Elle l’a rendu neuf.',
    reactions: { recognise: ['aicha', 'philippe', 'naomie'] },
    replies: [
      {
        author: 'samuel',
        minutesAgo: 7 * day + 23 * hour,
        body: 'Une page : où sont les clés, qui appeler la nuit, où on mange. Le reste viendra.',
        reactions: { answer: ['rosalie'], thanks: ['aicha'] },
      },
      {
        author: 'aicha',
        minutesAgo: 7 * day + 6 * hour,
        body: 'Une marraine qui n’est pas sa cheffe. Un café par jour, dix minutes, pendant deux semaines.',
        reactions: { thanks: ['rosalie', 'zoe'] },
      },
    ],
  },
  {
    space: 'equipes',
    kind: 'experience',
    author: 'aicha',
    minutesAgo: 12 * day + 3 * hour,
    title: 'Le dîner où personne ne parlait de l’examen',
    body: 'Six élèves très anxieuses, une table, des sandwichs. Interdit de dire le mot. À la moitié, elles ont inventé un autre mot et on a ri. Elles sont revenues le lendemain.',
    reactions: { recognise: ['zoe', 'naomie'], thanks: ['rosalie', 'kim'] },
    replies: [
      { author: 'rosalie', minutesAgo: 11 * day + 22 * hour, body: 'C’était quoi, l’autre mot ?' },
      {
        author: 'aicha',
        minutesAgo: 11 * day + 20 * hour,
        body: '« Le brocoli. »',
        reactions: { recognise: ['rosalie', 'zoe', 'kim', 'emile'] },
      },
    ],
  },
  {
    space: 'equipes',
    kind: 'news',
    author: 'catherine',
    minutesAgo: 15 * day + 5 * hour,
    title: 'Deux dates de midi cherchent leur équipe',
    body: 'Le thème est libre. Une demi-heure de présentation, une demi-heure de questions reçues d’avance. Je fais la fiche avec vous : vous relisez, je tape.',
    reactions: { thanks: ['kim'] },
    replies: [
      {
        author: 'naomie',
        minutesAgo: 14 * day + 21 * hour,
        body: 'Le Tremplin prend la première : « Le retour en classe après une longue absence. »',
        reactions: { thanks: ['catherine', 'aicha', 'philippe'] },
      },
    ],
  },
  {
    space: 'equipes',
    kind: 'question',
    author: 'kim',
    minutesAgo: 19 * day + 2 * hour,
    title: 'Texto ou téléphone pour confirmer un premier rendez-vous ?',
    body: 'Au téléphone, ça ne répond pas. Par texto, on ne sait pas qui lit. Vous faites quoi, et qui a dit oui à quoi ?',
    reactions: { recognise: ['philippe', 'rosalie'] },
    replies: [
      {
        author: 'philippe',
        minutesAgo: 18 * day + 22 * hour,
        body: 'On demande au premier contact : « Qui d’autre voit votre téléphone ? » Puis un texto neutre, signé d’un prénom, sans le nom de la clinique.',
        reactions: { answer: ['kim'], thanks: ['rosalie', 'aicha', 'naomie'] },
      },
    ],
  },
]
