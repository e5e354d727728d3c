import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { uuidv7 } from '../../ids.ts'
import { queueMail } from '../../mail/mail-queue.ts'
import { htmlFaults } from '../../../test/html-faults.ts'
import { asWorker } from '../../../test/mailing.ts'
import { communitySeed, testServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
const seeds = { fr: communitySeed(), en: communitySeed({ language: 'en-CA' }) }
beforeAll(async () => {
  server = await testServer()
  for (const seed of Object.values(seeds)) await server.server.seed(seed)
})
afterAll(() => server?.[Symbol.asyncDispose]())

/** Queues a mail of news to this member, of whom there is something to tell. Answers its id. */
async function queueNews(key: string): Promise<string> {
  const member = await server.owner
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.community_id as communityId'])
    .where('p.email', '=', `${key}@${seeds.fr.slug}.example`)
    .executeTakeFirstOrThrow()
  const at = new Date(server.clock.now())
  const news = { community_id: member.communityId, member_id: member.id, kind: 'membership' as const, target_id: uuidv7(0) }
  await server.owner
    .insertInto('notification')
    .values({ ...news, thread_id: null, since: at, at, mail_at: at })
    .execute()
  const mail = { id: uuidv7(server.clock.now()), communityId: member.communityId, memberId: member.id, at } as const
  await asWorker(server.database, (db) => queueMail(db, { ...mail, kind: 'news', language: 'fr-CA', facts: {} }))
  return mail.id
}

/** Waits for a mail of news to arrive at this member; answers its address for stopping. */
async function newsTo(key: string): Promise<string> {
  const id = await queueNews(key)
  const arrived = await vi.waitFor(
    () => {
      const found = server.mails.find((mail) => mail.id === id)
      expect(found).toBeDefined()
      return found!
    },
    { timeout: 10_000 },
  )
  return arrived.stopUrl!
}

const stops = async () =>
  (await server.owner.selectFrom('mail_preference').select('member_id').where('rhythm', '=', 'never').execute()).length

describe('the page that stops mails', () => {
  test('asks when it is opened, for scanners open links, and stops when the button is pressed, by whoever holds the key', async () => {
    const address = await newsTo('member')
    const asked = await fetch(address)
    expect(asked.status).toBe(200)
    const page = await asked.text()
    expect(page).toContain('Arrêter ces courriels')
    expect(htmlFaults(page)).toEqual([])
    expect(await stops()).toBe(0)
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    const done = await fetch(address, { method: 'POST', body })
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('C’est arrêté')
    expect(await stops()).toBe(1)
    await fetch(address, { method: 'POST', body })
    expect(await stops()).toBe(1)
  })

  test('then nothing more of the kind leaves for her, and the others get theirs', async () => {
    const before = server.mails.length
    const address = await newsTo('other')
    const id = await queueNews('member')
    await vi.waitFor(
      async () => {
        const row = await server.owner.selectFrom('mail_queue').select('outcome').where('id', '=', id).executeTakeFirst()
        expect(row?.outcome).toBe('dropped')
      },
      { timeout: 10_000 },
    )
    expect(server.mails).toHaveLength(before + 1)
    expect(address).toContain(`/c/${seeds.fr.slug}/mail/`)
  })

  test('says the same for a key of no mail, and stops nothing in another community', async () => {
    const address = await newsTo('facilitator')
    const before = await stops()
    const answers = await Promise.all(
      [address, address.replace(/[^/]+$/, uuidv7(0)), address.replace(/[^/]+$/, 'x')].map(async (one) =>
        (await fetch(one)).text(),
      ),
    )
    expect(new Set(answers).size).toBe(1)
    const elsewhere = address.replace(`/c/${seeds.fr.slug}/`, `/c/${seeds.en.slug}/`)
    for (const one of [elsewhere, address.replace(/[^/]+$/, uuidv7(0)), address.replace(/[^/]+$/, 'x')])
      expect((await fetch(one, { method: 'POST' })).status).toBe(200)
    expect(await stops()).toBe(before)
  })

  test('speaks the community’s language, is kept by nobody, and is nowhere else', async () => {
    const response = await fetch(`${server.url}/c/${seeds.en.slug}/mail/${uuidv7(0)}`)
    expect(await response.text()).toContain('Stop these emails')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'")
    expect((await fetch(`${server.url}/c/nowhere/mail/${uuidv7(0)}`)).status).toBe(404)
    expect((await fetch(`${server.url}/c/${seeds.en.slug}/mail/${uuidv7(0)}`, { method: 'DELETE' })).status).toBe(404)
  })
})
