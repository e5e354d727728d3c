import { defineConfig } from 'vitest/config'

/** Both engines run the same tests: `CERCLE_TEST_ENGINE=postgres` starts one throw-away cluster for the run, else each file has its own PGlite. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['./test/engine.setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
})
