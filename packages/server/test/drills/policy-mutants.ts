import pg from 'pg'
import type { Database } from '../../src/db/database.ts'

/** Half of a policy, or one condition of several in it, that can be made to let everything through, and put back. */
export interface PolicyMutant {
  /** `<table> · <policy> · using` or `… · check`; of one condition: `… · using · <its number>`. */
  key: string
  /** What is taken away. */
  condition: string
  table: string
  open(): Promise<void>
  close(): Promise<void>
}

const grantedOf = (column: string) => `has_column_privilege('cercle_app', 'charter_signature', '${column}', 'update')`
const tied = (table: string, to: string) =>
  `exists (select from pg_constraint where contype = 'f' and conrelid = '"${table}"'::regclass and confrelid = '"${to}"'::regclass
    and pg_get_constraintdef(oid) like 'FOREIGN KEY (community\\_id, %')`

/** What changes nothing where it stands, and what must be true for that: a condition over the database, or that it is noticed once another is gone too. */
export const needless: Record<string, { because: string; still?: string; beside?: string }> = {
  'charter_signature · withdraw · check': {
    because: 'whose signature it is and where are not granted for change, so that what `using` let through still is so',
    still: `not ${grantedOf('member_id')} and not ${grantedOf('community_id')}`,
  },
  'charter_signature · withdraw · using · 2': {
    because: 'whose signature it is, `check` asks too',
    beside: 'charter_signature · withdraw · check · 2',
  },
  'charter_signature · withdraw · check · 2': {
    because: 'whose signature it is, `using` asks too',
    beside: 'charter_signature · withdraw · using · 2',
  },
  'charter_signature · sign · check · 3': {
    because: 'whoever is not in reads no charter, and so can name no version that is asked for',
    still: `(select qual like '%my_charter_spaces%' and qual like '%i_am_in%' from pg_policies where tablename = 'charter' and policyname = 'read')`,
  },
  ...Object.fromEntries(
    ['own · using · 1', 'sign · check · 1', 'withdraw · using · 1', 'withdraw · check · 1'].map((key) => [
      `charter_signature · ${key}`,
      { because: 'a member of another community cannot be named: its key ties both', still: tied('charter_signature', 'member') },
    ]),
  ),
  ...Object.fromEntries(
    (['using', 'check'] as const).map((half) => [
      `passkey · used · ${half}`,
      { because: 'the other half asks the same', beside: `passkey · used · ${half === 'using' ? 'check' : 'using'}` },
    ]),
  ),
  'notification · own · check': {
    because: 'whose it is is not granted for change, so that what `using` let through still is so',
    still: `not exists (select from information_schema.column_privileges where grantee = 'cercle_app' and table_name = 'notification'
      and privilege_type in ('INSERT', 'UPDATE') and column_name <> 'read_at')`,
  },
  'site_trust · desk · check': {
    because:
      'a site has one row, and of which community it is is not granted for change: what is left is a site elsewhere that has none yet',
    beside: 'site_trust · desk · using',
  },
  'group_member · read · using · 1': {
    because: 'a group of another community cannot be hers: its key ties both',
    still: `${tied('group_member', 'group')} and ${tied('group_member', 'member')}`,
  },
  ...Object.fromEntries(
    [
      'access_note · own · using · 1',
      'access_note · note · check · 1',
      'member_fact · own · using · 1',
      'mail_preference · own · check · 1',
      'passkey · own · using · 1',
      'passkey · added · check · 1',
      'passkey · removed · using · 1',
      'passkey_challenge · own · using · 1',
      'passkey_challenge · own · check · 1',
      'pivot · own · using · 1',
    ].map((key) => [
      key,
      {
        because: 'a member of another community cannot be named: its key ties both',
        still: tied(key.split(' ')[0]!, 'member'),
      },
    ]),
  ),
  ...Object.fromEntries(
    ['invite · check · 1', 'renew · using · 1', 'part · using · 1'].map((key) => [
      `group_member · ${key}`,
      {
        because: 'a group of another community is not hers to know, and its key ties both',
        still: tied('group_member', 'group'),
      },
    ]),
  ),
  'passkey · removed · using · 3': {
    because: 'what whoever facilitates no more could take away is her own, and opens nothing any more',
  },
  ...Object.fromEntries(
    ['desk · using · 1', 'appoint · check · 1'].map((key) => [
      `pivot · ${key}`,
      {
        because: 'its group is one that she knows, as the third condition asks, and its key ties both',
        still: tied('pivot', 'group'),
      },
    ]),
  ),
  ...Object.fromEntries(
    ['1', '2'].map((number) => [
      `site_trust · desk · check · ${number}`,
      { because: 'a site has one row, which `using` finds for her or not', beside: `site_trust · desk · using · ${number}` },
    ]),
  ),
  'charter · publish · check · 1': {
    because: 'its version is of the same community, where one is asked for already from the first',
    still: `${tied('charter', 'charter_version')} and not exists (select from charter_version v where v.space_id is null
      and not exists (select from charter c where c.community_id = v.community_id and c.space_id is null))`,
  },
  'charter · replace · using · 1': {
    because: 'she finds no other community’s by its policy for reading, and no version fits those of two',
    still: tied('charter', 'charter_version'),
  },
}

/** Whether what made it needless is no longer true. */
export async function isNeeded({ ownerPool }: Database, still: string): Promise<boolean> {
  const { rows } = await ownerPool.query<{ holds: boolean }>(`select ${still} as holds`)
  return !rows[0]!.holds
}

/** The conditions of an expression as PostgreSQL writes it back, `and` between them. */
export function conditionsOf(expression: string): string[] {
  let inner = expression
  while (inner.startsWith('(') && closes(inner, 0) === inner.length - 1) inner = inner.slice(1, -1)
  const found: string[] = []
  let from = 0
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '(') at = closes(inner, at)
    else if (inner.startsWith(' AND ', at)) {
      found.push(inner.slice(from, at))
      from = at + 5
    } else if (inner.startsWith(' OR ', at)) return [inner]
  }
  return [...found, inner.slice(from)]
}

function closes(text: string, opening: number): number {
  let depth = 0
  for (let at = opening; at < text.length; at++) {
    if (text[at] === "'") at = text.indexOf("'", at + 1)
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  throw new Error('what is opened is not closed')
}

/** Every half of every policy that says more than `true`, and each of its conditions where there are several. */
export async function mutantsOf({ ownerPool }: Database): Promise<{ halves: PolicyMutant[]; conditions: PolicyMutant[] }> {
  const { rows } = await ownerPool.query<{ name: string; table: string; using: string | null; check: string | null }>(
    `select policyname as name, tablename as table, qual as using, with_check as check from pg_policies
    where schemaname = 'public' order by tablename, policyname`,
  )
  const made: { halves: PolicyMutant[]; conditions: PolicyMutant[] } = { halves: [], conditions: [] }
  for (const { name, table, using, check } of rows)
    for (const [half, expression] of Object.entries({ using, check })) {
      if (expression === null || expression === 'true') continue
      const policy = `alter policy ${pg.escapeIdentifier(name)} on ${pg.escapeIdentifier(table)}`
      const set = async (to: string) => {
        await ownerPool.query(`${policy} ${half === 'using' ? 'using' : 'with check'} (${to})`)
      }
      const mutant = { key: `${table} · ${name} · ${half}`, table, condition: expression, close: () => set(expression) }
      made.halves.push({ ...mutant, open: () => set('true') })
      const conditions = conditionsOf(expression)
      for (const [index, condition] of conditions.length > 1 ? conditions.entries() : []) {
        const rest = conditions.toSpliced(index, 1).join(' and ')
        made.conditions.push({ ...mutant, key: `${mutant.key} · ${index + 1}`, condition, open: () => set(rest) })
      }
    }
  return made
}
