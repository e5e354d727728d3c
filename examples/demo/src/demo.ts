import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { MovableClock, createCercleServer, readConfig, type ServerParts } from '@cercle/server'
import { demoCommunities } from './communities/index.ts'
import { DemoError, nameBusyPort } from './demo-error.ts'
import { type DemoGuide, describeDemo } from './demo-guide.ts'
import { createDevRoutes } from './dev-routes.ts'
import { listenHere } from './listening.ts'
import { Mailbox } from './mailbox.ts'
import { type PartnerSite, startSite } from './sites.ts'

/** A running demo: Cercle with three communities, and the three sites of their partners. Disposing of it stops all four. */
export interface Demo {
  /** `http://localhost:4000` */
  url: string
  /** Origins of the partner sites of A, B and C: `http://127.0.0.1:4001` … */
  sites: string[]
  guide: DemoGuide
  /** Sites in whose pages nobody can sign in, because the data was made when they had other addresses. */
  strangers: string[]
  [Symbol.asyncDispose](): Promise<void>
}

const loopback = ['localhost', '127.0.0.1', '::1']

/**
 * Starts the demo from an environment: `PORT` (4000; 0 takes four free ports), `HOST` (loopback only), `CERCLE_DATA`, `DATABASE_URL`,
 * `DATABASE_MIGRATE_URL`, `CERCLE_RATE_LIMITS`. Seeds an empty database and keeps what a former run left. Throws `DemoError` for what
 * the person at the keyboard can mend; whatever was opened until then is closed. `parts`: of the server, for tests.
 */
export async function startDemo(
  env: Record<string, string | undefined>,
  parts: Pick<ServerParts, 'patience' | 'mailEvery'> = {},
): Promise<Demo> {
  const port = readPort(env.PORT)
  if (env.HOST && !loopback.includes(env.HOST)) {
    throw new DemoError(
      `The demo shows sign-in codes to anybody who can reach it, so it listens on this machine only. Leave HOST out, or set it to localhost (it is ${env.HOST}).`,
    )
  }
  await assertFree(port)
  await using opened = new AsyncDisposableStack()
  const sites: PartnerSite[] = []
  for (const [index, { seed }] of demoCommunities.entries()) {
    sites.push(opened.use(await startSite(seed.slug, port === 0 ? 0 : port + 1 + index)))
  }
  const origins = sites.map(({ origin }) => origin)

  const clock = new MovableClock()
  const guide = describeDemo(origins)
  const mailbox = opened.use(new Mailbox(clock))
  let ready = false
  const server = opened.use(
    await createCercleServer(readConfig({ ...env, PORT: String(port), CERCLE_DEMO: '1' }), {
      ...parts,
      mail: mailbox,
      clock,
      isReady: () => ready,
      extendApp: (app) => app.use(createDevRoutes({ mailbox, clock, guide: () => guide })),
    }),
  )
  await server.start().catch((error: unknown) => {
    throw nameBusyPort(error, port)
  })
  for (const [index, { seed, site }] of demoCommunities.entries()) {
    const fonts = await Promise.all(site.fonts.map(readFont))
    await server.seed({ ...seed, sites: [{ ...site, fonts, origins: origins.slice(index, index + 1) }] })
  }
  for (const site of sites) site.connect(server.url)
  ready = true

  const strangers = await unregistered(server.url, guide)
  const running = opened.move()
  return { url: server.url, sites: origins, guide, strangers, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

function readPort(text = '4000'): number {
  const port = Number(text)
  const highest = 65_535 - demoCommunities.length
  if (!/^\d{1,5}$/.test(text) || port > highest) {
    throw new DemoError(
      `PORT must be a number from 1 to ${highest}: the demo also takes the three ports after it (it is ${text}).`,
    )
  }
  return port
}

/** Says that Cercle's port is taken before anything is opened, a data folder least of all. */
async function assertFree(port: number): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  await listenHere(probe, port)
  await new Promise<void>((resolve) => probe.close(() => resolve()))
}

/** As the community would hand it in: the frames of a site wear its fonts only if Cercle keeps them. */
async function readFont({ family, weight, file }: { family: string; weight: string; file: string }) {
  const bytes = await readFile(new URL(`../sites/fonts/${file}`, import.meta.url))
  return { family, weight, base64: bytes.toString('base64') }
}

/** The data of a former run knows the sites by the ports they had then: on others, reading works and the frame stays shut. */
async function unregistered(cercleUrl: string, { sites }: DemoGuide): Promise<string[]> {
  const refused = await Promise.all(
    sites.map(async ({ origin, community }) => {
      const address = `${cercleUrl}/frame/${encodeURIComponent(new URL(origin).host)}/feed?community=${community}`
      const answer = await fetch(address, { signal: AbortSignal.timeout(3000) }).catch(() => undefined)
      return answer?.status === 404
    }),
  )
  return sites.filter((_, index) => refused[index]).map(({ origin }) => origin)
}
