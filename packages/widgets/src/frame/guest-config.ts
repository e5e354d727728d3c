import type { FrameFont } from './guest-fonts.ts'

/** What the server writes into the page of a frame; the same for everybody. */
export interface FrameConfig {
  /** Id of the partner's site. */
  site: string
  siteName: string
  /** Exact origins of the site: the only ones that are greeted. */
  origins: string[]
  /** Slug. */
  community: string
  element: 'feed' | 'account' | 'community' | 'join'
  /** Where one leaves to in a hurry; `https:`. */
  exit: string
  /** Of the site; absent: none are kept. */
  fonts?: FrameFont[]
  /** Address of the server, without a slash at its end. */
  server: string
}

/** `undefined` outside a frame page of ours. */
export function readConfig(document: Document): FrameConfig | undefined {
  const block = document.getElementById('cercle-frame')
  if (!block) return undefined
  // <server>/frame/<site>/<element>
  const server = location.origin + location.pathname.replace(/\/frame\/[^/]+\/[^/]+$/u, '')
  return { server, ...(JSON.parse(block.textContent ?? '') as Omit<FrameConfig, 'server'>) }
}
