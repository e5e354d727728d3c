import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'
import { pathInSource, withSitesCut } from './sites.ts'

/** For `npm run drill`: the server's sources, in which each place that narrows a query can be taken away while they run. */
export default defineConfig({
  test: { ...base.test, include: ['test/drills/mutants.drill.ts'], testTimeout: 1_200_000, hookTimeout: 300_000 },
  plugins: [
    {
      name: 'sites of the first line',
      enforce: 'pre',
      transform(text, id) {
        const file = pathInSource(id)
        return file?.endsWith('.ts') ? { code: withSitesCut(file, text), map: null } : undefined
      },
    },
  ],
})
