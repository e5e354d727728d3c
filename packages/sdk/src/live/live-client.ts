import type { LiveEvent } from '@cercle/server'
import type { Target } from '../exchange.ts'
import type { Credentials } from '../signed-exchange.ts'

/** What is heard under one name; `*` stands for all. */
export type LiveEventOf<Type extends LiveEvent['type'] | '*'> = Type extends '*' ? LiveEvent : LiveEvent & { type: Type }

/**
 * `idle`: nobody listens. `connecting`, `open`. `waiting`: cut, and tried again by itself. `hidden`: closed until the page is shown.
 * `ended`: no session, or it is over. `refused`: not for this member, or not here. After those two the next `on` tries again.
 */
export type LiveState = 'idle' | 'connecting' | 'open' | 'waiting' | 'hidden' | 'ended' | 'refused'

export interface LiveClient {
  readonly state: LiveState
  /**
   * Hears what happens in the viewer's spaces, ids only, once and in order, until the function it returns is called. `state`: how the
   * stream is doing.
   *
   * The first listener opens the one stream that all frames and tabs of a browser share, the last one to go closes it. Cuts are mended
   * without a loss; where too much was missed comes `resync`: read again what is shown. `ended`: the session is over.
   */
  on(type: 'state', listener: (state: LiveState) => void): () => void
  on<Type extends LiveEvent['type'] | '*'>(type: Type, listener: (event: LiveEventOf<Type>) => void): () => void
}

/** The stream's code is loaded by the first listener: few scripts listen, and no stranger does. */
export function liveClient(options: Target & Credentials): LiveClient {
  let loading: Promise<LiveClient> | undefined
  return {
    state: 'idle',
    on(...given: [never, never]) {
      const stop = (loading ??= import('../live.ts').then(({ createLive }) => createLive(options, this))).then(
        (live) => live.on(...given),
        // not loaded: the next listener tries again
        () => void (loading = undefined),
      )
      return () => void stop.then((end) => end?.())
    },
  }
}
