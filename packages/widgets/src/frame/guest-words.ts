/** What the frame itself says; the views inside have their own catalogue. */
export interface GuestWords {
  /** The browser keeps nothing for this site. */
  blocked: string
  /** A part of the interface did not come. */
  cut: string
  retry: string
}

const french: GuestWords = {
  blocked: 'Ce navigateur ne garde rien pour ce site : à la prochaine visite, il faudra demander un nouveau code.',
  cut: 'Cercle ne répond pas pour le moment. Vérifiez votre connexion, puis réessayez. Rien n’est perdu.',
  retry: 'Réessayer',
}

const english: GuestWords = {
  blocked: 'This browser keeps nothing for this site: on your next visit you will have to ask for a new code.',
  cut: 'Cercle does not answer at the moment. Check your connection, then try again. Nothing is lost.',
  retry: 'Try again',
}

export const guestWords = (language: string | undefined): GuestWords => (/^en\b/iu.test(language ?? '') ? english : french)
