import type { Chromium } from './chromium.ts'
import type { Served } from './served.ts'
import { SLOW, Visit, type Visited } from './visit.ts'

/** What a stranger opens, by its path on the partner's site. */
export const openings = { cercle: '/', preloaded: '/floor-preloaded', loader: '/floor-loader', chain: '/floor-chain' }
export type Opening = keyof typeof openings

export interface Round {
  cold: Visited
  repeat: Visited
}

/** One after the other in each round, so that what else the machine does falls on all of them alike; each in a browser that knows nothing. */
export async function measureStrangers(chromium: Chromium, { site }: Served, rounds: number): Promise<Record<Opening, Round[]>> {
  const all: Record<Opening, Round[]> = { cercle: [], preloaded: [], loader: [], chain: [] }
  for (let round = 0; round < rounds; round++)
    for (const [name, path] of Object.entries(openings) as [Opening, string][]) {
      const { browserContextId: context } = await chromium.send<{ browserContextId: string }>('Target.createBrowserContext')
      const visit = () => measureVisit(chromium, `${site}${path}`, context)
      all[name].push({ cold: await visit(), repeat: await visit() })
      await chromium.send('Target.disposeBrowserContext', { browserContextId: context })
    }
  return all
}

/** Throws when what it saw is not a page of threads: a page that is quick because it is empty is no figure. */
export async function measureVisit(chromium: Chromium, url: string, context?: string): Promise<Visited> {
  const visit = await Visit.open(chromium, { context, line: SLOW })
  const seen = await visit.measure(url)
  await visit.close()
  if (seen.threads < 20) throw new Error(`${url} shows ${seen.threads} threads`)
  return seen
}

/** What Cercle's pages ask for, learnt without a slow line: the floors ask for the very same. */
export async function learnQuery(chromium: Chromium, served: Served): Promise<string> {
  const visit = await Visit.open(chromium, { line: undefined })
  const { asked } = await visit.measure(`${served.site}/`)
  await visit.close()
  const query = asked.find(({ url }) => url.startsWith(`${served.cercle}/c/`))?.url
  if (query === undefined) throw new Error('The feed asked for nothing')
  return query
}
