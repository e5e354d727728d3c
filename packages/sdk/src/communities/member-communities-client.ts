import type { CommunityAims, CommunitySettings } from '@cercle/server'
import type { Call, CallOptions } from '../transport.ts'
import { communitiesClient, type CommunitiesClient } from './communities-client.ts'

/** What a page for strangers does without. */
export interface MemberCommunitiesClient extends CommunitiesClient {
  /** For who facilitates: how it is called, greets, is found, is left in a hurry, its gestures, its own words, its colour, and whom to reach for who cannot come in. */
  settings(options?: CallOptions): Promise<CommunitySettings>
  /** Replaces them whole. */
  settle(settings: CommunitySettings, options?: CallOptions): Promise<CommunitySettings>
  /** What it wants to do together, for anybody. */
  aims(options?: CallOptions): Promise<CommunityAims>
  /** For who facilitates: replaces them whole. */
  settleAims(aims: CommunityAims, options?: CallOptions): Promise<CommunityAims>
}

export const memberCommunitiesClient = (call: Call): MemberCommunitiesClient => ({
  ...communitiesClient(call),
  settings: (options) => call('communities.settings', undefined, options),
  settle: (settings, options) => call('communities.settle', settings, options, 'write'),
  aims: (options) => call('communities.aims', undefined, options),
  settleAims: (aims, options) => call('communities.settleAims', aims, options, 'write'),
})
