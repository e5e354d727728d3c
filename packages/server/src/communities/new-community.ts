/** What `cercle community create` is told. */
export interface NewCommunity {
  slug: string
  name: string
  facilitator: string
  language: string
  timeZone: string
  origin?: string[]
}

const words = {
  'fr-CA': {
    reactions: [
      ['thanks', 'Merci, ça m’a servi'],
      ['recognise', 'Je me reconnais'],
      ['answer', 'J’ai trouvé ma réponse'],
    ],
    spaces: ['Accueil', 'Entraide'],
  },
  'en-CA': {
    reactions: [
      ['thanks', 'Thank you, I used it'],
      ['recognise', 'I recognise myself'],
      ['answer', 'I found my answer'],
    ],
    spaces: ['Welcome', 'Mutual help'],
  },
}

/** An empty community: a public space, a members' space, and the person who facilitates. */
export function newCommunity({ slug, name, facilitator, language, timeZone, origin = [] }: NewCommunity): unknown {
  const { reactions, spaces } = words[language as keyof typeof words] ?? words['fr-CA']
  return {
    slug,
    name,
    language,
    timeZone,
    reactions: reactions.map(([key, label]) => ({ key, label })),
    organisations: [],
    sites: origin.map((one) => ({ name: URL.canParse(one) ? new URL(one).host : one, origins: [one] })),
    groups: [],
    members: [{ key: 'facilitator', name: facilitator.split('@')[0], email: facilitator, facilitates: true }],
    spaces: [
      { slug: 'accueil', name: spaces[0], level: 'public' },
      { slug: 'entraide', name: spaces[1], level: 'members' },
    ],
    threads: [],
  }
}
