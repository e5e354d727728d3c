import { runLongForm } from '../test/drills/long-form.ts'

/** The funnel in plain words against both lines of rights, over 10,000 random memberships. Choose by name: `npm run drill -- oracle`. */
await runLongForm(['test/oracle'], { CERCLE_ORACLE_RUNS: process.env.CERCLE_ORACLE_RUNS ?? '10000' })
