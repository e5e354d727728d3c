import { mailKind } from '../mail-kind.ts'

/** Somebody asks to come in: neither who, nor how many. */
export const deskRequest = mailKind({
  reach: 'facilitator',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Une demande vous attend',
      paragraphs: [`Quelqu’un voudrait se joindre à «\u00a0${community}\u00a0».`],
      link: { words: 'Ouvrir les demandes', url: `${page}/desk#requests` },
      aside: 'Par prudence, ce courriel ne dit pas qui. Il part une fois par heure au plus.',
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'A request is waiting for you',
      paragraphs: [`Someone would like to join “${community}”.`],
      link: { words: 'Open the requests', url: `${page}/desk#requests` },
      aside: 'To be safe, this email does not say who. It leaves once an hour at most.',
    }),
  },
})

/** Whoever asks has answered what was asked back. */
export const deskAnswer = mailKind({
  reach: 'facilitator',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Une réponse vous attend',
      paragraphs: [`La personne à qui vous aviez posé une question sur sa demande pour «\u00a0${community}\u00a0» a répondu.`],
      link: { words: 'Ouvrir les demandes', url: `${page}/desk#requests` },
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'An answer is waiting for you',
      paragraphs: [`The person whom you asked something about their request for “${community}” has answered.`],
      link: { words: 'Open the requests', url: `${page}/desk#requests` },
    }),
  },
})
