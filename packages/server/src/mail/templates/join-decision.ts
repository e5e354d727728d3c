import { mailKind } from '../mail-kind.ts'

/** What who facilitates wrote to her, as it stands: a line that is empty begins a paragraph. */
const paragraphsOf = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : text
        .split(/\n\s*\n/u)
        .map((one) => one.trim())
        .filter((one) => one !== '')

/** She is let in, by a yes to her request or by an invitation that she accepted. */
export const joinApproved = mailKind<'text'>({
  reach: 'address',
  write: {
    'fr-CA': ({ text }, { community, page }) => ({
      subject: 'Bienvenue, vous pouvez entrer',
      paragraphs: [
        `Vous êtes maintenant membre de «\u00a0${community}\u00a0».`,
        ...paragraphsOf(text),
        'Pour entrer, écrivez cette adresse courriel là où l’on vous la demande\u00a0: un code vous sera envoyé. Il n’y a pas de mot de passe à retenir.',
      ],
      link: { words: 'Aller à la page de la communauté', url: page },
    }),
    'en-CA': ({ text }, { community, page }) => ({
      subject: 'Welcome, you can come in',
      paragraphs: [
        `You are now a member of “${community}”.`,
        ...paragraphsOf(text),
        'To come in, type this email address where you are asked for it: a code will be sent to you. There is no password to remember.',
      ],
      link: { words: 'Go to the community’s page', url: page },
    }),
  },
})

/** The text says it all: it was written for her. */
export const joinRefused = mailKind<'text'>({
  reach: 'address',
  write: {
    'fr-CA': ({ text }, { community, page }) => ({
      subject: 'Réponse à votre demande',
      paragraphs: [
        `Voici la réponse à votre demande pour vous joindre à «\u00a0${community}\u00a0»\u00a0:`,
        ...paragraphsOf(text),
      ],
      link: { words: 'Les textes publics vous restent ouverts', url: page },
    }),
    'en-CA': ({ text }, { community, page }) => ({
      subject: 'An answer to your request',
      paragraphs: [`Here is the answer to your request to join “${community}”:`, ...paragraphsOf(text)],
      link: { words: 'The public texts stay open to you', url: page },
    }),
  },
})

/** Something is asked back; she answers by the link. */
export const joinAsked = mailKind<'text' | 'token'>({
  reach: 'address',
  write: {
    'fr-CA': ({ text, token }, { community, page }) => ({
      subject: 'Une question sur votre demande',
      paragraphs: [`À propos de votre demande pour vous joindre à «\u00a0${community}\u00a0»\u00a0:`, ...paragraphsOf(text)],
      link: { words: 'Répondre', url: `${page}/join/r/${token ?? ''}` },
      aside: 'Ce lien est le vôtre\u00a0: ne le donnez à personne.',
    }),
    'en-CA': ({ text, token }, { community, page }) => ({
      subject: 'A question about your request',
      paragraphs: [`About your request to join “${community}”:`, ...paragraphsOf(text)],
      link: { words: 'Answer', url: `${page}/join/r/${token ?? ''}` },
      aside: 'This link is yours: do not give it to anyone.',
    }),
  },
})

/** `until`: the last day, in words. */
export const invitation = mailKind<'token' | 'until'>({
  reach: 'address',
  topic: 'invitations',
  write: {
    'fr-CA': ({ token, until }, { community, page }) => ({
      subject: 'Une invitation pour vous',
      paragraphs: [`Vous êtes invité·e à vous joindre à «\u00a0${community}\u00a0», une communauté de pratique.`],
      link: { words: 'Lire l’invitation', url: `${page}/join/i/${token ?? ''}` },
      aside: `Elle est bonne jusqu’au ${until ?? ''} et sert une seule fois. Ce lien est le vôtre\u00a0: ne le donnez à personne.`,
    }),
    'en-CA': ({ token, until }, { community, page }) => ({
      subject: 'An invitation for you',
      paragraphs: [`You are invited to join “${community}”, a community of practice.`],
      link: { words: 'Read the invitation', url: `${page}/join/i/${token ?? ''}` },
      aside: `It is good until ${until ?? ''} and works once. This link is yours: do not give it to anyone.`,
    }),
  },
})
