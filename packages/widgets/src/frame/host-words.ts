import type { ElementName } from './shell.ts'

/** What the host element itself says: the views inside have their own catalogue. */
export interface HostWords {
  titles: Record<ElementName, string>
  /** The site is not in the list; `origin` is what has to be added. */
  refused(origin: string): string
  offline: string
  slow: string
  retry: string
}

const french: HostWords = {
  titles: {
    feed: 'Cercle – fil de discussion',
    account: 'Cercle – mon compte',
    community: 'Cercle – communauté',
    join: 'Cercle – se joindre',
  },
  refused: (origin) =>
    `Ce site n’est pas encore inscrit auprès de la communauté : on peut lire ce qui est public, mais pas y entrer. ` +
    `Les responsables du site peuvent demander à l’animation de la communauté d’ajouter l’adresse ${origin} à la liste de ses sites.`,
  offline: 'Cercle ne répond pas pour le moment. Vérifiez votre connexion, puis réessayez. Rien n’est perdu.',
  slow: 'La connexion est lente : la page arrive encore. Vous pouvez attendre ou réessayer.',
  retry: 'Réessayer',
}

const english: HostWords = {
  titles: {
    feed: 'Cercle – discussions',
    account: 'Cercle – my account',
    community: 'Cercle – community',
    join: 'Cercle – join',
  },
  refused: (origin) =>
    `This site is not registered with the community yet: what is public can be read here, but nobody can sign in. ` +
    `The people who run the site can ask the community’s facilitator to add the address ${origin} to the list of its sites.`,
  offline: 'Cercle does not answer at the moment. Check your connection, then try again. Nothing is lost.',
  slow: 'The connection is slow: the page is still on its way. You can wait or try again.',
  retry: 'Try again',
}

export const hostWords = (language: string | null | undefined): HostWords => (/^en\b/iu.test(language ?? '') ? english : french)
