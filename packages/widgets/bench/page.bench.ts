import { startServed } from './served.ts'
import { Chromium } from './chromium.ts'
import { SLOW, Visit } from './visit.ts'
await using served = await startServed()
await using chromium = await Chromium.start()
const visit = await Visit.open(chromium, { line: undefined })
const seen = await visit.measure(`${served.site}/`)
console.log(seen)
served.query = seen.asked.find(({ url }) => url.includes('/trpc/'))!.url
await visit.close()
for (const path of ['/', '/floor-preloaded', '/floor-chain', '/floor-loader']) {
  const { browserContextId: context } = await chromium.send<{ browserContextId: string }>('Target.createBrowserContext')
  for (const what of ['cold', 'repeat']) {
    const visit = await Visit.open(chromium, { line: SLOW, context })
    console.log(path, what, await visit.measure(`${served.site}${path}`))
    await visit.close()
  }
}
