import { runLongForm } from '../test/drills/long-form.ts'

/** 10,000 guesses of a code, the right one among them, with no limit of pace. Choose by name: `npm run drill -- guesses`. */
await runLongForm(['src/auth/sign-in.test.ts', '-t', 'guesses', '--testTimeout=300000'], {
  CERCLE_GUESSES: process.env.CERCLE_GUESSES ?? '10000',
})
