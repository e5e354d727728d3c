import { sql } from 'kysely'
import { NO_MIGRATIONS } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engine, testDatabase } from '../../test/database.ts'
import type { Database } from './database.ts'
import { migrateToLatest, migrator, ownerDb } from './migrate.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const rows = async <Row>(text: string): Promise<Row[]> => (await database.ownerPool.query(text)).rows as Row[]

describe('the catalogue', () => {
  test('every table is under row-level security', async () => {
    const bare = await rows(`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and not relrowsecurity`)
    expect(bare).toEqual([])
  })

  test('every table but those of a person across communities starts with community_id', async () => {
    const firsts = await rows<{ table_name: string }>(`select table_name from information_schema.columns
      where table_schema = 'public' and ordinal_position = 1 and column_name <> 'community_id' order by 1`)
    expect(firsts.map((row) => row.table_name)).toEqual(['activity_cursor', 'activity_head', 'community', 'person'])
  })

  test('no function is executable by everybody', async () => {
    const open = await rows(`select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and has_function_privilege('public', p.oid, 'execute')`)
    expect(open).toEqual([])
  })

  test('the functions that run with their owner’s rights are these, each with a fixed search path', async () => {
    const definers = await rows<{ proname: string; proconfig: string[] | null }>(`select proname, proconfig from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and prosecdef order by 1`)
    expect(definers.map((row) => row.proname)).toEqual([
      'accept_invitation',
      'address_language',
      'admit',
      'answer_help',
      'approve_request',
      'arrange_spaces',
      'charter_space_names',
      'charter_spaces',
      'count_waiting_help',
      'end_help_facts',
      'end_site_sessions',
      'follow_help',
      'follow_replies',
      'found_group',
      'gather_news',
      'groups_of',
      'groups_within',
      'here_with_me',
      'i_accept',
      'i_am_active',
      'i_am_in',
      'i_facilitate',
      'i_pivot',
      'letter_language',
      'live_rights',
      'mail_address',
      'merge_space',
      'my_charter_spaces',
      'my_groups',
      'my_spaces',
      'named_here',
      'note_erased_row',
      'note_erasure',
      'open_circle',
      'pivot_of',
      'proved_since',
      'readers_in',
      'readers_of',
      'rename_space',
      'request_standing',
      'session_is_verified',
      'session_viewer',
      'share_mail',
      'show_organisation',
      'spaces_of',
      'split_space',
      'stamp_activity',
      'stop_mail',
      'take_back_consent',
      'take_first_step',
      'take_name',
      'take_notice',
      'takes_part',
      'unrestricted',
      'who_helps',
      'who_reads',
    ])
    for (const { proconfig } of definers) expect(proconfig).toEqual(['search_path=pg_catalog, public, pg_temp'])
  })

  test('strangers have no grant on people, and no author’s key', async () => {
    const granted = await rows<{
      table_name: string
      column_name: string
    }>(`select table_name, column_name from information_schema.column_privileges
      where grantee = 'cercle_anon' and (table_name in ('member', 'person', 'session', 'passkey', 'passkey_challenge', 'login', 'sign_in_day', 'group', 'group_member', 'audience', 'organisation', 'reading', 'charter', 'charter_version', 'charter_signature', 'consent', 'member_help')
        or column_name in ('author_id', 'member_id', 'source'))`)
    expect(granted).toEqual([])
  })

  // postgres-only: on PGlite the one login is the superuser
  test.runIf(engine === 'postgres')(
    'the login of requests owns nothing, inherits nothing and reads nothing by itself',
    async () => {
      const [owned] = await rows<{ count: string }>(`select count(*) from pg_class where relowner = 'cercle_test_login'::regrole`)
      expect(owned!.count).toBe('0')
      for (const table of ['community', 'member', 'thread', 'session']) {
        await expect(database.pool.query(`select count(*) from ${table}`)).rejects.toMatchObject({ code: '42501' })
      }
    },
  )

  test('migrations go up, down and up again', { timeout: 60_000 }, async () => {
    await using fresh = await testDatabase()
    const db = ownerDb(fresh)
    const down = await migrator(db).migrateTo(NO_MIGRATIONS)
    expect(down.error).toBeUndefined()
    const left = await sql<{ relname: string }>`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and relkind in ('r', 'v', 'S')`.execute(db)
    expect(left.rows).toEqual([])
    expect(await migrateToLatest(fresh)).not.toEqual([])
  })
})
