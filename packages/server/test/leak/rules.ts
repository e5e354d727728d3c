import { as, isDenied, nameOf, spacesOf, type Asker, type Ground } from './bare-tables.ts'

/** Which rows a role may see, as a condition over who asks; `false`: not even the table. */
type Condition = string | false
interface Rule {
  stranger: Condition
  /** Pending people have the role of members. */
  pending: Condition
  active: Condition
  /** Members who have not signed: as pending people unless told. */
  unsigned?: Condition
  /** Who came by a partner's site alone: as other members unless told. */
  limited?: Condition
  /** Who facilitates: as other members unless told. */
  facilitator?: Condition
  /** The role of sign-in: not even the table unless told. */
  signIn?: Condition
}

const here = 'community_id = $1'
const inSpaces = `${here} and space_id = any($3)`
const never = 'false'
const all = 'true'
const nobody: Rule = { stranger: false, pending: false, active: false }
const members = (active: Condition, pending: Condition = never): Rule => ({ stranger: false, pending, active })
const readers: Rule = { stranger: inSpaces, pending: inSpaces, active: inSpaces }
const ofDesk = `${here} and exists (select from member m where m.id = $2 and m.facilitates)`
const ofPivot = `${here} and invited_by = $2 and exists (select from pivot p where p.member_id = $2 and p.group_id = scope_group_id)`
const ofHelp = 'help_id in (select id from help_request where member_id = $2)'
const ofGroups = (column: string) => `${column} in (select group_id from own_groups)`

const asked = `space_id in (select a.space_id from audience a where a.community_id = $1 and (a.member_id = $2 or a.${ofGroups('group_id')}))`
const charters: Rule = {
  ...members(`${here} and (space_id is null or ${asked})`),
  unsigned: `${here} and space_id is null`,
  limited: `${here} and space_id is null`,
}
const spaces = `${here} and id = any($3)`

/** $1 community, $2 member, $3 spaces. `own_groups` are those of the member. */
export const rules: Record<string, Rule> = {
  community: { stranger: 'id = $1', pending: 'id = $1', active: 'id = $1', signIn: 'id = $1' },
  space: { stranger: spaces, pending: spaces, active: spaces },
  thread: readers,
  post: readers,
  reaction: readers,
  revision: members(inSpaces, inSpaces),
  reading: members('member_id = $2', 'member_id = $2'),
  withdrawal: members('author_id = $2', 'author_id = $2'),
  organisation: { ...members(here), signIn: here },
  member: { ...members(here, `${here} and id = $2`), signIn: here },
  group: members(`${here} and (not hidden or ${ofGroups('id')})`),
  group_member: members(`${here} and ${ofGroups('group_id')}`),
  audience: members(`${inSpaces} and (group_id is null or ${ofGroups('group_id')} or group_id in (select id from known_groups))`),
  charter: charters,
  charter_version: charters,
  charter_signature: members(`${here} and member_id = $2`, `${here} and member_id = $2`),
  // One address may ask in several communities.
  person: { ...nobody, signIn: all },
  login: { ...nobody, signIn: all },
  session: { ...nobody, signIn: here },
  passkey: { ...members(never), facilitator: `${here} and member_id = $2`, signIn: here },
  passkey_challenge: {
    ...members(never),
    facilitator: `${here} and member_id = $2 and purpose = 'add'`,
    signIn: `${here} and purpose <> 'add'`,
  },
  site: { ...members(never), facilitator: here, signIn: here },
  site_origin: { ...members(never), facilitator: here, signIn: here },
  site_trust: { ...members(never), facilitator: here, signIn: here },
  site_key: { ...members(never), facilitator: here, signIn: here },
  site_attempt: { ...nobody, signIn: here },
  site_assertion: { ...nobody, signIn: here },
  site_subject: { ...nobody, signIn: here },
  site_sighting: { ...members(never), facilitator: here, signIn: here },
  sign_in_day: { ...members(never), facilitator: here },
  site_font: { ...nobody, signIn: here },
  activity: nobody,
  activity_head: nobody,
  erasure: nobody,
  member_fact: members('member_id = $2', 'member_id = $2'),
  member_profile: { ...members('member_id = $2', 'member_id = $2'), facilitator: here },
  consent: {
    ...members('member_id = $2', 'member_id = $2'),
    facilitator: `member_id = $2 or (${here} and kind = 'accompany' and withdrawn_at is null)`,
  },
  member_help: { ...members('member_id = $2', 'member_id = $2'), facilitator: here },
  // What a community asks is for anybody to read; what is answered, for who facilitates.
  join_question: { stranger: here, pending: here, active: here, signIn: here },
  // She facilitates with a code of her own, not by the word of a site.
  join_request: { ...members(ofDesk), limited: never, signIn: here },
  invitation: { ...members(`(${ofDesk}) or (${ofPivot})`), limited: never, signIn: here },
  help_request: { ...members('member_id = $2', 'member_id = $2'), facilitator: here, limited: never },
  help_turn: { ...members(ofHelp, ofHelp), facilitator: here, limited: never },
  pivot: {
    ...members(
      `((${ofDesk}) or (${here} and member_id = $2)) and (${ofGroups('group_id')} or group_id in (select id from known_groups))`,
    ),
    limited: never,
  },
  access_note: members('member_id = $2', 'member_id = $2'),
  mail_queue: nobody,
  mail_stop: nobody,
  activity_cursor: nobody,
  notification: members('member_id = $2', 'member_id = $2'),
  mail_preference: members('member_id = $2', 'member_id = $2'),
}

function conditionOf(rule: Rule, asker: Asker): Condition {
  if (asker === 'sign-in') return rule.signIn ?? false
  if (asker.reads === 'refused') return rule.stranger
  if (asker.limited) return rule.limited ?? rule.active
  if (asker.facilitates && asker.status === 'active') return rule.facilitator ?? rule.active
  return asker.status === 'unsigned' ? (rule.unsigned ?? rule.pending) : rule[asker.status]
}

/** What is wrong with what the asker sees of a table, in words; `undefined`: she sees what she may, as the table's owner counts it. */
export async function faultOf(ground: Ground, asker: Asker, table: string): Promise<string | undefined> {
  const condition = conditionOf(rules[table]!, asker)
  const count = `select count(*)::integer as count from "${table}"`
  // Each parameter is named once, whatever the condition needs.
  const where = `($1::uuid is not null or $2::uuid is null or $3::uuid[] is null) and (${condition})`
  const needsGroups = condition !== false && condition.includes('_groups')
  const seen = await as(ground, asker, async (client, memberId) => {
    const given = [ground.community, memberId, spacesOf(ground, asker)]
    try {
      const bare = await client.query<{ count: number }>(count)
      if (condition === false) return { given, open: true }
      const hers = needsGroups ? bare : await client.query<{ count: number }>(`${count} where ${where}`, given)
      return { given, all: bare.rows[0]!.count, hers: hers.rows[0]!.count }
    } catch (error) {
      if (condition === false && isDenied(error)) return { given, open: false }
      throw error
    }
  })
  const isStranger = asker === 'sign-in' || asker.reads === 'refused' || asker.status === 'stranger'
  if ((seen.given[1] === null) !== isStranger) return `${nameOf(asker)} is taken for ${String(seen.given[1] ?? 'a stranger')}`
  if ('open' in seen) return seen.open ? `${table} is open to ${nameOf(asker)}` : undefined
  // Who came by a partner's site alone is in no group that is hidden, and in no space that is restricted.
  const openOnly =
    asker !== 'sign-in' && asker.limited ? `and group_id in (select id from "group" where community_id = $1 and not hidden)` : ''
  const groups = `with own_groups as (select group_id from group_member where community_id = $1 and member_id = $2 ${openOnly}),
      known_groups as (select id from "group" where community_id = $1 and not hidden)`
  const { rows } = await ground.world.server.database.ownerPool.query<{ count: number }>(
    `${groups} ${count} where ${where}`,
    seen.given,
  )
  const expected = rows[0]!.count
  if (seen.all === expected && seen.hers === expected) return undefined
  return `${nameOf(asker)} sees ${seen.all} rows of ${table}, ${seen.hers} of them hers, of ${expected} that are`
}
