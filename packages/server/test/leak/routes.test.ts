import type { Express } from 'express'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { uuidv7 } from '../../src/ids.ts'
import { enter } from '../asked-code.ts'
import { caller, type Caller } from '../caller.ts'
import { engine } from '../database.ts'
import { headersOf, isAsStranger } from './asking.ts'
import { isIn, personas, readersOf, signers, type Persona } from './personas.ts'
import { makeWorld, type World } from './world.ts'

interface Layer {
  name: string
  route?: { path: string; stack: { method: string | undefined }[] }
  handle: { stack?: Layer[] }
}

/** What stands in front of the routes and answers some requests by itself, by the name of its function. */
const handlers: Record<string, string> = {
  handler: 'the public cache, which keeps answers to strangers only, and the built widgets',
  firstRead: 'nothing: it gives a call of procedures that strangers may make a shorter name',
  refusingHopeless: 'a status and nothing else, when there is too much to do',
  helmetMiddleware: 'headers',
  pageFilesHandler: 'the style and the icon of pages, which are the same for everybody',
  refuse: 'a status and nothing else',
}

/** Every route of the server: the addresses that the suite asks as everybody; `procedures` and `live` have tests of their own. */
const routes: Record<string, 'procedures' | 'live' | ((world: World) => string[])> = {
  'all /c/:community/trpc/:path': 'procedures',
  'post /c/:community/live': 'live',
  'get /frame/:site/:element': ({ slug, siteHost }) =>
    ['feed', 'account', 'community', 'join', 'desk'].flatMap((element) =>
      [siteHost, 'nowhere.example', '__proto__'].map((site) => `/frame/${site}/${element}?community=${slug}`),
    ),
  'get /c/:community/fonts/:font': ({ slug }) =>
    ['x.woff2', `${uuidv7(0)}.woff2`, '__proto__'].map((font) => `/c/${slug}/fonts/${font}`),
  'get /c/:community': ({ slug, targets }) => [
    ...['', '?kind=question', '?kind=tool&cursor=x', '?space=__proto__'].map((query) => `/c/${slug}${query}`),
    ...targets.filter(({ kind }) => kind === 'space').map(({ id }) => `/c/${slug}?space=${id}`),
  ],
  'get /c/:community/d/:thread': ({ slug, targets }) =>
    targets.filter(({ kind }) => kind === 'thread' || kind === 'post').map(({ id }) => `/c/${slug}/d/${id}`),
  'get /c/:community/desk': ({ slug }) => [slug, '__proto__', 'nulle-part'].map((one) => `/c/${one}/desk`),
  'all /c/:community/mail/:key': ({ slug }) =>
    [uuidv7(0), '__proto__'].flatMap((key) => [slug, 'nulle-part'].map((one) => `/c/${one}/mail/${key}`)),
  'get /c/:community/join': ({ slug }) =>
    [slug, '__proto__', 'nulle-part'].flatMap((one) => [`/c/${one}/join`, `/c/${one}/join?sent=call`]),
  'post /c/:community/join': ({ slug }) => [`/c/${slug}/join`],
  ...Object.fromEntries(
    ['get', 'post'].flatMap((method) =>
      ['r', 'i'].map((kind) => [
        `${method} /c/:community/join/${kind}/:token`,
        ({ slug }: World) => ['A'.repeat(43), '__proto__'].map((token) => `/c/${slug}/join/${kind}/${token}`),
      ]),
    ),
  ),
  'get /livez': () => ['/livez'],
  'get /readyz': () => ['/readyz'],
}

function routesOf(app: Express): { routes: string[]; handlers: string[] } {
  const found = { routes: [] as string[], handlers: [] as string[] }
  const walk = (layers: Layer[]): void => {
    for (const { route, name, handle } of layers) {
      if (route) {
        const methods = new Set(route.stack.map(({ method }) => method ?? 'all'))
        // `app.all` registers each method by itself.
        if (methods.size > 5) found.routes.push(`all ${route.path}`)
        else for (const method of methods) found.routes.push(`${method} ${route.path}`)
      } else if (handle.stack) walk(handle.stack)
      else found.handlers.push(name)
    }
  }
  walk((app as unknown as { router: { stack: Layer[] } }).router.stack)
  return found
}

let world: World
beforeAll(async () => {
  world = await makeWorld('both lines')
}, 120_000)
afterAll(() => world?.[Symbol.asyncDispose]())

const leaks = (persona: Persona, where: string, text: string): string[] =>
  world.canaries
    .within(text)
    .filter(({ readers }) => !readers.has(persona.name))
    .map(({ label }) => `${persona.name} · ${where}: a leak of ${label}`)

test('every HTTP route is known to this suite', () => {
  const found = routesOf(world.server.server.app)
  expect(found.routes.length).toBeGreaterThan(4)
  const unknown = found.routes.filter((route) => !Object.hasOwn(routes, route))
  expect(unknown, 'Add to `routes` in test/leak/routes.test.ts which addresses of these are asked as everybody').toEqual([])
  const stale = Object.keys(routes).filter((route) => !found.routes.includes(route))
  expect(stale, 'Remove these from `routes` in test/leak/routes.test.ts: the server has them no more').toEqual([])
  const strangers = found.handlers.filter((name) => !Object.hasOwn(handlers, name))
  expect(strangers, 'Say in `handlers` in test/leak/routes.test.ts what these answer by themselves').toEqual([])
})

test('no route gives away what does not belong to its caller', { timeout: 60_000 }, async () => {
  const wrong: string[] = []
  let asked = 0
  for (const [route, about] of Object.entries(routes)) {
    if (typeof about === 'string') continue
    for (const persona of personas) {
      const methods = persona.name === 'restricted' ? ['GET', 'HEAD', 'POST', 'OPTIONS'] : ['GET']
      const requests = about(world).flatMap((address) => methods.map((method) => ({ address, method })))
      const ask = async ({ address, method }: { address: string; method: string }) => {
        const response = await fetch(world.server.url + address, { method, headers: headersOf(world, persona) })
        // What the caller sent herself is no news to her.
        const text = JSON.stringify([...response.headers]) + (await response.text()).replaceAll(address, ' ')
        wrong.push(...leaks(persona, `${method} ${address} (${route})`, text))
        if (response.status >= 500) wrong.push(`${method} ${address}: ${response.status}`)
      }
      asked += requests.length
      while (requests.length > 0) await Promise.all(requests.splice(0, 6).map(ask))
    }
  }
  expect(wrong).toEqual([])
  console.log(`leak suite, ${engine}: ${Object.keys(routes).length} routes × ${personas.length} personas, ${asked} requests`)
})

/** What a stream says until it said `last`, or until it ends. */
async function readUntil(response: Response, last: (text: string) => boolean): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true })
    if (last(text)) break
  }
  return text
}

/** One thread in each space, of which only its readers may learn even the id. */
async function writeEverywhere(): Promise<Map<string, string>> {
  const writers: Record<string, string> = {
    accueil: 'writer',
    nouvelles: 'facilitator',
    comite: 'silent',
    laval: 'silent',
    entraide: 'writer',
  }
  const people = new Map<string, Caller>()
  const written = new Map<string, string>()
  // The space that all members read comes last: whoever was told of it was told all.
  for (const [space, key] of Object.entries(writers)) {
    const person = people.get(key) ?? (await enter(world.server, world.slug, `${key}@${world.slug}.example`))
    people.set(key, person)
    const id = world.canaries.known(`id of what was just written in ${space}`, uuidv7(Date.now()), readersOf(space))
    const { error } = await person.mutate('discussions.createThread', { id, space, kind: 'tool', title: 'Titre', body: 'Texte' })
    expect(error).toBeUndefined()
    written.set(space, id)
  }
  return written
}

test('a stream tells of what its reader may read, now and when it comes back', { timeout: 60_000 }, async () => {
  const before = await writeEverywhere()
  await vi.waitFor(async () => {
    const { count } = await world.server.owner
      .selectFrom('activity')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('seq', 'is', null)
      .executeTakeFirstOrThrow()
    expect(count).toBe('0')
  })
  const open = (persona: Persona, body: object, signal: AbortSignal) =>
    fetch(`${world.server.url}/c/${world.slug}/live`, {
      method: 'POST',
      headers: { ...headersOf(world, persona), 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
  const expectSeen = (persona: Persona, text: string, written: Map<string, string>) => {
    expect(leaks(persona, 'live', text)).toEqual([])
    const told = [...written].filter(([, id]) => text.includes(id)).map(([space]) => space)
    expect(told, persona.name).toEqual([...written.keys()].filter((space) => isIn(persona, space)))
  }
  const reading: { persona: Persona; response: Response; abort: AbortController }[] = []
  for (const persona of personas) {
    const abort = new AbortController()
    const response = await open(persona, { after: 0 }, abort.signal)
    if (persona.reads === 'refused' || persona.status === 'pending' || persona.status === 'stranger') {
      expect([persona.name, response.status]).toEqual([persona.name, persona.status === 'pending' ? 403 : 401])
      expect(leaks(persona, 'live', await response.text())).toEqual([])
      continue
    }
    expectSeen(persona, await readUntil(response, (text) => text.includes('"ready"')), before)
    const fresh = await open(persona, {}, abort.signal)
    reading.push({ persona, response: fresh, abort })
  }
  expect(reading.map(({ persona }) => persona.name).sort()).toEqual([...signers].sort())
  const now = await writeEverywhere()
  for (const { persona, response, abort } of reading) {
    expectSeen(
      persona,
      await readUntil(response, (text) => text.includes(now.get(isIn(persona, 'entraide') ? 'entraide' : 'accueil')!)),
      now,
    )
    abort.abort()
  }
})

test('a page without script hides what a stranger may not know as what is not there', async () => {
  const stranger = personas.find(isAsStranger)!
  const threads = world.targets.filter(({ kind }) => kind === 'thread')
  const spaces = world.targets.filter(({ kind }) => kind === 'space')
  const base = `/c/${world.slug}`
  const pages = [
    ...threads.map((target) => ({ target, address: `${base}/d/${target.id}` })),
    ...spaces.map((target) => ({ target, address: `${base}?space=${target.id}` })),
  ]
  const seen = new Map<string, string>()
  for (const { target, address } of pages) {
    const read = async (headers: Record<string, string>) => {
      const response = await fetch(world.server.url + address, { headers })
      return `${response.status} ${await response.text()}`
    }
    const text = await read({})
    expect(await read({ cookie: 'x=1', 'cercle-site': uuidv7(0) })).toBe(text)
    expect(leaks(stranger, address, text.replaceAll(target.id, ''))).toEqual([])
    if (target.space !== undefined && isIn(stranger, target.space)) expect(text, address).toMatch(/^200/)
    else seen.set(`${target.kind} ${target.label}`, text.replaceAll(target.id, '@'))
  }
  for (const kind of ['thread', 'space']) {
    const hidden = [...seen].filter(([label]) => label.startsWith(kind))
    expect(hidden.length).toBeGreaterThan(3)
    expect(new Set(hidden.map(([, text]) => text)).size, kind).toBe(1)
  }
})

test('a stranger is served from the cache what strangers read, and nobody else is', async () => {
  const stranger = personas.find(isAsStranger)!
  const member = caller(world.server.url, world.slug, world.callers.get('restricted'))
  const address = `${world.server.url}/c/${world.slug}/trpc/discussions.threads`
  const mine = await member.query('discussions.threads', {})
  const first = await (await fetch(address)).text()
  const again = await (await fetch(address, { headers: { cookie: 'x=1', 'cercle-site': uuidv7(0) } })).text()
  expect(again).toBe(first)
  expect(leaks(stranger, 'cache', again)).toEqual([])
  expect((await member.query('discussions.threads', {})).text).toBe(mine.text)
  expect((await fetch(address, { headers: { authorization: `Bearer ${member.tokens!.access}` } })).status).toBe(400)
})
