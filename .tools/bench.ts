import { measure } from './measuring.ts'

/** `npm run bench`: times, each beside its floor of the same run. `npm run bench -- name` runs one. */
await measure('bench', process.argv.slice(2))
