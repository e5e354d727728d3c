import { mailKind } from '../mail-kind.ts'

/** Somebody asks for help: neither who, nor what. */
export const deskHelp = mailKind({
  reach: 'facilitator',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Quelqu’un vous demande de l’aide',
      paragraphs: [`Une personne de «\u00a0${community}\u00a0» vous a écrit.`],
      link: { words: 'Ouvrir les demandes d’aide', url: `${page}/desk#help` },
      aside: 'Par prudence, ce courriel ne dit ni qui ni quoi. Il part au plus une fois par quart d’heure.',
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'Someone asks you for help',
      paragraphs: [`A person of “${community}” has written to you.`],
      link: { words: 'Open the requests for help', url: `${page}/desk#help` },
      aside: 'To be safe, this email says neither who nor what. It leaves once every quarter of an hour at most.',
    }),
  },
})

/** Whoever asked has an answer. Like news, it is not sent to who wants none. */
export const helpAnswered = mailKind({
  reach: 'member',
  topic: 'news',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Une réponse vous attend',
      paragraphs: [`Vous aviez demandé de l’aide dans «\u00a0${community}\u00a0»\u00a0: une réponse vous attend.`],
      link: { words: 'Aller à la page de la communauté', url: page },
      aside:
        'Elle se lit au bas de la page, par «\u00a0Besoin d’aide\u202f?\u00a0». Par prudence, ce courriel n’en dit rien de plus.',
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'An answer is waiting for you',
      paragraphs: [`You had asked for help in “${community}”: an answer is waiting for you.`],
      link: { words: 'Go to the community’s page', url: page },
      aside: 'It is read at the foot of the page, by “Need help?”. To be safe, this email says no more of it.',
    }),
  },
})
