import type { CommunitySettings } from '@cercle/server'
import type { Call, CallOptions } from '../transport.ts'
import { communitiesClient, type CommunitiesClient } from './communities-client.ts'

/** What a page for strangers does without. */
export interface MemberCommunitiesClient extends CommunitiesClient {
  /** For who facilitates: how it is called, greets, is found, is left in a hurry, its gestures, its own words, its colour, and whom to reach for who cannot come in. */
  settings(options?: CallOptions): Promise<CommunitySettings>
  /** Replaces them whole. */
  settle(settings: CommunitySettings, options?: CallOptions): Promise<CommunitySettings>
}

export const memberCommunitiesClient = (call: Call): MemberCommunitiesClient => ({
  ...communitiesClient(call),
  settings: (options) => call('communities.settings', undefined, options),
  settle: (settings, options) => call('communities.settle', settings, options, 'write'),
})
