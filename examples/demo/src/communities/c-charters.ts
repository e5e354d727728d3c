import type { CharterSeed } from '@cercle/server'
import { day, paragraphs } from './demo-community.ts'

const charter = paragraphs(
  'Un midi par mois, nos équipes se racontent ce qui marche et ce qui ne marche pas. Pour que chacune ose, je m’engage à ceci\u00a0:',
  [
    '- **Je protège les jeunes et leurs familles.** Pas de nom, pas de lieu, pas de détail qui les ferait reconnaître.',
    '- **Ce qui est dit entre nous reste entre nous.** Les fiches synthèses, elles, se partagent.',
    '- **Je pose mes questions sans juger.** Une équipe qui présente prend un risque.',
  ].join('\n'),
)

/** All have signed. */
export const chartersOfC: CharterSeed[] = [
  {
    text: charter,
    minutesAgo: 40 * day,
    signedBy: ['catherine', 'rosalie', 'emile', 'samuel', 'kim', 'naomie', 'philippe', 'aicha', 'zoe', 'hugo'],
  },
]
