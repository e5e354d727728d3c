import { type DemoCommunity, day, hour } from './demo-community.ts'
import { chartersOfA } from './a-charters.ts'
import { publicThreadsOfA } from './a-public-threads.ts'
import { membersThreadsOfA } from './a-members-threads.ts'
import { lavalThreadsOfA } from './a-laval-threads.ts'

/** Scenario A: open to many organisations, every request validated, high confidentiality. All names are fictional. */
export const communityA: DemoCommunity = {
  seed: {
    slug: 'a',
    name: 'Communauté Alizé',
    language: 'fr-CA',
    timeZone: 'America/Toronto',
    greeting: 'Prenez votre temps. Faites le tour, et dites bonjour quand ça vous tente.',
    reactions: [
      { key: 'thanks', label: 'Merci, je m’en suis servie' },
      { key: 'recognise', label: 'Je me reconnais' },
      { key: 'speaks', label: 'Ça me parle' },
    ],
    organisations: [
      { key: 'alize', name: 'Carrefour Alizé' },
      { key: 'lumen', name: 'Maison Lumen', sector: 'hébergement', region: 'Laval' },
      { key: 'saules', name: 'Halte des Saules', sector: 'hébergement' },
      { key: 'erables', name: 'Entraide des Érables' },
      { key: 'rive-claire', name: 'Rive-Claire' },
      { key: 'marais', name: 'Le Relais du Marais' },
    ],
    groups: [
      { key: 'laval', name: 'Laval', hidden: true },
      { key: 'rive-sud', name: 'Rive-Sud', kind: 'region' },
      { key: 'hebergement', name: 'Maisons d’hébergement', kind: 'sector', fact: 'hébergement' },
      { key: 'outaouais', name: 'Outaouais', kind: 'region', fact: 'Outaouais' },
      { key: 'saules', name: 'Équipe de la Halte', kind: 'workplace', organisation: 'saules' },
    ],
    members: [
      {
        key: 'marie-eve',
        name: 'Marie-Ève',
        email: 'marie-eve@alize.example',
        organisation: 'alize',
        facilitates: true,
        groups: ['laval'],
        availability: 'Du lundi au jeudi, par téléphone surtout',
      },
      { key: 'josee', name: 'Josée', email: 'josee@saules.example', organisation: 'saules' },
      { key: 'fatou', name: 'Fatou', email: 'fatou@lumen.example', organisation: 'lumen', groups: ['laval'] },
      { key: 'annick', name: 'Annick', email: 'annick@lumen.example', organisation: 'lumen', groups: ['laval'] },
      { key: 'samuel', name: 'Samuel', email: 'samuel@alize.example', organisation: 'alize', groups: ['laval'] },
      { key: 'kim', name: 'Kim', email: 'kim@erables.example', organisation: 'erables', groups: ['laval'] },
      { key: 'line', name: 'Line', email: 'line@erables.example', organisation: 'erables', groups: ['laval'] },
      { key: 'therese', name: 'Thérèse', email: 'therese@rive-claire.example', organisation: 'rive-claire' },
      {
        key: 'denise',
        name: 'Denise',
        email: 'denise@marais.example',
        organisation: 'marais',
        region: 'Outaouais',
        pivotOf: 'outaouais',
      },
      {
        key: 'nadia',
        name: 'Nadia',
        email: 'nadia@lumen.example',
        organisation: 'lumen',
        availability: 'Le mardi, après 13 h',
      },
      { key: 'carole', name: 'Carole', email: 'carole@rive-claire.example', organisation: 'rive-claire', groups: ['rive-sud'] },
      { key: 'ines', name: 'Ines', email: 'ines@lumen.example', organisation: 'lumen', groups: ['laval'], isNew: true },
      { key: 'amina', name: 'Amina', email: 'amina@passerelle.example', status: 'pending' },
      { key: 'sylvie', name: 'Sylvie', email: 'sylvie@marais.example', organisation: 'marais', status: 'removed' },
    ],
    spaces: [
      { slug: 'accueil', name: 'Accueil', level: 'public' },
      { slug: 'entraide', name: 'Entraide', level: 'members' },
      { slug: 'laval', name: 'Groupe Laval', level: 'restricted', groups: ['laval'], retentionDays: 180 },
    ],
    charters: chartersOfA,
    questions: [{ label: 'Comment avez-vous entendu parler de la communauté ?' }],
    requests: [
      {
        name: 'Amina',
        email: 'amina@passerelle.example',
        organisation: 'La Passerelle',
        role: 'Travailleuse de milieu',
        region: 'Outaouais',
        reason: 'Je suis seule à faire ce travail dans mon coin.',
        answers: ['Par une collègue de la Maison Lumen'],
        equipment: { computer: 'unsure', microphone: 'yes', camera: 'no', connection: 'unsure' },
        ease: 'call',
        phone: '819 555-0142',
        minutesAgo: 3 * hour,
      },
    ],
    help: [
      {
        member: 'carole',
        text: 'Je ne trouve pas où lire la charte. Et mon écran devient tout petit quand j’écris.',
        place: 'Les discussions, sur le site de Carrefour Alizé',
        minutesAgo: 2 * hour,
      },
      {
        member: 'therese',
        text: 'J’aimerais qu’on m’appelle\nJe ne suis pas certaine d’avoir bien répondu dans Entraide.',
        place: 'Les discussions, sur le site de Carrefour Alizé',
        call: true,
        phone: '450 555-0117',
        minutesAgo: 2 * day,
        answer: {
          by: 'marie-eve',
          text: 'Bonjour Thérèse,\nvotre réponse est bien là. Je vous appelle jeudi matin, on regardera ça ensemble.',
          minutesAgo: day,
        },
      },
    ],
    threads: [...publicThreadsOfA, ...membersThreadsOfA, ...lavalThreadsOfA],
    tells: true,
  },
  site: {
    name: 'Carrefour Alizé',
    organisation: 'alize',
    fonts: [
      { family: 'Alize Serif', weight: '200 900', file: 'host-a-serif.woff2' },
      { family: 'Alize Sans', weight: '200 900', file: 'host-a-sans.woff2' },
    ],
  },
  people: {
    pending: 'amina',
    member: 'josee',
    outsider: 'carole',
    restricted: 'fatou',
    facilitator: 'marie-eve',
    removed: 'sylvie',
    unsigned: 'ines',
  },
  canaries: [
    { text: 'canari-a-entraide-4m9t', space: 'entraide' },
    { text: 'canari-a-entraide-8x2d', space: 'entraide' },
    { text: 'canari-a-laval-7f3k', space: 'laval' },
    { text: 'canari-a-laval-2w6p', space: 'laval' },
  ],
}
