import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What anybody on the Internet reads on the site of Carrefour Alizé. No name of a person and no story that could be recognised. */
export const publicThreadsOfA: ThreadSeed[] = [
  {
    space: 'accueil',
    kind: 'news',
    author: 'marie-eve',
    minutesAgo: 20 * day + 4 * hour,
    pinned: true,
    title: 'Bienvenue ! À quoi sert ce lieu, et qui peut lire quoi',
    body: paragraphs(
      'Ici, des personnes qui accompagnent des jeunes et des adultes touchés par l’exploitation sexuelle se parlent de leur pratique. On pose une question, on raconte une journée, on dépose un outil qui a servi.',
      'Trois choses à savoir :',
      '- **L’accueil** est ouvert à tout le monde, même sans inscription. Les noms n’y paraissent pas pour les gens de passage.\n- **L’espace Entraide** est réservé aux membres. Ce qu’on y écrit ne sort pas de là.\n- Avant chaque envoi, la page dit qui va lire, en mots et avec un nombre.',
      'Les fautes sont les bienvenues. Une ligne suffit. Et si le clavier vous gêne, appelez-moi : on l’écrira ensemble.',
    ),
    reactions: { speaks: ['josee', 'denise', 'kim', 'therese'], thanks: ['nadia'] },
    replies: [
      {
        author: 'denise',
        minutesAgo: 19 * day + 20 * hour,
        body: 'Merci pour la phrase sur les fautes. J’hésitais depuis une semaine à écrire quoi que ce soit.',
        reactions: { recognise: ['josee', 'carole', 'line', 'therese'] },
      },
      {
        author: 'carole',
        minutesAgo: 19 * day + 2 * hour,
        body: 'Une ligne, donc : bonjour de la Rive-Sud. Je lis plus que j’écris, mais je lis tout.',
        reactions: { speaks: ['marie-eve', 'denise'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'experience',
    author: 'josee',
    minutesAgo: 5 * day + 3 * hour,
    title: 'J’ai arrêté de poser des questions. Elle s’est mise à parler.',
    body: paragraphs(
      'Pendant des mois, je suivais la grille d’accueil à la lettre. Vingt-deux questions, dans l’ordre. Les femmes répondaient oui, non, et repartaient.',
      'Un matin, j’ai laissé la grille dans le tiroir. J’ai préparé du café et j’ai dit : « On a une heure. On en fait ce que tu veux. » Le silence a duré longtemps. Puis elle m’a raconté.',
      'Je remplis la grille après, seule. Il en reste six questions.',
    ),
    reactions: {
      thanks: ['line', 'nadia', 'kim', 'carole'],
      recognise: ['therese', 'fatou', 'denise', 'annick', 'line', 'samuel'],
      speaks: ['kim', 'carole'],
    },
    replies: [
      {
        author: 'line',
        minutesAgo: 5 * day + 1 * hour,
        body: 'J’ai essayé jeudi, avec ma grille courte. La dame est restée deux heures. Merci.',
        reactions: { recognise: ['josee', 'nadia'] },
      },
      {
        author: 'therese',
        minutesAgo: 4 * day + 21 * hour,
        body: 'Moi, je fais ça en marchant. On sort, on fait le tour du parc. C’est plus facile de parler quand on ne se regarde pas dans les yeux.',
        reactions: { thanks: ['josee'], speaks: ['kim', 'fatou', 'denise'] },
      },
      {
        author: 'denise',
        minutesAgo: 1 * day + 6 * hour,
        body: 'Chez nous, on commence par un tour des lieux. On montre la cuisine, le jardin. Les questions attendent le lendemain.',
        reactions: { recognise: ['carole'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'question',
    author: 'nadia',
    minutesAgo: 2 * day + 5 * hour,
    title: 'Parler de consentement à un groupe de 14 ans, sans faire la morale ?',
    body: paragraphs(
      'On m’invite dans une classe, 50 minutes, 26 jeunes. La dernière fois, j’ai senti les épaules se fermer dès la deuxième diapo.',
      'Qu’est-ce qui marche, chez vous, pour ouvrir la conversation ? Un jeu, une vidéo, une histoire ?',
    ),
    reactions: { recognise: ['carole', 'samuel'] },
    replies: [
      {
        author: 'samuel',
        minutesAgo: 2 * day + 1 * hour,
        body: paragraphs(
          'Je ne montre plus de diapos. Je pose un téléphone sur la table et je lis trois messages inventés. Le groupe décide : *ça passe*, *ça ne passe pas*, *ça dépend*.',
          'On passe toujours le plus de temps sur « ça dépend ».',
        ),
        reactions: { thanks: ['nadia', 'josee', 'therese'] },
      },
      {
        author: 'carole',
        minutesAgo: 1 * day + 22 * hour,
        body: 'Une boîte à questions anonymes, remplie la semaine d’avant. Ils découvrent qu’ils se posent tous la même chose.',
        reactions: { thanks: ['nadia'], speaks: ['marie-eve'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'tool',
    author: 'annick',
    minutesAgo: 8 * day + 2 * hour,
    title: 'Le plan de sécurité en images, pour les personnes qui lisent peu',
    body: paragraphs(
      'Huit dessins, une page, à plier dans une poche. On l’a testé avec quatre femmes de la maison, qui ont fait changer trois dessins.',
      'Les cases, dans l’ordre :',
      '1. une personne à qui je peux téléphoner\n2. un endroit où je peux aller\n3. mes papiers\n4. mes médicaments\n5. un mot que mes proches comprennent\n6. de quoi prendre l’autobus\n7. ce qui me calme\n8. ce que je me promets',
      'Dessinez-le à la main, avec la personne. C’est mieux que notre version.',
    ),
    reactions: { thanks: ['josee', 'denise', 'kim', 'therese', 'carole', 'nadia'], speaks: ['line'] },
    replies: [
      {
        author: 'kim',
        minutesAgo: 7 * day + 4 * hour,
        body: 'On l’a fait à deux, sur une serviette de table. Elle l’a gardée dans son étui de téléphone.',
        reactions: { speaks: ['annick', 'josee', 'marie-eve'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'news',
    author: 'samuel',
    minutesAgo: 12 * day + 7 * hour,
    title: 'Le fonds de dépannage est reconduit pour l’hiver',
    body: paragraphs(
      'Transport, loyer, téléphone : jusqu’à 400 $ par personne, réponse en deux jours ouvrables. La demande tient sur une page et peut se faire par téléphone.',
      'Un seul organisme par demande. Si vous hésitez, appelez avant : on regarde ensemble.',
    ),
    reactions: { thanks: ['line', 'fatou', 'josee'] },
    replies: [
      {
        author: 'fatou',
        minutesAgo: 11 * day + 5 * hour,
        body: 'Demandé mardi, reçu jeudi. Un abonnement de téléphone, et tout le reste devient possible.',
      },
      {
        author: 'therese',
        minutesAgo: 10 * day,
        body: 'Est-ce que ça couvre une serrure ?',
        reactions: { recognise: ['denise'] },
      },
      {
        author: 'samuel',
        minutesAgo: 9 * day + 22 * hour,
        body: 'Oui, et la pose aussi. Gardez la facture.',
        reactions: { thanks: ['therese'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'news',
    author: 'marie-eve',
    minutesAgo: 15 * day + 3 * hour,
    title: 'Rencontre annuelle : on cherche trois voix pour l’ouverture',
    body: paragraphs(
      'Pas un discours. Cinq minutes, assises, avec un micro qui ne marche jamais du premier coup. Une chose que vous faites autrement depuis un an.',
      'Le trajet et la garde des enfants sont remboursés. Répondez ici, ou en privé si vous préférez y penser.',
    ),
    reactions: { speaks: ['carole', 'annick'] },
    replies: [
      {
        author: 'annick',
        minutesAgo: 14 * day + 6 * hour,
        body: 'J’y vais si quelqu’un parle avant moi.',
        reactions: { recognise: ['denise', 'josee', 'line'] },
      },
    ],
  },
]
