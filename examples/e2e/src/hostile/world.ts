import { createRequire } from 'node:module'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as ServerModule from '@cercle/server'
import type { CommunitySeed, OutgoingMail } from '@cercle/server'
import { startHost, type Host, type HostKind } from './hosts.ts'
import { vectors } from './vectors.ts'

// read by Node itself: a test is transformed, and what the server asks of `import.meta` is missing there
const { createCercleServer, readConfig } = createRequire(import.meta.url)('@cercle/server') as typeof ServerModule

/** A server whose every text is hostile, and three sites that show it. */
export interface HostileWorld extends AsyncDisposable {
  /** `http://localhost:…` */
  cercle: string
  hosts: Record<HostKind, Host>
  /** Has every site ask a code for this address; gives the mails, as HTML. */
  askCodes(email: string): Promise<string[]>
}

/** `location.host` of every site of the community. */
export const siteHosts = ({ hosts }: HostileWorld): string[] => {
  const known = Object.values(hosts).map(({ origin }) => new URL(origin).host)
  return names.map((_, index) => known[index] ?? `s${index}.example`)
}

/** The long form has a text for each vector; the short one puts many into each, which every field gets all the same. */
export const isFull = process.env['CERCLE_HOSTILE'] === 'full'
/** PostgreSQL keeps no U+0000, and the API refuses it; half of a pair becomes U+FFFD on its way. */
const kept = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()
const each = vectors.map(({ text }) => kept(text))
const several = (per: number, between: string): string[] =>
  Array.from({ length: Math.ceil(each.length / per) }, (_, index) => each.slice(index * per, (index + 1) * per).join(between))
const PER_TEXT = isFull ? 1 : 64
/** One for every title, first name, organisation. */
export const texts = several(PER_TEXT, ' ')
/** The same as messages, each vector a paragraph. */
export const bodies = several(PER_TEXT, '\n\n')
/** For what a page shows all of at once: spaces, groups, sites. */
export const names = several(24, ' ')
const odd = each.slice(-6)
/** A charter holds 20,000 characters: one of the community, the others of spaces for members. */
export const charters = several(Math.ceil(each.length / 5), '\n\n')

/** Who asks to come in may write 2,000 characters, and a name of 80. */
export const requests = several(isFull ? 1 : 12, ' ').map((text) => Array.from(text).slice(0, 2_000).join(''))

/** Every title, text, name is hostile, and every vector is in each of them. */
export function hostileSeed(origins: string[]): CommunitySeed {
  return {
    slug: 'h',
    name: each.slice(-3).join(' '),
    language: 'fr-CA',
    timeZone: 'America/Toronto',
    indexable: true,
    reactions: odd.map((label, index) => ({ key: index ? label : 'thanks', label })),
    organisations: texts.map((name, index) => ({ key: `o${index}`, name })),
    sites: names.map((name, index) => ({ name, origins: [origins[index] ?? `https://s${index}.example`] })),
    groups: names.map((name, index) => ({ key: `g${index}`, name })),
    members: texts.map((name, index) => ({
      key: `m${index}`,
      name,
      email: `m${index}@h.example`,
      organisation: `o${index}`,
      ...(index === 0 && { groups: ['g0'], facilitates: true }),
    })),
    spaces: [
      ...names.map((name, index) => ({ slug: `s${index}`, name, level: 'public' as const })),
      ...charters.slice(1).map((_, index) => ({ slug: `q${index + 1}`, name: odd[index]!, level: 'members' as const })),
      { slug: 'groups', name: odd[1]!, level: 'restricted', groups: names.map((_, index) => `g${index}`) },
    ],
    charters: charters.map((text, index) => ({
      ...(index && { space: `q${index}` }),
      text,
      minutesAgo: 90,
      signedBy: texts.map((_, at) => `m${at}`),
    })),
    questions: [{ label: odd[2]! }],
    requests: requests.map((reason, index) => ({
      name: Array.from(reason).slice(0, 80).join('').trim() || `r${index}`,
      email: `r${index}@h.example`,
      organisation: odd[3],
      role: odd[4],
      region: odd[5],
      reason,
      answers: [reason],
      minutesAgo: index + 1,
    })),
    threads: texts.map((title, index) => ({
      space: `s${index % names.length}`,
      kind: 'question' as const,
      title,
      body: bodies[index]!,
      author: `m${index}`,
      minutesAgo: index + 1,
      // one has an answer of everybody, and a gesture of each kind
      ...(index === 0 && {
        replies: bodies.map((body, at) => ({ author: `m${at}`, body, minutesAgo: texts.length - at })),
        reactions: Object.fromEntries(odd.map((label, at) => [at ? label : 'thanks', ['m1']])),
      }),
    })),
  }
}

export async function startHostileWorld(seed = hostileSeed): Promise<HostileWorld> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'cercle-hostile-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  let cercle = ''
  const start = async (kind: HostKind) => opened.use(await startHost(kind, () => cercle))
  const hosts = { plain: await start('plain'), strict: await start('strict'), hostile: await start('hostile') }
  const mails: OutgoingMail[] = []
  const mail = { send: async (one: OutgoingMail) => void mails.unshift(one), [Symbol.asyncDispose]: async () => undefined }
  const server = opened.use(
    await createCercleServer(
      readConfig({ PORT: '0', CERCLE_DATA: folder, CERCLE_DEMO: '1', CERCLE_RATE_LIMITS: 'off', LOG_LEVEL: 'error' }),
      {
        mail,
        // where the codes of a journey are looked up, as in the demo
        extendApp: (app) =>
          app.get('/dev/mail.json', (request, response) => {
            const { to } = request.query
            response.json(mails.filter((one) => one.to === to).map(({ code }) => ({ code: code ?? null })))
          }),
      },
    ),
  )
  await server.start()
  cercle = server.url
  await server.seed(seed(Object.values(hosts).map(({ origin }) => origin)))
  const running = opened.move()
  const askCodes = async (email: string): Promise<string[]> => {
    const from = mails.length
    for (const host of siteHosts({ hosts } as HostileWorld)) {
      const page = await (await fetch(`${cercle}/frame/${host}/feed?community=h`)).text()
      const site = /"site":"([0-9a-f-]{36})"/u.exec(page)![1]!
      const headers = { 'content-type': 'application/json', origin: cercle, 'cercle-site': site }
      await fetch(`${cercle}/c/h/trpc/auth.requestCode`, { method: 'POST', headers, body: JSON.stringify({ email }) })
    }
    const patience = AbortSignal.timeout(20_000)
    while (mails.length < from + names.length) {
      if (patience.aborted) throw new Error(`${mails.length - from} mails of ${names.length} came`)
      await new Promise((turn) => setTimeout(turn, 5))
    }
    return mails.slice(0, mails.length - from).map(({ html }) => html)
  }
  return { cercle, hosts, askCodes, [Symbol.asyncDispose]: () => running.disposeAsync() }
}
