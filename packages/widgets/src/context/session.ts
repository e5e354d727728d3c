import { createContext } from '@lit/context'
import type { CercleReader, CommunityView, SpaceView, ViewerView } from '@cercle/sdk'

/** Who reads, where, and the spaces she can see. */
export interface Session {
  community: CommunityView
  /** `null`: a stranger. */
  viewer: ViewerView | null
  /** In the order chosen by the community. */
  spaces: SpaceView[]
}

/** Asks who reads, once for all the elements that share it; again only after a failure. */
export type SessionSource = () => Promise<Session>

export const sessionContext = createContext<SessionSource>(Symbol.for('cercle.session'))

/** Both calls leave in one request with whatever else is asked in the same turn. */
export async function loadSession(client: CercleReader, signal?: AbortSignal): Promise<Session> {
  const options = signal ? { signal } : {}
  const [current, spaces] = await Promise.all([client.communities.current(options), client.spaces.list(options)])
  return { ...current, spaces: spaces.items }
}
