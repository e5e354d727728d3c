import { mailKind } from '../mail-kind.ts'

/** A key opens the desk from now on. Told so that one which somebody else added does not go unseen. */
export const passkeyAdded = mailKind({
  reach: 'member',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Une clé d’accès a été ajoutée',
      paragraphs: [
        `Une clé d’accès ouvre maintenant votre bureau de «\u00a0${community}\u00a0», sans code.`,
        'C’est bien vous\u00a0? Il n’y a rien à faire. Sinon, retirez-la et fermez tous vos appareils sans attendre.',
      ],
      link: { words: 'Voir mes clés d’accès', url: `${page}/desk#key` },
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'A passkey was added',
      paragraphs: [
        `A passkey now opens your desk of “${community}”, without a code.`,
        'Was it you? Then there is nothing to do. If not, remove it and close all of your devices now.',
      ],
      link: { words: 'See my passkeys', url: `${page}/desk#key` },
    }),
  },
})

/** A key opens nothing any more. */
export const passkeyRemoved = mailKind({
  reach: 'member',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Une clé d’accès a été retirée',
      paragraphs: [
        `Une de vos clés d’accès n’ouvre plus votre bureau de «\u00a0${community}\u00a0».`,
        'C’est bien vous\u00a0? Il n’y a rien à faire. Sinon, fermez tous vos appareils\u00a0: un code vous attend toujours par courriel pour revenir.',
      ],
      link: { words: 'Voir mes clés d’accès', url: `${page}/desk#key` },
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'A passkey was removed',
      paragraphs: [
        `One of your passkeys no longer opens your desk of “${community}”.`,
        'Was it you? Then there is nothing to do. If not, close all of your devices: a code by email still lets you back in.',
      ],
      link: { words: 'See my passkeys', url: `${page}/desk#key` },
    }),
  },
})
