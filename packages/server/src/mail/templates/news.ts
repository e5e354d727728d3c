import { mailKind } from '../mail-kind.ts'

/** The kinds of what happened, each with how many there are; absent: none. */
type NewsFact = 'reply' | 'reaction' | 'thread' | 'charter' | 'membership'
type Facts = Readonly<Partial<Record<NewsFact, string>>>

/** One line for each kind: of one, and of more. In the order in which they are said. */
type Lines = Record<NewsFact, [one: string, other: (count: string) => string]>

const french: Lines = {
  reply: ['une réponse là où vous avez écrit', (count) => `${count}\u00a0réponses là où vous avez écrit`],
  reaction: ['un geste pour un de vos messages', (count) => `${count}\u00a0gestes pour vos messages`],
  charter: ['une charte à lire et à signer', (count) => `${count}\u00a0chartes à lire et à signer`],
  membership: ['votre place dans la communauté a changé', () => 'votre place dans la communauté a changé'],
  thread: ['une nouvelle discussion', (count) => `${count}\u00a0nouvelles discussions`],
}

const english: Lines = {
  reply: ['one reply where you wrote', (count) => `${count} replies where you wrote`],
  reaction: ['one gesture for a message of yours', (count) => `${count} gestures for your messages`],
  charter: ['a charter to read and sign', (count) => `${count} charters to read and sign`],
  membership: ['your place in the community has changed', () => 'your place in the community has changed'],
  thread: ['one new discussion', (count) => `${count} new discussions`],
}

const said = (lines: Lines, facts: Facts): string[] =>
  Object.entries(lines).flatMap(([kind, [one, other]]) => {
    const count = facts[kind as NewsFact] ?? '0'
    return count === '0' ? [] : [count === '1' ? one : other(count)]
  })

/** What happened that concerns her, by kind and number: neither who, nor where, nor a word of it. */
export const news = mailKind<NewsFact>({
  reach: 'member',
  topic: 'news',
  write: {
    'fr-CA': (facts, { community, page }) => ({
      subject: 'Du nouveau pour vous',
      paragraphs: [`Il y a du nouveau pour vous dans «\u00a0${community}\u00a0»\u00a0:`],
      list: said(french, facts),
      link: { words: 'Aller à la page de la communauté', url: page },
      aside: 'Par prudence, ce courriel ne dit ni qui a écrit ni ce qui est écrit.',
    }),
    'en-CA': (facts, { community, page }) => ({
      subject: 'Something new for you',
      paragraphs: [`There is something new for you in “${community}”:`],
      list: said(english, facts),
      link: { words: 'Go to the community’s page', url: page },
      aside: 'To be safe, this email says neither who wrote nor what is written.',
    }),
  },
})
