import type { DemoCommunity } from './demo-community.ts'
import { communityA } from './a.ts'
import { communityB } from './b.ts'
import { communityC } from './c.ts'

/** In the order of the partner sites' ports. */
export const demoCommunities: readonly DemoCommunity[] = [communityA, communityB, communityC]
