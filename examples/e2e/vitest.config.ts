import { defineConfig } from 'vitest/config'

/** What must hold on both engines: entering, writing and answering, and what nobody else may see. */
const core = ['src/taking-part.test.ts', 'src/confidentiality.test.ts']

/** It has a server and sites of its own, and is the longest: it goes where there is less to do. */
const hostile = 'src/hostile.test.ts'

/**
 * People on partners' pages, in a real browser. One demo for the run, one browser at a time. On PGlite every journey but one;
 * `CERCLE_TEST_ENGINE=postgres` takes a throw-away cluster, the journeys in which the database decides, and that one.
 */
export default defineConfig({
  test: {
    include: process.env.CERCLE_TEST_ENGINE === 'postgres' ? [...core, hostile] : ['src/**/*.test.ts'],
    exclude: process.env.CERCLE_TEST_ENGINE === 'pglite' ? [hostile] : [],
    globalSetup: ['./src/demo.setup.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
