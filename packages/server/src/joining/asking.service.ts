import { createHash } from 'node:crypto'
import type { AuthScope } from '../auth/auth-scope.ts'
import { CercleError } from '../errors.ts'
import { appendActivity, type ActivityKind } from '../live/live.service.ts'
import { instantOf, type Scope } from '../scope.ts'
import {
  findByLink,
  findOpenId,
  findPlace,
  insertRequest,
  isMembers,
  listQuestions,
  lockTelling,
  removeRequest,
  setAnswered,
  setTold,
  type LinkedRequest,
  type QuestionRow,
} from './asking.repository.ts'
import { mailRequester, tellFacilitators } from './joining-mails.ts'
import { joiningPolicy } from './joining.policy.ts'
import type { AnswerByLink, AskToJoin, JoinForm, OwnRequest, RequestWords } from './joining.schema.ts'
import { hashOfLink, mintLink } from './links.ts'

const HOUR = 60 * 60 * 1000
/** As long as a request is kept. */
const LINK_LIFE = 180 * 24 * HOUR

/** The link that leads to a request, from now on. */
export function newRequestLink(at: Date): { token: string; hash: Buffer; expiresAt: Date } {
  return { ...mintLink(), expiresAt: new Date(at.getTime() + LINK_LIFE) }
}

export const joinForm = async ({ db, viewer }: Scope): Promise<JoinForm> => ({
  questions: await listQuestions(db, viewer.communityId),
})

/** Counts one try; by address too, so that nobody fills another's box. */
export async function spend(
  { limits, communityId, facts }: AuthScope,
  kind: 'askToJoin' | 'joinLink',
  email?: string,
): Promise<void> {
  await limits.spend(kind, {
    network: facts.network,
    site: `${communityId}:${facts.siteId ?? ''}`,
    community: communityId,
    ...(email === undefined ? {} : { address: createHash('sha256').update(email).digest('base64url') }),
  })
}

/** Each answer with its question; `invalid` for one that is not asked, or that is asked and not answered. */
function answersTo(questions: QuestionRow[], given: AskToJoin['answers']): { question: string; answer: string }[] {
  const stranger = given.find(({ question }) => questions.every(({ id }) => id !== question))
  if (stranger) throw new CercleError('invalid', { fields: [{ path: 'answers', reason: 'not_allowed' }] })
  return questions.flatMap(({ id, label, required }) => {
    const answer = given.find(({ question }) => question === id)?.answer ?? ''
    if (answer === '' && required) throw new CercleError('invalid', { fields: [{ path: `answers.${id}`, reason: 'required' }] })
    return answer === '' ? [] : [{ question: label, answer }]
  })
}

const tell = ({ db, communityId }: AuthScope, kind: ActivityKind, subjectId: string, at: Date) =>
  appendActivity(db, communityId, { kind, actorId: null, subjectId, at })

/*
 * Nothing told here depends on whether the address is a member's, has asked already, or neither: the answer is one, the same statements run, and
 * what there is to say goes to the address by mail.
 */
export async function askToJoin(scope: AuthScope, input: AskToJoin): Promise<void> {
  const { db, communityId, clock } = scope
  const email = input.email.toLowerCase()
  await spend(scope, 'askToJoin', email)
  const at = instantOf(clock)
  const answers = answersTo(await listQuestions(db, communityId), input.answers)
  const { language } = await findPlace(db, communityId)
  const { token, hash, expiresAt } = newRequestLink(at)
  const { id, name, organisation = null, role = null, region = null, reason, equipment, ease = null, phone = null } = input
  const request = { communityId, id, email, name, organisation, role, region, reason, answers, equipment, ease, phone, at }
  const isMember = await isMembers(db, communityId, email, at)
  const isNew = await insertRequest(db, { ...request, tokenHash: hash, linkExpiresAt: expiresAt }, !isMember)
  const openId = await findOpenId(db, communityId, email)
  await lockTelling(db, communityId)
  const toldAt = await setTold(db, { communityId, id, now: at, pause: HOUR })
  await tell(scope, 'join.asked', id, at)
  const mail = { language, to: email }
  if (isNew) await mailRequester(scope, 'join-received', { ...mail, facts: { token, ...(ease && { ease }) } })
  else if (isMember) await mailRequester(scope, 'join-member', { ...mail, facts: {} })
  else if (openId !== undefined && openId !== id) await mailRequester(scope, 'join-again', { ...mail, facts: {} })
  if (toldAt) await tellFacilitators(scope, 'desk-request', { language, notBefore: toldAt })
}

async function linkedRequest(scope: AuthScope, token: string): Promise<LinkedRequest> {
  await spend(scope, 'joinLink')
  const row = await findByLink(scope.db, scope.communityId, hashOfLink(token), instantOf(scope.clock))
  if (!row) throw new CercleError('not_found')
  return row
}

const present = ({ name, status, ease, createdAt, exchange }: LinkedRequest): OwnRequest => ({
  name,
  status,
  ease,
  askedAt: createdAt.toISOString(),
  exchange,
  can: { answer: joiningPolicy.answer(status), retract: joiningPolicy.retract(status) },
})

/** Her own request, by the link that was mailed. `not_found` for any other secret, and for one that is over. */
export const requestByLink = async (scope: AuthScope, token: string): Promise<OwnRequest> =>
  present(await linkedRequest(scope, token))

/** What she answers to what was asked back. `conflict`: nothing waits for an answer; repeating the same one answers once. */
export async function answerByLink(scope: AuthScope, { token, text }: AnswerByLink): Promise<OwnRequest> {
  const { db, communityId, clock } = scope
  const row = await linkedRequest(scope, token)
  const last = row.exchange.at(-1)
  if (row.status === 'waiting' && last?.by === 'requester' && last.text === text) return present(row)
  const at = instantOf(clock)
  const words: RequestWords = { by: 'requester', text, at: at.toISOString() }
  if (!joiningPolicy.answer(row.status) || !(await setAnswered(db, communityId, row.id, words))) throw new CercleError('conflict')
  await tell(scope, 'join.answered', row.id, at)
  const { language } = await findPlace(db, communityId)
  await tellFacilitators(scope, 'desk-answer', { language })
  return present({ ...row, status: 'waiting', exchange: [...row.exchange, words] })
}

/** She asks no more: nothing of her request is kept. `conflict` once it is decided. */
export async function retractByLink(scope: AuthScope, token: string): Promise<void> {
  const row = await linkedRequest(scope, token)
  if (!(await removeRequest(scope.db, scope.communityId, row.id))) throw new CercleError('conflict')
  await tell(scope, 'join.retracted', row.id, instantOf(scope.clock))
}
