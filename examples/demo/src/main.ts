import { plainWords } from './demo-error.ts'
import { startDemo } from './demo.ts'

/** Longest that stopping may take before the process leaves anyway, in milliseconds. */
const PATIENCE = 10_000

const starting = startDemo(process.env)

let stopping = false
async function stop(): Promise<void> {
  // A terminal sends Ctrl-C to npm and to this process, and npm passes it on: the second one is the same wish.
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), PATIENCE).unref()
  const demo = await starting.catch(() => undefined)
  await demo?.[Symbol.asyncDispose]()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

try {
  const { url, sites, strangers } = await starting
  const [a, b, c] = sites
  console.log(`
  Carrefour Alizé            ${a}
  Récits communs             ${b}
  Réseau jeunesse            ${c}
  Mailbox (sign-in codes)    ${url}/dev/mail
`)
  if (strangers.length > 0) {
    console.log(
      `The kept data was made for partner sites on other ports: signing in fails at ${strangers.join(', ')}. ` +
        'Start with the PORT of that time, or give this run its own folder with CERCLE_DATA.\n',
    )
  }
  if (!stopping) console.log(`Cercle ready on ${url}`)
} catch (error) {
  console.error(plainWords(error) ?? error)
  process.exit(1)
}
