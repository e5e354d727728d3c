import { runLongForm } from '../test/drills/long-form.ts'

/*
 * Takes away each place that narrows a query, then each half of each policy, one at a time, and wants the leak suite to notice. Choose by name:
 * `npm run drill -- mutants`.
 */
await runLongForm(['--config', 'test/drills/mutants.config.ts'])
