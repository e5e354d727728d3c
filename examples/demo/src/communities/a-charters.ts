import type { CharterSeed } from '@cercle/server'
import { day, paragraphs } from './demo-community.ts'

const charter = paragraphs(
  'Nous travaillons ensemble pour prévenir l’exploitation sexuelle. Ce que nous nous disons ici peut toucher des personnes que nous accompagnons. En signant, je m’engage à ceci\u00a0:',
  [
    '1. **Ce qui se dit ici reste ici.** Je ne copie pas, je ne répète pas, je ne montre pas.',
    '2. **Chaque savoir compte.** Celui de la rue, du bureau, de l’école. Personne ne parle de plus haut.',
    '3. **Je ne nomme jamais** une personne que j’accompagne, et je change ce qui la ferait reconnaître.',
    '4. **J’ai le droit de me taire.** Lire, c’est déjà participer.',
    '5. **Si ça fait mal, je le dis** à la personne concernée ou à Marie-Ève.',
  ].join('\n'),
  'Je peux relire cette charte quand je veux, et retirer ma signature sans donner de raison.',
)

const first = paragraphs(
  'En entrant dans la communauté, je m’engage à ceci\u00a0:',
  ['- Ce qui se dit ici reste ici.', '- Je ne nomme jamais une personne que j’accompagne.'].join('\n'),
)

const laval = paragraphs(
  'Le groupe Laval parle de situations en cours. En plus de la charte de la communauté, je m’engage à ceci\u00a0:',
  [
    '- Je n’ouvre pas ce groupe devant une autre personne.',
    '- Ce que j’apprends ici, je ne l’écris dans aucun dossier sans l’accord du groupe.',
    '- Quand je quitte mon poste, je le dis à Marie-Ève.',
  ].join('\n'),
)

const inLaval = ['marie-eve', 'fatou', 'annick', 'samuel', 'kim', 'line']
const everybody = [...inLaval, 'josee', 'therese', 'denise', 'nadia', 'carole', 'sylvie']

/** Everybody has signed but Ines, who has just come in. The first version was shorter: who signed it signed again. */
export const chartersOfA: CharterSeed[] = [
  { text: first, minutesAgo: 300 * day, signedBy: everybody },
  { text: charter, minutesAgo: 20 * day, signedBy: everybody },
  { space: 'laval', text: laval, minutesAgo: 15 * day, signedBy: inLaval },
]
