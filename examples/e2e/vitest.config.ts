import { defineConfig } from 'vitest/config'

/** What must hold on both engines: entering, writing and answering, and what nobody else may see. */
const core = ['src/taking-part.test.ts', 'src/confidentiality.test.ts']

/**
 * People on partners' pages, in a real browser. One demo for the run, one browser at a time. On PGlite every journey;
 * `CERCLE_TEST_ENGINE=postgres` takes a throw-away cluster and the journeys in which the database decides.
 */
export default defineConfig({
  test: {
    include: process.env.CERCLE_TEST_ENGINE === 'postgres' ? core : ['src/**/*.test.ts'],
    globalSetup: ['./src/demo.setup.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
