import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { demoCommunities } from '../../../examples/demo/src/communities/index.ts'
import { startCluster } from '../../server/bench/cluster.ts'
import { createCercleServer, readConfig, type CommunitySeed, type OutgoingMail, type ThreadSeed } from '../../server/src/index.ts'
import { floorFiles } from './floor-files.ts'

export const COMMUNITY = 'mesure'
export const MEMBER = 'josee@saules.example'

/** Cercle on a PostgreSQL of its own, and a partner's site on another origin. */
export interface Served extends AsyncDisposable {
  cercle: string
  /** Origin of the partner's site: `/` a feed, `/four` four elements, `/floor-…` the floors. */
  site: string
  /** Streams that are open now, and how many there were at once at most. */
  streams: { open: number; most: number }
  /** The code that was mailed last. */
  code: string
  /** What the feed asks for, so that the floors ask for the same. */
  query: string
}

/** Two pages' worth of public threads in the demo's words, and those for members: a first page is full for a stranger and for a member. */
function seedFor(origin: string): CommunitySeed {
  const [a, ...others] = demoCommunities.map(({ seed }) => seed)
  const own = new Set(a!.reactions.map(({ key }) => key))
  const people = a!.members.filter(({ status }) => !status).map(({ key }) => key)
  const here = <Post extends { author: string; reactions?: Record<string, string[]> | undefined }>(post: Post): Post => ({
    ...post,
    author: people.includes(post.author) ? post.author : people[post.author.length % people.length]!,
    reactions: Object.fromEntries(
      Object.entries(post.reactions ?? {})
        .filter(([key]) => own.has(key))
        .map(([key, given]) => [key, people.slice(0, given.length)]),
    ),
  })
  const asPublic = (thread: ThreadSeed): ThreadSeed => ({
    ...here(thread),
    space: 'accueil',
    pinned: false,
    replies: (thread.replies ?? []).map(here),
  })
  const brought = others.flatMap(({ threads }) => threads.filter(({ body }) => !body.includes('canari')).map(asPublic))
  return { ...a!, slug: COMMUNITY, sites: [{ name: 'Mesure', origins: [origin] }], threads: [...a!.threads, ...brought] }
}

export async function startServed(): Promise<Served> {
  await using opened = new AsyncDisposableStack()
  const cluster = opened.use(await startCluster())
  const database = await cluster.create('bench_page')
  const served = { cercle: '', site: '', streams: { open: 0, most: 0 }, code: '', query: '' }
  const site = createServer((request, response) => answer(served, request, response))
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  opened.defer(() => {
    site.closeAllConnections()
    site.close()
  })
  served.site = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const files = await floorFiles(() => served.query)
  const env = {
    PORT: '0',
    DATABASE_URL: database.url,
    DATABASE_MIGRATE_URL: database.ownerUrl,
    CERCLE_DEMO: '1',
    CERCLE_RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
  }
  const server = opened.use(
    await createCercleServer(readConfig(env), {
      mail: {
        send: async ({ code }: OutgoingMail) => void (served.code = code ?? served.code),
        async [Symbol.asyncDispose]() {},
      },
      extendApp: (app) => {
        app.use('/c/:community/live', (_request, response, next) => {
          count(served.streams, response)
          next()
        })
        app.use('/floor', files)
      },
    }),
  )
  await server.start()
  await server.seed(seedFor(served.site))
  served.cercle = server.url
  const running = opened.move()
  return Object.assign(served, { [Symbol.asyncDispose]: () => running.disposeAsync() })
}

function count(streams: Served['streams'], response: ServerResponse): void {
  streams.most = Math.max(streams.most, ++streams.open)
  response.on('close', () => streams.open--)
}

/*
 * The partner's page is as lean as a page can be, so that what is measured is Cercle: two lines of HTML, a title, a sentence, and words after the
 * element, for without any nothing could be pushed away.
 */
const page = (head: string, body: string): string => `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Notre communauté</title><link rel="icon" href="data:,">${head}</head>
<body><main><h1>Notre communauté</h1><p>Un lieu pour les personnes qui accompagnent.</p>${body}</main><footer><p>12, rue des Ormes, Laval</p></footer></body></html>`

function pages({ cercle, query }: Served | Omit<Served, keyof AsyncDisposable>): Record<string, string> {
  const script = (path: string) => `<script type="module" src="${cercle}${path}"></script>`
  const preload = `<link rel="modulepreload" href="${cercle}/floor/feed.js">`
  const early = `<link rel="preload" as="fetch" crossorigin href="${query.replaceAll('&', '&amp;')}">`
  const feed = `<floor-feed data-query="${query.replaceAll('&', '&amp;')}"></floor-feed>`
  const of = (name: string, more = '') => `<cercle-${name} community="${COMMUNITY}"${more}></cercle-${name}>`
  return {
    '/': page(script('/cercle.js'), of('feed')),
    '/four': page(
      script('/cercle.js'),
      [of('feed'), of('feed', ' space="accueil"'), of('account'), of('community')].map((one) => `<div>${one}</div>`).join(''),
    ),
    '/floor-preloaded': page(`${preload}${early}${script('/floor/feed.js')}`, feed),
    '/floor-chain': page(script('/floor/feed.js'), feed),
    '/floor-loader': page(script('/floor/loader.js'), feed),
  }
}

function answer(served: Omit<Served, keyof AsyncDisposable>, request: IncomingMessage, response: ServerResponse): void {
  const html = pages(served)[request.url ?? '']
  response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  response.end(html)
}
