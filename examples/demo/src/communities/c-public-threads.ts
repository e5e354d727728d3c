import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What anybody on the Internet reads on the site of the Réseau jeunesse des Rivières. */
export const publicThreadsOfC: ThreadSeed[] = [
  {
    space: 'accueil',
    kind: 'news',
    author: 'catherine',
    minutesAgo: 18 * day + 3 * hour,
    pinned: true,
    title: 'Les midis du réseau : une équipe présente, les autres posent leurs questions',
    body: paragraphs(
      'Un midi par mois, une heure. Une équipe présente ce qu’elle sait faire, les autres apportent leurs questions. On peut se joindre par vidéo ou par téléphone.',
      'Une fiche synthèse paraît dans la semaine. Vous avez manqué un midi ? Lisez la fiche et répondez dessous : la conversation continue.',
    ),
    reactions: { thanks: ['rosalie', 'kim', 'zoe'] },
    replies: [
      { author: 'philippe', minutesAgo: 17 * day + 20 * hour, body: 'Peut-on écouter sans caméra, depuis l’auto ?' },
      {
        author: 'catherine',
        minutesAgo: 17 * day + 19 * hour,
        body: 'Oui, par téléphone. Stationnez-vous quand même.',
        reactions: { answer: ['philippe'], recognise: ['kim'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'tool',
    author: 'rosalie',
    minutesAgo: 1 * day + 2 * hour,
    title: 'Le plan de crise en une page, à remplir avec la jeune personne',
    body: paragraphs(
      'À remplir à deux, une fois le calme revenu. Prévoir vingt minutes.',
      '- Ce que je remarque en premier\n- Ce qui m’aide, tout de suite\n- Les personnes que je peux appeler\n- Ce qu’il ne faut pas me dire',
      'Le plan lui appartient. On l’écrit avec ses mots, et on le relit ensemble à chaque saison.',
    ),
    reactions: { thanks: ['emile', 'kim', 'samuel', 'naomie', 'aicha', 'zoe', 'philippe'] },
    replies: [
      {
        author: 'samuel',
        minutesAgo: 22 * hour,
        body: 'On l’a rempli dans l’auto, au retour. Elle l’a gardé.',
        reactions: { recognise: ['rosalie', 'naomie'], thanks: ['zoe'] },
      },
      {
        author: 'aicha',
        minutesAgo: 5 * hour,
        body: 'À l’école, on en laisse une copie chez la personne de confiance choisie par l’élève. Pas au bureau de la direction.',
        reactions: { thanks: ['rosalie', 'kim'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'question',
    author: 'zoe',
    minutesAgo: 3 * day + 4 * hour,
    title: 'Comment accueillir un parent en colère sans perdre le jeune ?',
    body: 'Il arrive en haussant le ton, son fils à côté regarde ses souliers. Si je calme le père, j’ai l’impression de lâcher le fils. Qu’est-ce que vous dites dans la première minute ?',
    reactions: { recognise: ['rosalie', 'naomie', 'aicha'] },
    replies: [
      {
        author: 'kim',
        minutesAgo: 3 * day,
        body: '« Vous êtes venus tous les deux. Merci. » Puis je demande au jeune s’il préfère rester ou attendre avec quelqu’un.',
        reactions: { answer: ['zoe'], thanks: ['rosalie', 'aicha', 'samuel'] },
      },
      {
        author: 'emile',
        minutesAgo: 2 * day + 18 * hour,
        body: 'Je m’assois le premier, plus bas que le père. Ça descend presque toujours d’un cran.',
        reactions: { thanks: ['zoe', 'kim'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'experience',
    author: 'kim',
    minutesAgo: 6 * day + 5 * hour,
    title: 'La liste d’attente, racontée par celles et ceux qui attendent',
    body: paragraphs(
      'On a demandé à huit jeunes d’écrire trois mots par semaine d’attente. On pensait lire « long ». On a lu « normal », « normal », « oublié ».',
      'Depuis, quelqu’un téléphone toutes les deux semaines. Quatre minutes. Juste pour dire : « Votre place existe. »',
    ),
    reactions: { recognise: ['philippe', 'rosalie', 'naomie'], thanks: ['emile', 'catherine', 'aicha'] },
    replies: [
      { author: 'naomie', minutesAgo: 6 * day, body: '« Votre place existe. » On l’adopte.', reactions: { thanks: ['kim'] } },
    ],
  },
  {
    space: 'accueil',
    kind: 'question',
    author: 'aicha',
    minutesAgo: 10 * day + 2 * hour,
    title: 'Un outil simple pour parler du sommeil avec des 12-14 ans ?',
    body: 'Pas une brochure. Quelque chose à faire avec les mains, en dix minutes, entre deux cours.',
    reactions: { recognise: ['zoe'] },
    replies: [
      {
        author: 'philippe',
        minutesAgo: 9 * day + 21 * hour,
        body: 'Une bande de papier de 24 cases. On colorie sa vraie nuit, puis la nuit qu’on voudrait. On compare, personne ne note.',
        reactions: { answer: ['aicha'], thanks: ['zoe', 'rosalie', 'kim'] },
      },
      {
        author: 'zoe',
        minutesAgo: 9 * day + 4 * hour,
        body: 'Essayé ce matin. Une élève a colorié la bande de sa mère aussi.',
        reactions: { recognise: ['aicha', 'philippe'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'news',
    author: 'catherine',
    minutesAgo: 13 * day + 4 * hour,
    title: 'Fiche du dernier midi : désamorcer sans contention',
    body: paragraphs(
      'L’équipe du Phare a présenté. Quatre idées à garder :',
      '1. moins de monde dans la pièce\n2. moins de mots\n3. une sortie visible\n4. quelqu’un qui reste après',
      'La prochaine équipe est déjà choisie. Il reste deux dates libres au printemps.',
    ),
    reactions: { thanks: ['rosalie', 'aicha', 'zoe', 'kim'] },
    replies: [
      {
        author: 'rosalie',
        minutesAgo: 12 * day + 20 * hour,
        body: 'La sortie visible : on a tourné le bureau de 90 degrés. Ça n’a rien coûté.',
        reactions: { thanks: ['catherine', 'emile', 'naomie'] },
      },
    ],
  },
]
