import type { CommunitySettings, CurrentView } from '@cercle/server'
import type { Call, CallOptions } from '../transport.ts'

export interface CommunitiesClient {
  /** The community, and who calls: `viewer` is `null` for a stranger. */
  current(options?: CallOptions): Promise<CurrentView>
  /** For who facilitates: how it is called, greets, is found, is left in a hurry, its gestures, its own words and its colour. */
  settings(options?: CallOptions): Promise<CommunitySettings>
  /** Replaces them whole. */
  settle(settings: CommunitySettings, options?: CallOptions): Promise<CommunitySettings>
}

export const communitiesClient = (call: Call): CommunitiesClient => ({
  current: (options) => call('communities.current', undefined, options),
  settings: (options) => call('communities.settings', undefined, options),
  settle: (settings, options) => call('communities.settle', settings, options, 'write'),
})
