import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What anybody on the Internet reads on the site of Récits communs. */
export const publicThreadsOfB: ThreadSeed[] = [
  {
    space: 'accueil',
    kind: 'news',
    author: 'youssef',
    minutesAgo: 19 * day + 6 * hour,
    pinned: true,
    title: 'Comment ça marche : un thème, deux semaines, un récit',
    body: paragraphs(
      'Toutes les deux semaines, un thème. Vous apportez un récit, écrit ou dit, à votre façon. Dix lignes suffisent, trois aussi.',
      'Le mardi à 13 h 30, on se rencontre en ligne ou au téléphone. On lit à voix haute, on ne corrige personne.',
      'Le projet a un début et une fin : il se termine par une rencontre nationale et un livret, avec **l’accord de chaque personne** qui y signe un texte.',
    ),
    reactions: { thanks: ['claudette', 'emilie', 'marthe'], recognise: ['ghislain'] },
    replies: [
      {
        author: 'marthe',
        minutesAgo: 18 * day + 22 * hour,
        body: 'Est-ce qu’on peut le dire au téléphone et que vous l’écriviez ?',
      },
      {
        author: 'youssef',
        minutesAgo: 18 * day + 20 * hour,
        body: 'Oui. J’écris sous votre dictée, je vous relis, et rien ne paraît sans votre accord.',
        reactions: { answer: ['marthe', 'lise'], thanks: ['claudette'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'experience',
    author: 'claudette',
    minutesAgo: 1 * day + 4 * hour,
    title: 'Les lunettes de monsieur Roy',
    body: paragraphs(
      'Ce jour-là, j’ai compris que le formulaire faisait peur. Monsieur Roy tournait la feuille dans tous les sens. Il a dit : « J’ai oublié mes lunettes. » Il les avait sur le nez.',
      'Alors on a fermé la porte, et on a tout rempli à voix haute, ensemble. Depuis, je commence toujours comme ça.',
    ),
    reactions: { recognise: ['emilie', 'rene', 'soraya', 'marthe', 'duc'], thanks: ['lise', 'ghislain'] },
    replies: [
      {
        author: 'soraya',
        minutesAgo: 1 * day,
        body: 'Chez nous, c’est « je vais le faire à la maison ». On ne le revoit jamais. La porte fermée, je retiens.',
        reactions: { recognise: ['claudette', 'ghislain'] },
      },
      {
        author: 'rene',
        minutesAgo: 20 * hour,
        body: 'J’ai été monsieur Roy pendant trente ans. Merci de ne pas l’avoir nommé.',
        reactions: { recognise: ['marthe'], thanks: ['claudette', 'emilie', 'soraya', 'youssef', 'lise'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'question',
    author: 'emilie',
    minutesAgo: 4 * day + 2 * hour,
    title: 'Une lettre du gouvernement à lire à quatre. Vous vous y prenez comment ?',
    body: paragraphs(
      'Un groupe de quatre, des façons de lire très différentes. Si je lis à voix haute, deux s’endorment. Si chaque personne lit, deux se cachent.',
      'Avez-vous une façon de faire où tout le monde tient un bout du papier ?',
    ),
    reactions: { recognise: ['claudette', 'lise'] },
    replies: [
      {
        author: 'duc',
        minutesAgo: 3 * day + 22 * hour,
        body: paragraphs(
          'On découpe la lettre. Pour vrai, aux ciseaux. Une bande par personne, et on la remet en ordre ensemble.',
          'On garde à la fin la bande qui dit *quoi faire et avant quand*.',
        ),
        reactions: { answer: ['emilie', 'marthe'], thanks: ['claudette', 'ghislain', 'lise'] },
      },
      {
        author: 'ghislain',
        minutesAgo: 3 * day + 5 * hour,
        body: 'Au surligneur : jaune pour ce qu’on comprend, rien pour le reste. Le blanc ne gêne personne.',
        reactions: { thanks: ['emilie', 'duc'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'tool',
    author: 'soraya',
    minutesAgo: 7 * day + 3 * hour,
    title: 'Douze phrases pour commencer un récit',
    body: paragraphs(
      'Imprimées sur des cartons, à piger. On peut refuser sa carte, une fois.',
      '- Ce jour-là, j’ai compris que…\n- Au début, je pensais que…\n- Je ne savais pas quoi faire quand…\n- Une petite chose a bien marché :\n- La personne qui m’a aidée ne le sait pas.\n- Je n’avais jamais vu…\n- On m’a dit non, alors…\n- Le bruit que je me rappelle, c’est…\n- Si c’était à refaire…\n- J’ai gardé un papier, parce que…\n- On a ri quand…\n- Personne ne m’avait dit que…',
    ),
    reactions: { thanks: ['claudette', 'emilie', 'marthe', 'lise', 'youssef', 'duc'] },
    replies: [
      {
        author: 'lise',
        minutesAgo: 6 * day + 4 * hour,
        body: '« J’ai gardé un papier » a fait parler un homme qui ne parlait pas depuis novembre.',
        reactions: { recognise: ['soraya', 'emilie'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'experience',
    author: 'ghislain',
    minutesAgo: 11 * day + 5 * hour,
    title: 'La première fois que j’ai lu à voix haute',
    body: paragraphs(
      'J’avais 58 ans. Une page, écrite gros. Mes mains tremblaient tellement que la feuille faisait du bruit.',
      'À la fin, personne n’a applaudi. Ils ont juste attendu la suite. C’est ça qui m’a fait plaisir.',
    ),
    reactions: { recognise: ['rene', 'marthe', 'claudette', 'duc'], thanks: ['emilie'] },
    replies: [
      {
        author: 'marthe',
        minutesAgo: 10 * day + 22 * hour,
        body: 'La feuille qui fait du bruit, oui. Moi, je la colle sur un carton.',
        reactions: { recognise: ['ghislain'], thanks: ['lise'] },
      },
    ],
  },
  {
    space: 'accueil',
    kind: 'news',
    author: 'youssef',
    minutesAgo: 14 * day + 1 * hour,
    title: 'Rencontre nationale : le train, le gîte et les repas sont payés',
    body: paragraphs(
      'Deux jours, des lits pour tout le monde, une cuisine. On y lira les récits de l’année, avec l’accord de chaque personne.',
      'Dites-moi au téléphone ce qu’il vous faut : une chambre au rez-de-chaussée, une garde pour les petits, une place tranquille.',
    ),
    reactions: { thanks: ['rene', 'claudette', 'soraya'] },
    replies: [
      { author: 'rene', minutesAgo: 13 * day + 20 * hour, body: 'Est-ce que le train arrive assez tôt pour souper ?' },
      {
        author: 'youssef',
        minutesAgo: 13 * day + 18 * hour,
        body: 'À 17 h 10. On vous attend sur le quai avec une pancarte orange.',
        reactions: { answer: ['rene'] },
      },
    ],
  },
]
