import type { SpaceList } from '@cercle/server'
import type { Call, CallOptions } from '../transport.ts'

export interface SpacesClient {
  /** The spaces that the viewer may read, in the order chosen by the community. All at once: a community has few. */
  list(options?: CallOptions): Promise<SpaceList>
}

export const spacesClient = (call: Call): SpacesClient => ({
  list: (options) => call('spaces.list', undefined, options),
})
