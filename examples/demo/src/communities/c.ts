import { type DemoCommunity, hour } from './demo-community.ts'
import { chartersOfC } from './c-charters.ts'
import { publicThreadsOfC } from './c-public-threads.ts'
import { membersThreadsOfC } from './c-members-threads.ts'
import { nightThreadsOfC } from './c-night-threads.ts'

/** Scenario C: people who work in youth mental health, one noon a month. All names are fictional. */
export const communityC: DemoCommunity = {
  seed: {
    slug: 'c',
    name: 'Réseau jeunesse des Rivières',
    language: 'fr-CA',
    timeZone: 'America/Toronto',
    reactions: [
      { key: 'thanks', label: 'Merci, ça m’a servi' },
      { key: 'recognise', label: 'Je me reconnais' },
      { key: 'answer', label: 'J’ai trouvé ma réponse' },
    ],
    aims: [
      'Prendre une heure par mois pour réfléchir ensemble à nos interventions.',
      'Nous appeler plutôt que de rester avec un doute.',
    ],
    questions: [{ label: 'Dans quelle équipe travaillez-vous ?' }],
    organisations: [
      { key: 'reseau', name: 'Réseau jeunesse des Rivières' },
      { key: 'escale', name: 'L’Escale 12-18' },
      { key: 'phare', name: 'Le Phare des jeunes' },
      { key: 'moulin', name: 'Clinique du Vieux-Moulin' },
      { key: 'tremplin', name: 'Le Tremplin' },
    ],
    groups: [
      { key: 'nuit', name: 'Équipes de nuit' },
      { key: 'ecoles', name: 'Écoles' },
    ],
    members: [
      {
        key: 'catherine',
        name: 'Catherine',
        email: 'catherine@rivieres.example',
        organisation: 'reseau',
        facilitates: true,
        groups: ['nuit'],
      },
      { key: 'rosalie', name: 'Rosalie', email: 'rosalie@escale.example', organisation: 'escale' },
      { key: 'emile', name: 'Émile', email: 'emile@phare.example', organisation: 'phare', groups: ['nuit'] },
      { key: 'samuel', name: 'Samuel', email: 'samuel@phare.example', organisation: 'phare', groups: ['nuit'] },
      { key: 'kim', name: 'Kim', email: 'kim@moulin.example', organisation: 'moulin' },
      { key: 'naomie', name: 'Naomie', email: 'naomie@tremplin.example', organisation: 'tremplin', groups: ['nuit'] },
      { key: 'philippe', name: 'Philippe', email: 'philippe@moulin.example', organisation: 'moulin' },
      { key: 'aicha', name: 'Aïcha', email: 'aicha@tremplin.example', organisation: 'tremplin', groups: ['ecoles'] },
      { key: 'zoe', name: 'Zoé', email: 'zoe@escale.example', organisation: 'escale' },
      { key: 'thomas', name: 'Thomas', email: 'thomas@quai.example', status: 'pending' },
      { key: 'hugo', name: 'Hugo', email: 'hugo@phare.example', organisation: 'phare', status: 'removed' },
    ],
    spaces: [
      { slug: 'accueil', name: 'Accueil', level: 'public' },
      { slug: 'equipes', name: 'Entre équipes', level: 'members' },
      { slug: 'nuit', name: 'Équipes de nuit', level: 'restricted', groups: ['nuit'] },
    ],
    charters: chartersOfC,
    requests: [
      {
        name: 'Thomas',
        email: 'thomas@quai.example',
        organisation: 'Le Quai',
        role: 'Intervenant de nuit',
        reason: 'Pour entendre comment les autres équipes font.',
        ease: 'depends',
        minutesAgo: 5 * hour,
      },
    ],
    threads: [...publicThreadsOfC, ...membersThreadsOfC, ...nightThreadsOfC],
  },
  site: {
    name: 'Réseau jeunesse des Rivières',
    organisation: 'reseau',
    fonts: [{ family: 'Rivieres Sans', weight: '100 900', file: 'host-c-sans.woff2' }],
  },
  people: {
    pending: 'thomas',
    member: 'rosalie',
    outsider: 'aicha',
    restricted: 'emile',
    facilitator: 'catherine',
    removed: 'hugo',
  },
  canaries: [
    { text: 'canari-c-equipes-1z7w', space: 'equipes' },
    { text: 'canari-c-equipes-4k3b', space: 'equipes' },
    { text: 'canari-c-nuit-8v6g', space: 'nuit' },
    { text: 'canari-c-nuit-2t9m', space: 'nuit' },
  ],
}
