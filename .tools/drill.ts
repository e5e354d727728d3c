import { measure } from './measuring.ts'

/** `npm run drill`: the long proofs against crashes and faults. `npm run drill -- name` runs one. */
await measure('drill', process.argv.slice(2))
