import { type DemoCommunity, hour } from './demo-community.ts'
import { publicThreadsOfB } from './b-public-threads.ts'
import { membersThreadsOfB } from './b-members-threads.ts'
import { committeeThreadsOfB } from './b-committee-threads.ts'

/** Scenario B: a popular-education pilot, stories written or said around a theme every two weeks. All names are fictional. */
export const communityB: DemoCommunity = {
  seed: {
    slug: 'b',
    name: 'Récits communs',
    language: 'fr-CA',
    exitUrl: 'https://fr.wikipedia.org/',
    aims: ['Faire entendre des récits qu’on n’entend pas ailleurs.', 'Apprendre à les écrire ou à les dire, sans se presser.'],
    timeZone: 'America/Toronto',
    vocabulary: {
      facilitator: 'la personne qui veille sur les récits',
      someone: 'Une voix du cercle',
      community: 'Cercle de récits',
      'kind.experience': 'Récit',
      'kinds.experience': 'Récits',
    },
    accent: '#a8480b',
    reactions: [
      { key: 'thanks', label: 'Merci, ça m’a servi' },
      { key: 'recognise', label: 'Je me reconnais' },
      { key: 'answer', label: 'J’ai trouvé ma réponse' },
    ],
    organisations: [
      { key: 'recits', name: 'Récits communs' },
      { key: 'mots', name: 'L’Atelier des mots' },
      { key: 'porte', name: 'La Porte ouverte' },
      { key: 'fil', name: 'Le Fil rouge' },
      { key: 'alpha', name: 'Alpha des Coteaux' },
    ],
    groups: [
      { key: 'suivi', name: 'Comité de suivi' },
      { key: 'estrie', name: 'Estrie' },
    ],
    members: [
      {
        key: 'youssef',
        name: 'Youssef',
        email: 'youssef@recits.example',
        organisation: 'recits',
        facilitates: true,
        groups: ['suivi'],
      },
      { key: 'claudette', name: 'Claudette', email: 'claudette@mots.example', organisation: 'mots' },
      { key: 'emilie', name: 'Émilie', email: 'emilie@porte.example', organisation: 'porte' },
      { key: 'rene', name: 'René', email: 'rene@fil.example', organisation: 'fil', groups: ['suivi'] },
      { key: 'soraya', name: 'Soraya', email: 'soraya@alpha.example', organisation: 'alpha', groups: ['suivi'] },
      { key: 'ghislain', name: 'Ghislain', email: 'ghislain@porte.example', organisation: 'porte' },
      { key: 'marthe', name: 'Marthe', email: 'marthe@alpha.example', organisation: 'alpha' },
      { key: 'lise', name: 'Lise', email: 'lise@mots.example', organisation: 'mots', groups: ['estrie'] },
      { key: 'duc', name: 'Duc', email: 'duc@fil.example', organisation: 'fil', groups: ['suivi'] },
      { key: 'gabriel', name: 'Gabriel', email: 'gabriel@coteau.example', status: 'pending' },
      { key: 'normand', name: 'Normand', email: 'normand@porte.example', organisation: 'porte', status: 'removed' },
    ],
    spaces: [
      { slug: 'accueil', name: 'Accueil', level: 'public' },
      { slug: 'atelier', name: 'Atelier', level: 'members' },
      { slug: 'comite', name: 'Comité de suivi', level: 'restricted', groups: ['suivi'] },
    ],
    requests: [
      {
        name: 'Gabriel',
        email: 'gabriel@coteau.example',
        organisation: 'Le Coteau',
        role: 'Participant',
        reason: 'On m’a dit que mon histoire avait sa place ici.',
        ease: 'depends',
        minutesAgo: 5 * hour,
      },
    ],
    threads: [...publicThreadsOfB, ...membersThreadsOfB, ...committeeThreadsOfB],
  },
  site: {
    name: 'Récits communs',
    organisation: 'recits',
    fonts: [
      { family: 'Recits Display', weight: '200 800', file: 'host-b-display.woff2' },
      { family: 'Recits Sans', weight: '400 700', file: 'host-b-sans.woff2' },
    ],
  },
  people: {
    pending: 'gabriel',
    member: 'claudette',
    outsider: 'lise',
    restricted: 'rene',
    facilitator: 'youssef',
    removed: 'normand',
  },
  canaries: [
    { text: 'canari-b-atelier-6h1v', space: 'atelier' },
    { text: 'canari-b-atelier-9q5s', space: 'atelier' },
    { text: 'canari-b-comite-3c8r', space: 'comite' },
    { text: 'canari-b-comite-5n2j', space: 'comite' },
  ],
}
