import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** The stories and questions of the workshop, among members. */
export const membersThreadsOfB: ThreadSeed[] = [
  {
    space: 'atelier',
    kind: 'news',
    author: 'youssef',
    minutesAgo: 8 * hour,
    title: 'Le prochain thème : « Le papier qui fait peur »',
    body: paragraphs(
      'À apporter avant dimanche, 18 h, ou à dire mardi. Un bail, une convocation, un bulletin, une recette : ce que vous voulez.',
      'Si rien ne vient, appelez-moi lundi. On cherche ensemble pendant dix minutes. Repère du thème : canari-b-atelier-6h1v.',
    ),
    reactions: { thanks: ['claudette', 'marthe'] },
    replies: [
      {
        author: 'marthe',
        minutesAgo: 6 * hour,
        body: 'J’en ai un. Il est dans un tiroir depuis dix ans.',
        reactions: { recognise: ['rene', 'ghislain', 'lise'] },
      },
    ],
  },
  {
    space: 'atelier',
    kind: 'experience',
    author: 'marthe',
    minutesAgo: 2 * day + 6 * hour,
    title: 'Mon bail, et la dame du troisième',
    body: paragraphs(
      'Je signais chaque année au crayon, pour pouvoir effacer. La dame du troisième m’a vue. Elle m’a prêté son stylo sans rien dire.',
      'L’année d’après, j’avais le mien. Un stylo bleu, à quatre-vingt-dix-neuf cents.',
    ),
    reactions: { recognise: ['claudette', 'ghislain', 'soraya'], thanks: ['emilie', 'lise', 'duc'] },
    replies: [
      {
        author: 'emilie',
        minutesAgo: 2 * day + 1 * hour,
        body: '« Au crayon, pour pouvoir effacer. » Je ne l’oublierai pas.',
        reactions: { recognise: ['lise'] },
      },
      {
        author: 'marthe',
        minutesAgo: 1 * day + 22 * hour,
        body: 'Vous pouvez le mettre dans le livret, sans le nom de la rue. Je l’ai noté : canari-b-atelier-9q5s.',
        reactions: { thanks: ['youssef'] },
      },
    ],
  },
  {
    space: 'atelier',
    kind: 'question',
    author: 'lise',
    minutesAgo: 5 * day + 3 * hour,
    title: 'Quand une personne pleure en lisant, je fais quoi de mes mains ?',
    body: 'Mardi, je suis restée figée. J’avais peur de mal faire, alors je n’ai rien fait, et c’était peut-être pire.',
    reactions: { recognise: ['emilie', 'claudette', 'duc'] },
    replies: [
      {
        author: 'claudette',
        minutesAgo: 5 * day,
        body: 'Je demande : « On arrête, ou on continue ? » Presque tout le monde continue.',
        reactions: { answer: ['lise'], thanks: ['emilie'] },
      },
      {
        author: 'rene',
        minutesAgo: 4 * day + 20 * hour,
        body: 'Un verre d’eau. Ça occupe les mains des deux.',
        reactions: { thanks: ['lise', 'claudette', 'soraya'] },
      },
    ],
  },
  {
    space: 'atelier',
    kind: 'tool',
    author: 'duc',
    minutesAgo: 8 * day + 4 * hour,
    title: 'Le minuteur de sable, pour que chaque voix ait son tour',
    body: 'Trois minutes, une petite montagne rouge. Les gens qui parlent beaucoup la regardent. Les gens qui parlent peu aussi, et ils prennent leur temps. Vous le retournez si la personne le demande.',
    reactions: { thanks: ['claudette', 'lise', 'soraya'] },
    replies: [
      {
        author: 'soraya',
        minutesAgo: 7 * day + 22 * hour,
        body: 'Essayé à neuf personnes. Pour la première fois, on a fini à l’heure.',
        reactions: { thanks: ['duc'] },
      },
    ],
  },
  {
    space: 'atelier',
    kind: 'experience',
    author: 'rene',
    minutesAgo: 10 * day + 2 * hour,
    title: 'J’ai appris à lire avec les circulaires',
    body: paragraphs(
      'Jambon. Jambon toupie. Je reconnaissais le mot parce qu’il revenait chaque Noël.',
      'Ma fille pensait que je cherchais les rabais. Je cherchais les lettres.',
    ),
    reactions: { recognise: ['ghislain', 'marthe', 'claudette', 'soraya', 'duc'], thanks: ['emilie'] },
    replies: [
      {
        author: 'ghislain',
        minutesAgo: 9 * day + 22 * hour,
        body: 'Moi, les noms des joueurs derrière les chandails.',
        reactions: { recognise: ['rene', 'duc', 'marthe'] },
      },
    ],
  },
  {
    space: 'atelier',
    kind: 'question',
    author: 'claudette',
    minutesAgo: 13 * day + 3 * hour,
    title: 'Comment garder la voix de la personne quand on écrit pour elle ?',
    body: 'Je corrige sans m’en rendre compte. À la relecture, madame T. m’a dit : « C’est beau, mais c’est pas moi. »',
    reactions: { recognise: ['emilie', 'lise', 'youssef'] },
    replies: [
      {
        author: 'youssef',
        minutesAgo: 12 * day + 23 * hour,
        body: 'J’enregistre, avec son accord, et j’écris seulement ce qui s’entend. Puis je relis à voix haute : elle m’arrête quand ça sonne faux.',
        reactions: { answer: ['claudette'], thanks: ['lise', 'emilie', 'duc'] },
      },
    ],
  },
  {
    space: 'atelier',
    kind: 'experience',
    author: 'emilie',
    minutesAgo: 17 * day + 5 * hour,
    title: 'Le silence de douze secondes',
    body: 'J’ai compté dans ma tête. À huit, j’allais parler. À douze, elle a commencé son histoire. Maintenant, je compte toujours jusqu’à quinze.',
    reactions: { thanks: ['claudette', 'lise', 'marthe', 'ghislain'], recognise: ['soraya'] },
    replies: [
      {
        author: 'lise',
        minutesAgo: 16 * day + 21 * hour,
        body: 'Quinze, c’est très long. Je vais essayer dix.',
        reactions: { recognise: ['emilie', 'claudette'] },
      },
    ],
  },
]
