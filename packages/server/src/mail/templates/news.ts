import { mailKind } from '../mail-kind.ts'

/** How many of each there are; absent: none. */
type NewsFact = 'replies' | 'reactions' | 'charters' | 'memberships'

const several = (count: string | undefined, one: string, other: (count: string) => string): string[] =>
  count === undefined || count === '0' ? [] : [count === '1' ? one : other(count)]

/** What happened that concerns her, by kind and number: neither who, nor where, nor a word of it. */
export const news = mailKind<NewsFact>({
  reach: 'member',
  topic: 'news',
  write: {
    'fr-CA': ({ replies, reactions, charters, memberships }, { community, page }) => ({
      subject: 'Du nouveau pour vous',
      paragraphs: [
        `Il y a du nouveau pour vous dans «\u00a0${community}\u00a0»\u00a0:`,
        ...several(replies, 'une réponse à ce que vous avez écrit', (count) => `${count}\u00a0réponses à ce que vous avez écrit`),
        ...several(reactions, 'un geste pour un de vos messages', (count) => `${count}\u00a0gestes pour vos messages`),
        ...several(charters, 'une charte à lire et à signer', (count) => `${count}\u00a0chartes à lire et à signer`),
        ...(memberships === undefined ? [] : ['votre place dans la communauté a changé']),
      ],
      link: { words: 'Aller à la page de la communauté', url: page },
      aside: 'Par prudence, ce courriel ne dit ni qui a écrit ni ce qui est écrit.',
    }),
    'en-CA': ({ replies, reactions, charters, memberships }, { community, page }) => ({
      subject: 'Something new for you',
      paragraphs: [
        `There is something new for you in “${community}”:`,
        ...several(replies, 'one reply to what you wrote', (count) => `${count} replies to what you wrote`),
        ...several(reactions, 'one gesture for a message of yours', (count) => `${count} gestures for your messages`),
        ...several(charters, 'a charter to read and sign', (count) => `${count} charters to read and sign`),
        ...(memberships === undefined ? [] : ['your place in the community has changed']),
      ],
      link: { words: 'Go to the community’s page', url: page },
      aside: 'To be safe, this email says neither who wrote nor what is written.',
    }),
  },
})
