import { requireProof } from '../auth/proof.service.ts'
import { decodeCursor, toPage } from '../db/keyset.ts'
import { CercleError } from '../errors.ts'
import { appendActivity, type ActivityKind } from '../live/live.service.ts'
import { namesOf } from '../members/members.service.ts'
import { organisations } from '../members/people.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { newRequestLink } from './asking.service.ts'
import { mailRequester } from './joining-mails.ts'
import { joiningPolicy } from './joining.policy.ts'
import type { DecideRequest, JoinRequests, JoinRequestView, ListRequests, RequestWords } from './joining.schema.ts'
import { placesOf } from './places.service.ts'
import * as rows from './requests.repository.ts'

async function present(scope: MemberScope, found: rows.RequestRow[]): Promise<JoinRequestView[]> {
  const ids = found.map(({ id }) => id)
  const [standings, names] = await Promise.all([
    rows.listStandings(scope.db, ids),
    namesOf(
      scope,
      found.map(({ decidedBy }) => decidedBy ?? undefined),
    ),
  ])
  return found.map(({ createdAt, decidedAt, decidedBy, ...row }) => ({
    ...row,
    askedAt: createdAt.toISOString(),
    decided: decidedAt && {
      at: decidedAt.toISOString(),
      by: (decidedBy === null ? undefined : names.get(decidedBy)?.name) ?? null,
    },
    standing: standings.get(row.id) ?? null,
    can: { decide: joiningPolicy.decide(row.status) },
  }))
}

/** Who asked to come in, a page at a time. */
export async function requestList(scope: MemberScope, { state, call, id, cursor, limit }: ListRequests): Promise<JoinRequests> {
  const after = decodeCursor(cursor)
  const isOpen = state === 'open'
  const found = await rows.listRequests(scope.db, scope.viewer, { isOpen, call, id, after, limit: limit + 1 })
  const page = toPage(found, limit, ({ createdAt, id: last }) => ({ at: createdAt, id: last }))
  return { ...page, items: await present(scope, page.items) }
}

async function requestView(scope: MemberScope, id: string): Promise<JoinRequestView> {
  const row = await rows.findRequest(scope.db, scope.viewer, id)
  if (!row) throw new CercleError('not_found')
  return (await present(scope, [row]))[0]!
}

const statusAfter = { approve: 'approved', refuse: 'refused', askBack: 'asked' } as const
const kindOf: Record<DecideRequest['decision'], ActivityKind> = {
  approve: 'join.approved',
  refuse: 'join.refused',
  askBack: 'join.askedBack',
}

/** The same facilitator says the same once more: what she said stands already. */
function isRepeated({ viewer }: MemberScope, row: rows.RequestRow, { decision, text }: DecideRequest): boolean {
  if (row.status !== statusAfter[decision]) return false
  const last = row.exchange.at(-1)
  const isSame = text === undefined || (last?.by === 'facilitator' && last.text === text)
  return isSame && (decision === 'askBack' || row.decidedBy === viewer.memberId)
}

/** `conflict`: somebody else decided meanwhile, or it is decided already. What is written goes by mail, once. `proof_needed` to let her in. */
export async function decideRequest(scope: MemberScope, input: DecideRequest): Promise<JoinRequestView> {
  const { db, viewer, clock } = scope
  const row = await rows.findRequest(db, viewer, input.id)
  if (!row) throw new CercleError('not_found')
  if (isRepeated(scope, row, input)) return requestView(scope, input.id)
  const at = instantOf(clock)
  const words: RequestWords[] = input.text === undefined ? [] : [{ by: 'facilitator', text: input.text, at: at.toISOString() }]
  if (!(await decide(scope, { row, input, words, at }))) throw new CercleError('conflict')
  await appendActivity(db, viewer.communityId, { kind: kindOf[input.decision], actorId: viewer.memberId, subjectId: row.id, at })
  return requestView(scope, input.id)
}

interface Deciding {
  row: rows.RequestRow
  input: DecideRequest
  words: RequestWords[]
  at: Date
}

async function decide(scope: MemberScope, { row, input, words, at }: Deciding): Promise<boolean> {
  const { db, viewer } = scope
  const { language } = await rows.findPlaceOf(db, viewer)
  const mail = { language, to: row.email }
  if (input.decision === 'approve') {
    if (!(await approve(scope, { row, input, words, at }))) return false
    await mailRequester(scope, 'join-approved', { ...mail, facts: input.text === undefined ? {} : { text: input.text } })
    return true
  }
  if (input.decision === 'refuse') {
    if (!(await rows.setRefused(db, viewer, row.id, words[0]!, at))) return false
    await mailRequester(scope, 'join-refused', { ...mail, facts: { text: input.text } })
    return true
  }
  const { token, ...link } = newRequestLink(at)
  if (!(await rows.setAsked(db, viewer, row.id, words[0]!, link))) return false
  await mailRequester(scope, 'join-asked', { ...mail, facts: { text: input.text, token } })
  return true
}

async function approve(
  scope: MemberScope,
  { row, input, words, at }: Deciding & { input: { decision: 'approve' } },
): Promise<boolean> {
  await requireProof(scope)
  const { organisation, region } = input
  const places = await placesOf(scope, input)
  if (organisation !== null && (await organisations(scope)).items.every(({ id }) => id !== organisation))
    throw new CercleError('invalid', { fields: [{ path: 'organisation', reason: 'not_allowed' }] })
  const [personId, memberId] = [scope.newId(), scope.newId()]
  return rows.approveRequest(scope.db, { id: row.id, personId, memberId, organisation, region, ...places, words, at })
}
