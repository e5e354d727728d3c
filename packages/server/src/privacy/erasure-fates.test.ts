import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Database } from '../db/database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.[Symbol.asyncDispose]())

/** What becomes of words in rows of a table that are deleted, so that a backup does not bring them back. A new table says it here. */
const fates: Record<
  string,
  'listed' | 'goes with a text that is listed' | 'by its date' | 'no words of members, or never deleted'
> = {
  thread: 'listed',
  help_request: 'listed',
  help_turn: 'goes with a text that is listed',
  post: 'listed',
  withdrawal: 'listed',
  revision: 'listed',
  reaction: 'goes with a text that is listed',
  reading: 'by its date',
  login: 'by its date',
  session: 'by its date',
  passkey_challenge: 'by its date',
  consent: 'listed',
  member_help: 'goes with a text that is listed',
  join_request: 'by its date',
  invitation: 'by its date',
  site_attempt: 'by its date',
  site_assertion: 'by its date',
  site_sighting: 'by its date',
  sign_in_day: 'by its date',
  erasure: 'by its date',
  notification: 'by its date',
  activity_cursor: 'no words of members, or never deleted',
  mail_preference: 'no words of members, or never deleted',
  access_note: 'no words of members, or never deleted',
  activity: 'no words of members, or never deleted',
  activity_head: 'no words of members, or never deleted',
  audience: 'no words of members, or never deleted',
  charter: 'no words of members, or never deleted',
  charter_signature: 'no words of members, or never deleted',
  charter_version: 'no words of members, or never deleted',
  community: 'no words of members, or never deleted',
  group: 'no words of members, or never deleted',
  group_member: 'no words of members, or never deleted',
  mail_queue: 'no words of members, or never deleted',
  mail_stop: 'no words of members, or never deleted',
  member: 'no words of members, or never deleted',
  member_profile: 'no words of members, or never deleted',
  passkey: 'listed',
  member_fact: 'no words of members, or never deleted',
  organisation: 'no words of members, or never deleted',
  pivot: 'no words of members, or never deleted',
  person: 'no words of members, or never deleted',
  site: 'no words of members, or never deleted',
  join_question: 'no words of members, or never deleted',
  site_key: 'no words of members, or never deleted',
  site_subject: 'no words of members, or never deleted',
  site_trust: 'no words of members, or never deleted',
  site_font: 'no words of members, or never deleted',
  site_origin: 'no words of members, or never deleted',
  space: 'no words of members, or never deleted',
}

test('every table says what becomes of words in it, and those that are listed are', async () => {
  const { rows } = await database.ownerPool.query<{ name: string; listed: boolean }>(`
    select relname as name, exists (select from pg_trigger where tgrelid = c.oid and tgname = 'note_erasure' and tgenabled = 'O') as listed
    from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(fates, name))
  expect(unknown, 'Say in `fates` what becomes of words in these').toEqual([])
  expect(rows.filter(({ listed }) => listed).map(({ name }) => name)).toEqual(
    expect.arrayContaining(Object.keys(fates).filter((name) => fates[name] === 'listed')),
  )
})
