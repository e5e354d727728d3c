import { mailKind } from '../mail-kind.ts'

const byPhone = {
  'fr-CA': 'Comme vous l’avez demandé, on vous appellera pour faire le tour avec vous, à votre rythme.',
  'en-CA': 'As you asked, someone will call you to look around with you, at your own pace.',
}
const unasked = {
  'fr-CA': 'Vous n’avez rien demandé\u202f? Quelqu’un a pu se tromper d’adresse. Vous pouvez effacer ce courriel.',
  'en-CA': 'You did not ask for anything? Someone may have mistyped an address. You can delete this email.',
}
const linkOf = (page: string, token = '') => `${page}/join/r/${token}`

/** To whoever asked to come in, with the link to her request. `ease`: how she gets along with computers. */
export const joinReceived = mailKind<'token' | 'ease'>({
  reach: 'address',
  write: {
    'fr-CA': ({ token, ease }, { community, page, facilitator = 'une personne' }) => ({
      subject: 'Votre demande est reçue',
      paragraphs: [
        `Votre demande pour vous joindre à «\u00a0${community}\u00a0» est bien reçue. C’est ${facilitator} qui la lira et vous répondra à cette adresse.`,
        ...(ease === 'call' ? [byPhone['fr-CA']] : []),
      ],
      link: { words: 'Voir ma demande, ou la retirer', url: linkOf(page, token) },
      aside: unasked['fr-CA'],
    }),
    'en-CA': ({ token, ease }, { community, page, facilitator = 'a person' }) => ({
      subject: 'We have your request',
      paragraphs: [
        `Your request to join “${community}” has arrived. It is ${facilitator} who will read it and answer you at this address.`,
        ...(ease === 'call' ? [byPhone['en-CA']] : []),
      ],
      link: { words: 'See my request, or take it back', url: linkOf(page, token) },
      aside: unasked['en-CA'],
    }),
  },
})

/** To an address whose request waits already. */
export const joinAgain = mailKind({
  reach: 'address',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Votre demande est déjà là',
      paragraphs: [
        `Votre demande pour vous joindre à «\u00a0${community}\u00a0» est déjà arrivée\u00a0: il n’y a rien à refaire. Le lien du premier courriel y mène toujours.`,
      ],
      link: { words: 'Lire les textes publics en attendant', url: page },
      aside: unasked['fr-CA'],
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'We already have your request',
      paragraphs: [
        `Your request to join “${community}” has already arrived: there is nothing to do again. The link in the first email still leads to it.`,
      ],
      link: { words: 'Read the public texts meanwhile', url: page },
      aside: unasked['en-CA'],
    }),
  },
})

/** To a member's address. */
export const joinMember = mailKind({
  reach: 'address',
  write: {
    'fr-CA': (_, { community, page }) => ({
      subject: 'Vous pouvez entrer',
      paragraphs: [
        `Vous êtes déjà membre de «\u00a0${community}\u00a0» avec cette adresse\u00a0: demandez un code, et entrez. Il n’y a pas de mot de passe.`,
      ],
      link: { words: 'Aller à la page de la communauté', url: page },
      aside: unasked['fr-CA'],
    }),
    'en-CA': (_, { community, page }) => ({
      subject: 'You can come in',
      paragraphs: [
        `You are a member of “${community}” already with this address: ask for a code, and come in. There is no password.`,
      ],
      link: { words: 'Go to the community’s page', url: page },
      aside: unasked['en-CA'],
    }),
  },
})
