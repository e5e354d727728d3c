import { randomUUID } from 'node:crypto'
import { MovableClock } from '../src/clock.ts'
import type { CommunitySeed } from '../src/communities/community-seed.ts'
import { readConfig } from '../src/config.ts'
import type { Db } from '../src/db/tables.ts'
import { ownerDb } from '../src/db/migrate.ts'
import type { Database } from '../src/db/database.ts'
import type { WidgetFiles } from '../src/http/widget-files.ts'
import { createLogger } from '../src/logger.ts'
import type { MailTransport, OutgoingMail } from '../src/mail/mail-transport.ts'
import { createCercleServer, type CercleServer, type ServerParts } from '../src/server.ts'
import { testDatabase } from './database.ts'

export interface TestServer extends AsyncDisposable {
  server: CercleServer
  url: string
  database: Database
  /** Every row, no viewer. */
  owner: Db
  clock: MovableClock
  mails: OutgoingMail[]
  /** Resolves with the newest mail to an address that carries a code, once there is one. */
  mailTo(address: string): Promise<OutgoingMail>
}

class Mailbox implements MailTransport {
  readonly mails: OutgoingMail[] = []
  readonly #waiting = new Set<() => void>()
  async send(mail: OutgoingMail): Promise<void> {
    this.mails.unshift(mail)
    for (const wake of this.#waiting) wake()
  }
  async to(address: string): Promise<OutgoingMail> {
    for (;;) {
      const found = this.mails.find((mail) => mail.to === address && mail.code !== undefined)
      if (found) return found
      await new Promise<void>((resolve) => this.#waiting.add(resolve))
    }
  }
  async [Symbol.asyncDispose](): Promise<void> {}
}

const noWidgets: WidgetFiles = {
  handler: (_req, _res, next) => next(),
  frame: { script: '/assets/frame.js', preloads: () => [] },
}

/** A whole server on a free port with its own database, clock and mailbox. Rate limits are off unless told. */
export async function testServer(
  env: Record<string, string> = {},
  parts: Pick<ServerParts, 'rights' | 'log'> = {},
): Promise<TestServer> {
  const database = await testDatabase()
  const clock = new MovableClock()
  const mailbox = new Mailbox()
  const config = readConfig({ PORT: '0', CERCLE_DEMO: '1', CERCLE_RATE_LIMITS: 'off', LOG_LEVEL: 'silent', ...env })
  const log = createLogger(config.logLevel)
  const server = await createCercleServer(config, {
    database,
    clock,
    mail: mailbox,
    log,
    widgets: noWidgets,
    patience: 30_000,
    mailEvery: 100,
    ...parts,
  })
  await server.start()
  return {
    server,
    url: server.url,
    database,
    owner: ownerDb(database),
    clock,
    mails: mailbox.mails,
    mailTo: (address) => mailbox.to(address),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** A small community with every kind of person; `change` may add to it. Each test file or test makes its own, under a slug of its own. */
export function communitySeed(change: Partial<CommunitySeed> = {}): CommunitySeed {
  const slug = change.slug ?? `c${randomUUID().slice(0, 8)}`
  const email = (name: string) => `${name}@${slug}.example`
  return {
    slug,
    name: 'Réseau',
    language: 'fr-CA',
    timeZone: 'America/Toronto',
    reactions: [
      { key: 'thanks', label: 'Merci, ça m’a servi' },
      { key: 'recognise', label: 'Je me reconnais' },
    ],
    organisations: [
      { key: 'lumen', name: 'Maison Lumen' },
      { key: 'closed', name: 'Ancien organisme', removed: true },
    ],
    sites: [
      { name: 'Site A', organisation: 'lumen', origins: ['http://127.0.0.1:4001', 'https://a.example'] },
      { name: 'Site B', origins: ['https://b.example'] },
    ],
    groups: [{ key: 'laval', name: 'Laval', hidden: true }],
    members: [
      { key: 'facilitator', name: 'Marie', email: email('facilitator'), facilitates: true, groups: ['laval'] },
      { key: 'member', name: 'Fatou', email: email('member'), organisation: 'lumen' },
      { key: 'other', name: 'Kim', email: email('other') },
      { key: 'restricted', name: 'Josée', email: email('restricted'), organisation: 'lumen', groups: ['laval'] },
      { key: 'pending', name: 'Ines', email: email('pending'), status: 'pending' },
      { key: 'suspended', name: 'Line', email: email('suspended'), status: 'suspended', groups: ['laval'] },
      { key: 'removed', name: 'Samuel', email: email('removed'), status: 'removed', groups: ['laval'] },
      { key: 'orphan', name: 'Annick', email: email('orphan'), organisation: 'closed', groups: ['laval'] },
    ],
    spaces: [
      { slug: 'accueil', name: 'Accueil', level: 'public' },
      { slug: 'entraide', name: 'Entraide', level: 'members' },
      { slug: 'nouvelles', name: 'Nouvelles', level: 'members', posting: 'facilitators' },
      { slug: 'laval', name: 'Groupe Laval', level: 'restricted', groups: ['laval'], retentionDays: 30 },
    ],
    threads: [],
    ...change,
  }
}
