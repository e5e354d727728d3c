import { SiteSessionStore, storeName } from '../session/session-store.ts'
import type { FrameConfig } from './guest-config.ts'

/** What the frame knows before its code is there. */
export interface FirstQuestion {
  store: SiteSessionStore
  /** Resolves once the question has left, or will not leave. */
  asked: Promise<unknown>
  /** As `fetch`; its first call takes over the answer that is on its way, when it asks the very same. */
  fetch: typeof fetch
}

/** Of an access token that ends sooner, ms: it would end on the way. */
const SHORT = 5000

/** As `primitives/data-saver.ts` has it: from there it would bring what members' parts have in common before this question. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  try {
    return (localStorage.getItem('cercle data-saver') ?? (connection?.saveData ? 'on' : 'off')) === 'on'
  } catch {
    return connection?.saveData === true
  }
}

interface Asked {
  url: string
  body: string
  access: string
  answer: Promise<Response>
}

/**
 * Asks what the feed of a member asks first, as soon as her session is read. The host names the space of the element behind `#`, which no server
 * is told. Where the session has to be renewed first, nothing is asked.
 */
export function firstQuestion({ server, community, site, element }: FrameConfig): FirstQuestion {
  const store = new SiteSessionStore(storeName(site, community))
  let first = element === 'feed' ? ask() : undefined

  async function ask(): Promise<Asked | undefined> {
    const tokens = await store.read()
    if (!tokens || Date.parse(tokens.accessExpiresAt) - Date.now() < SHORT) return undefined
    const space = decodeURIComponent(location.hash.slice(1))
    const url = `${server}/c/${community}/trpc/communities.current,spaces.list,discussions.threads?batch=1`
    const body = JSON.stringify({ 2: { ...(space && { space }), ...(savesData() && { limit: 8 }) } })
    const { access } = tokens
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${access}`, 'cercle-site': site }
    const answer = fetch(url, { method: 'POST', body, headers })
    answer.catch(() => undefined)
    return { url, body, access, answer }
  }

  return {
    store,
    asked: Promise.resolve(first).catch(() => undefined),
    async fetch(url, init) {
      const waiting = first
      first = undefined
      const asked = await waiting?.catch(() => undefined)
      const isSame =
        asked?.url === url &&
        asked.body === init?.body &&
        new Headers(init.headers).get('authorization') === `Bearer ${asked.access}`
      // one that was cut is asked again: reading twice changes nothing
      return isSame ? asked.answer.catch(() => fetch(url, init)) : fetch(url, init)
    },
  }
}
