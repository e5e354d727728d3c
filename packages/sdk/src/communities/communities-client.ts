import type { CurrentView } from '@cercle/server'
import type { Call, CallOptions } from '../transport.ts'

export interface CommunitiesClient {
  /** The community, and who calls: `viewer` is `null` for a stranger. */
  current(options?: CallOptions): Promise<CurrentView>
}

export const communitiesClient = (call: Call): CommunitiesClient => ({
  current: (options) => call('communities.current', undefined, options),
})
