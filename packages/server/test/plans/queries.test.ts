import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import type { Keyset } from '../../src/db/keyset.ts'
import { rights } from '../../src/db/rights.ts'
import type { Db, Tables } from '../../src/db/tables.ts'
import { listReplies, listRevisions } from '../../src/discussions/posts.repository.ts'
import { listReactions } from '../../src/discussions/reactions.repository.ts'
import { listPinned, listThreads, type FeedFilter } from '../../src/discussions/threads.repository.ts'
import { listAtDesk, listOwn, listTurns } from '../../src/help/help.repository.ts'
import { listInvitations } from '../../src/joining/invitations.repository.ts'
import { listRequests } from '../../src/joining/requests.repository.ts'
import { countReaders, listAudienceGroups, listSpaces } from '../../src/spaces/spaces.repository.ts'
import type { EnteredViewer, MemberViewer, Viewer } from '../../src/viewer.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const after: Keyset = { at: new Date(0), id: id(9) }
const base = { communityId: id(1), facilitates: false, limited: false, rights }
const viewers: Record<string, Viewer> = {
  stranger: { ...base, memberId: null, sessionId: null, status: null },
  pending: { ...base, memberId: id(2), sessionId: id(3), status: 'pending' },
  member: { ...base, memberId: id(2), sessionId: id(3), status: 'active' },
}

/** What a repository asks, without a database: every statement as it is compiled. */
async function statements(ask: (db: Db) => Promise<unknown>): Promise<string> {
  const asked: string[] = []
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (one) => new PostgresIntrospector(one),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void asked.push(query.sql),
  })
  await ask(db)
  return asked.map((one) => `${one};`).join('\n')
}

async function written(queries: Record<string, (db: Db, viewer: Viewer) => Promise<unknown>>): Promise<string> {
  const parts: string[] = ['-- What the lists of this feature ask, compiled. A test compares it: `vitest -u` writes it anew.\n']
  for (const [name, ask] of Object.entries(queries)) {
    const byText = new Map<string, string[]>()
    for (const [who, viewer] of Object.entries(viewers)) {
      const text = await statements((db) => ask(db, viewer))
      byText.set(text, [...(byText.get(text) ?? []), who])
    }
    for (const [text, who] of byText) parts.push(`-- ${name} · ${who.join(', ')}\n${text}\n`)
  }
  return parts.join('\n')
}

const feeds: Record<string, Partial<FeedFilter>> = {
  'all spaces': {},
  'one kind': { kind: 'question' },
  'one space': { spaceIds: [id(5)] },
  'one kind in one space': { spaceIds: [id(5)], kind: 'question' },
}
const pages = { 'first page': {}, 'a later page': { after } }

test('the lists of discussions ask what they asked', async () => {
  const queries: Parameters<typeof written>[0] = {}
  for (const [feed, filter] of Object.entries(feeds)) {
    for (const [page, place] of Object.entries(pages)) {
      queries[`listThreads · ${feed} · ${page}`] = (db, viewer) => listThreads(db, viewer, { ...filter, ...place, limit: 21 })
    }
  }
  queries['listPinned'] = (db, viewer) => listPinned(db, viewer, { spaceIds: [id(5)], limit: 5 })
  queries['listPinned · one kind'] = (db, viewer) => listPinned(db, viewer, { spaceIds: [id(5)], kind: 'tool', limit: 5 })
  for (const [page, place] of Object.entries(pages)) {
    queries[`listReplies · ${page}`] = (db, viewer) =>
      listReplies(db, viewer, id(6), 'after' in place ? place.after : undefined, 21)
  }
  queries['listReactions'] = (db, viewer) => listReactions(db, viewer, [id(6), id(7)])
  queries['listRevisions'] = (db, viewer) => listRevisions(db, viewer, id(6))
  await expect(await written(queries)).toMatchFileSnapshot('../../src/discussions/discussions.queries.sql')
})

test('the lists of spaces ask what they asked', async () => {
  const queries: Parameters<typeof written>[0] = {
    listSpaces: (db, viewer) => listSpaces(db, viewer),
    countReaders: (db) => countReaders(db, [id(5)]),
    listAudienceGroups: (db, viewer) => listAudienceGroups(db, viewer, [id(5), id(6)]),
  }
  await expect(await written(queries)).toMatchFileSnapshot('../../src/spaces/spaces.queries.sql')
})

test('the lists of the way in ask what they asked', async () => {
  const queries: Parameters<typeof written>[0] = {}
  const place = { id: undefined, limit: 21 }
  for (const [page, at] of Object.entries({ 'first page': undefined, 'a later page': after })) {
    queries[`listRequests · open · ${page}`] = (db, viewer) =>
      listRequests(db, viewer as MemberViewer, { ...place, isOpen: true, call: false, after: at })
    queries[`listRequests · decided, who wants a call · ${page}`] = (db, viewer) =>
      listRequests(db, viewer as MemberViewer, { ...place, isOpen: false, call: true, after: at })
    queries[`listInvitations · ${page}`] = (db, viewer) =>
      listInvitations(db, viewer as MemberViewer, { after: at, limit: 21, reach: null })
    queries[`listInvitations · of a pivot · ${page}`] = (db, viewer) =>
      listInvitations(db, viewer as MemberViewer, { after: at, limit: 21, reach: id(7) })
  }
  await expect(await written(queries)).toMatchFileSnapshot('../../src/joining/joining.queries.sql')
})

test('the lists of help ask what they asked', async () => {
  const queries: Record<string, (db: Db, viewer: Viewer) => Promise<unknown>> = {
    listOwn: (db, viewer) => listOwn(db, viewer as EnteredViewer, true),
    listTurns: (db, viewer) => listTurns(db, viewer as EnteredViewer, [id(8)]),
  }
  for (const [page, at] of Object.entries({ 'first page': undefined, 'a later page': after }))
    for (const state of ['waiting', 'settled'] as const)
      queries[`listAtDesk · ${state} · ${page}`] = (db, viewer) =>
        listAtDesk(db, viewer as MemberViewer, { state, after: at, limit: 21 })
  await expect(await written(queries)).toMatchFileSnapshot('../../src/help/help.queries.sql')
})
