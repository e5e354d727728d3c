import type { Cercle } from '@cercle/sdk'
import type { Actor } from './guest-stage.ts'
import type { WordOutcome } from './guest-word.ts'

/** A view of ours, as the frame fills it. */
export interface View extends Actor {
  client: Cercle
  siteName?: string | undefined
  word?: WordOutcome
  space?: string | undefined
  theme?: string | undefined
  desk?: string | undefined
  element?: string
}

/** What each element of a page becomes in its frame; fetched when it is wanted. */
export const views = {
  feed: () => import('../feed/register.ts'),
  account: () => import('../account/register.ts'),
  community: () => import('../community/register.ts'),
  join: () => import('../join/register.ts'),
}
const isThere = (part: Promise<unknown>) =>
  part.then(
    () => true,
    () => false,
  )
export const memberPart = () =>
  import('../feed/taking-part.ts').then(
    ({ TakingPart }) => TakingPart,
    () => undefined,
  )
export const helpLine = () => isThere(import('../help/register.ts'))
export const form = () => import('../account/register.ts')
export const wayOut = () => isThere(import('../exit/register.ts'))

export const ready = (view: View) => new Promise((done) => view.addEventListener('cercle-ready', done, { once: true }))
