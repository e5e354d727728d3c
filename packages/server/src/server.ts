import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import helmet from 'helmet'
import { appRouter } from './app-router.ts'
import { createAuthLimits, noAuthLimits } from './auth/auth-limits.ts'
import { keyFetcher } from './auth/fetch-keys.ts'
import { KeyRing } from './auth/key-ring.ts'
import { systemClock, type Clock } from './clock.ts'
import type { CommunitySeed } from './communities/community-seed.ts'
import { seedCommunity } from './communities/seed.service.ts'
import { requireServing, type ServerConfig } from './config.ts'
import { openDatabase, type Database } from './db/database.ts'
import { migrateToLatest, ownerDb } from './db/migrate.ts'
import { rights, type Rights } from './db/rights.ts'
import { framePage, siteFont } from './http/frame-page.ts'
import { frameSightings } from './http/frame-sightings.ts'
import { healthRoutes } from './http/health.ts'
import { lastRefusal } from './http/last-refusal.ts'
import { liveStream } from './http/live-stream.ts'
import { LoadGate, refuseHopeless } from './trpc/load-gate.ts'
import { deskPage } from './http/pages/desk-page.ts'
import { joinPages } from './http/pages/join-pages.ts'
import { publicPages } from './http/pages/public-pages.ts'
import { stopMailPage } from './http/pages/stop-mail-page.ts'
import { PublicCache } from './trpc/public-cache.ts'
import { loadWidgetFiles, type WidgetFiles } from './http/widget-files.ts'
import { startDumps } from './jobs/dumps.ts'
import { LaterWork } from './jobs/later.ts'
import { startSweep } from './jobs/sweep.ts'
import { Dispatcher } from './live/dispatcher.ts'
import { LiveHub } from './live/hub.ts'
import { createLogger, errorFields, type Logger } from './logger.ts'
import type { MailTransport } from './mail/mail-transport.ts'
import { startMailing } from './mail/mail-sender.ts'
import { createSmtpTransport } from './mail/smtp-transport.ts'
import { gatherNews, parseChanged } from './notifications/notices.service.ts'
import { NotificationsReader } from './notifications/notifications-reader.ts'
import { startErasures } from './privacy/erasure-keeper.ts'
import { firstRead } from './trpc/first-read.ts'
import { trpcFace } from './trpc/http-face.ts'

/** What a caller may bring instead of our own. */
export interface ServerParts {
  mail?: MailTransport
  clock?: Clock
  log?: Logger
  /** An open database; the server then leaves closing it to the caller. */
  database?: Database
  widgets?: WidgetFiles
  /** `/readyz` answers 200 only while this is true as well. */
  isReady?: () => boolean
  /** The first line of rights. Only tests bring another, to see the second line hold alone. */
  rights?: Rights
  /** How long work may stand in line, in milliseconds. Only tests, which share their machine, bring another: 400 unless given. */
  patience?: number
  /** How often mails that are due are looked for, in milliseconds. Only tests, which wait for them, bring another: 1,000 unless given. */
  mailEvery?: number
  /** Adds routes before Cercle's own. */
  extendApp?: (app: Express) => void
}

export interface CercleServer extends AsyncDisposable {
  /** Mountable in another Express application: `app.use(server.app)`; unknown paths fall through to it. */
  app: Express
  /** Where the server is reached, without a slash at the end. */
  readonly url: string
  /** Listens at `host:port`. Rejects with the system's error, for example `EADDRINUSE`. */
  start(): Promise<void>
  /** Writes a community that does not exist yet; answers whether it did. */
  seed(seed: CommunitySeed): Promise<boolean>
}

const DRAIN = 10_000
const DUMP_EVERY = 6 * 60 * 60 * 1000

/** Opens the database, brings it to the newest shape and puts everything together. Dispose to release it all. */
export async function createCercleServer(config: ServerConfig, parts: ServerParts = {}): Promise<CercleServer> {
  if (!parts.mail) requireServing(config)
  const log = parts.log ?? createLogger(config.logLevel)
  const clock = parts.clock ?? systemClock
  await using opening = new AsyncDisposableStack()
  const database = parts.database ?? opening.use(await openDatabase(config))
  for (const migration of await migrateToLatest(database)) log.info('migrated', { migration })
  opening.use(startDumps({ database, clock, log, every: DUMP_EVERY }))
  opening.use(await startErasures({ database, clock, log, every: 60_000 }))
  // by default 5 s: on a slow line every gesture would open a connection anew, and the proxy before us reuse one that is just being closed
  const http = createServer({ keepAliveTimeout: 65_000 })
  const address = () => {
    const bound = http.address() as AddressInfo | null
    return `http://${config.host === '127.0.0.1' || config.host === '::1' ? 'localhost' : config.host}:${bound?.port ?? config.port}`
  }
  const url = () => config.publicUrl ?? address()
  const mail = parts.mail ?? opening.use(createSmtpTransport({ url: config.smtpUrl!, from: config.mailFrom, publicUrl: url() }))
  const later = opening.use(new LaterWork(log))
  opening.use(startSweep({ pool: database.pool, clock, log, every: 60_000 }))
  const { mailEvery = 1_000 } = parts
  opening.use(
    startMailing({ pool: database.pool, clock, log, mail, publicUrl: url, gather: { news: gatherNews }, every: mailEvery }),
  )
  const cache = new PublicCache()
  const { hub, dispatcher } = await startLive(opening, { database, clock, log, onStamped: () => cache.drop() })
  const widgets = parts.widgets ?? (await loadWidgetFiles())
  const app = createApp({ config, parts, database, clock, log, mail, later, url, widgets, hub, dispatcher, cache })
  // A connection that is kept would bring one request after the other, and the server would never have drained.
  http.on('request', (_req, res) => void (http.listening || res.setHeader('connection', 'close')))
  http.on('request', app)
  opening.defer(async () => {
    await hub[Symbol.asyncDispose]() // an open stream would keep the server from draining
    await drain(http)
  })
  const open = opening.move()
  return {
    app,
    get url() {
      return url()
    },
    start: () => listen(http, config),
    seed: (seed) => seedCommunity(ownerDb(database), clock, seed),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

/** One dispatcher gives the order, one hub tells it to this process's streams; other processes' batches come by NOTIFY. */
async function startLive(
  opening: AsyncDisposableStack,
  { database, clock, log, onStamped }: { database: Database; clock: Clock; log: Logger; onStamped: () => void },
) {
  const { pool, engine } = database
  const ring = (payload: string) => {
    const { communityId, members } = parseChanged(payload)
    hub.ring(communityId, members)
  }
  // elsewhere the database tells every process, this one too
  const onChanged = engine === 'pglite' ? ring : undefined
  const reader = opening.use(new NotificationsReader({ pool, clock, log, tick: 5_000, onChanged }))
  const tell = (seq: number) => {
    onStamped()
    reader.wake()
    hub.notify(seq)
  }
  const hub = new LiveHub({ pool, clock, log })
  await hub.start()
  // On PGlite every writer is in this process and wakes the dispatcher itself.
  const tick = engine === 'pglite' ? 1_000 : 50
  const dispatcher = opening.use(new Dispatcher({ pool, log, tick, onStamped: tell }))
  const missed = () => {
    onStamped()
    hub.catchUp().catch((error: unknown) => log.error('live catching up failed', errorFields(error)))
  }
  opening.use(database.listen('cercle_seq', (payload) => tell(Number(payload)), missed))
  opening.use(database.listen('cercle_notices', ring, () => {}))
  return { hub, dispatcher }
}

interface AppParts {
  config: ServerConfig
  parts: ServerParts
  database: Database
  clock: Clock
  log: Logger
  mail: MailTransport
  later: LaterWork
  url: () => string
  widgets: WidgetFiles
  hub: LiveHub
  dispatcher: Dispatcher
  cache: PublicCache
}

function createApp({
  config,
  parts,
  database,
  clock,
  log,
  mail,
  later,
  url,
  widgets,
  hub,
  dispatcher,
  cache,
}: AppParts): Express {
  const { pool } = database
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', config.trustedProxies)
  app.use(firstRead)
  app.use(cache.handler)
  const gate = new LoadGate(2 * (pool.options.max ?? 10), parts.patience)
  app.use('/c', refuseHopeless(gate))
  app.use(widgets.handler)
  app.use(
    helmet({
      contentSecurityPolicy: false,
      xFrameOptions: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      crossOriginOpenerPolicy: false,
    }),
  )
  parts.extendApp?.(app)
  const auth = {
    mail,
    limits: config.rateLimits ? createAuthLimits() : noAuthLimits,
    later: (work: () => Promise<void>) => later.run(work),
    publicUrl: url,
    keyRing: new KeyRing({ clock, log, fetchKeys: keyFetcher({ isOpen: config.demo }) }),
  }
  const onCommitted = () => {
    cache.drop() // what a person just wrote is there when she looks
    dispatcher.wake()
  }
  const calls = { pool, clock, log, auth, rights: parts.rights ?? rights, onCommitted }
  app.all('/c/:community/trpc/:path', trpcFace(appRouter, calls, { publicOrigin: url, cache, gate }))
  app.post('/c/:community/live', liveStream(hub, calls, url, { perMember: 12, perProcess: 10_000 }))
  app.get('/frame/:site/:element', framePage({ pool, clock, files: widgets, note: frameSightings({ pool, clock, later }) }))
  app.get('/c/:community/fonts/:font', siteFont({ pool, clock }))
  app.get('/c/:community/desk', deskPage({ pool, clock, files: widgets }))
  app.all('/c/:community/mail/:key', stopMailPage({ pool, clock, url }))
  app.use(joinPages({ calls, url, cache, gate }))
  app.use(publicPages({ calls, url, cache, gate }))
  app.use(healthRoutes(pool, parts.isReady ?? (() => true)))
  app.use(lastRefusal(log))
  return app
}

function listen(http: Server, { port, host }: ServerConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    // by default 511 at the door, and the next tries again after a second, then three
    http.listen({ port, host, backlog: 4_096 }, () => {
      http.off('error', reject)
      resolve()
    })
  })
}

/** Takes no new request and lets those under way end, for at most 10 s. */
async function drain(http: Server): Promise<void> {
  if (!http.listening) return
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  // what was under way when it began ends one by one, and each connection would then wait for another request
  const ending = setInterval(() => http.closeIdleConnections(), 50)
  const late = setTimeout(() => http.closeAllConnections(), DRAIN - 1_000)
  await closed
  clearInterval(ending)
  clearTimeout(late)
}
