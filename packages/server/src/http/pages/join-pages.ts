import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import type { AuthScope } from '../../auth/auth-scope.ts'
import type { FieldError } from '../../error-codes.ts'
import { CercleError } from '../../errors.ts'
import { uuidv7 } from '../../ids.ts'
import { answerByLink, askToJoin, joinForm, requestByLink, retractByLink } from '../../joining/asking.service.ts'
import { acceptInvitation, openInvitation } from '../../joining/invitations.service.ts'
import { AcceptInvitation, AnswerByLink, AskToJoin, LinkToken, type OwnRequest } from '../../joining/joining.schema.ts'
import { joinPageEn } from '../../locales/join-page.en.ts'
import { joinPageFr } from '../../locales/join-page.fr.ts'
import { translator } from '../../locales/texts.ts'
import { errorFields } from '../../logger.ts'
import type { Scope } from '../../scope.ts'
import { CallContext } from '../../trpc/context.ts'
import { fieldsOf, tell } from '../../trpc/error-map.ts'
import { networkOf } from '../../trpc/request-facts.ts'
import { Slug } from '../../wire.schema.ts'
import { isFromOwnPage, readForm } from './form-body.ts'
import type { FormState } from './form-parts.ts'
import { equipmentNames, joinFormPage, sentPage } from './join-form-page.ts'
import { invitationPage, ownRequestPage, retractedPage, welcomePage } from './join-link-pages.ts'
import { pageDocument, type PageParts } from './page-layout.ts'
import { joinAddress, type PageSetting } from './page-setting.ts'
import { asked, forOne, read, refuse, TYPE, type PagesParts } from './public-pages.ts'

type Fields = ReadonlyMap<string, string>
type Draw = (setting: PageSetting, state: FormState) => PageParts
const nothing: Fields = new Map()
const done: Drawing = { status: 200, values: nothing, wrong: [] }

/**
 * `/c/<community>/join` and the pages that mailed links lead to: forms that need no script. No session stands behind them, a GET changes nothing, and
 * what is sent is taken from pages of ours only.
 */
export function joinPages(parts: PagesParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const at = '/c/:community/join'
  router.get(
    at,
    guarded(parts, (req, res) => showForm(parts, req, res, done)),
  )
  router.post(
    at,
    guarded(parts, (req, res) => takeForm(parts, req, res)),
  )
  router.get(
    `${at}/r/:token`,
    guarded(parts, (req, res) => showRequest(parts, req, res, { status: 200, wrong: [] })),
  )
  router.post(
    `${at}/r/:token`,
    guarded(parts, (req, res) => takeAnswer(parts, req, res)),
  )
  router.get(
    `${at}/i/:token`,
    guarded(parts, (req, res) => showInvitation(parts, req, res, done)),
  )
  router.post(
    `${at}/i/:token`,
    guarded(parts, (req, res) => takeInvitation(parts, req, res)),
  )
  return router
}

function guarded(parts: PagesParts, work: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return async (req, res) => {
    try {
      using _ = await parts.gate.enter()
      if (req.method === 'POST' && !isFromOwnPage(req, parts.url())) throw new CercleError('not_found')
      await work(req, res)
    } catch (error) {
      const { code, httpStatus, retryAfter } = tell(error)
      if (code === 'internal') parts.calls.log.error('a page failed', errorFields(error))
      refuse(res, parts.url(), { status: httpStatus, retryAfter })
    }
  }
}

/** One call of the role that serves strangers here, committed before anything is answered. */
async function act<Result>({ calls }: PagesParts, req: Request, work: (scope: AuthScope) => Promise<Result>): Promise<Result> {
  const facts = { community: asked(Slug, req.params.community), accessHash: null, siteId: null, network: networkOf(req.ip) }
  const context = new CallContext(calls, facts, 'mutation')
  let result: Result
  try {
    result = await work(await context.authScope())
  } catch (error) {
    await context.end('rollback').catch(() => {})
    throw error
  }
  await context.end('commit')
  calls.onCommitted()
  return result
}

interface Drawing {
  status: number
  values: Fields
  wrong: FieldError[]
}

async function answer(
  parts: PagesParts,
  req: Request,
  res: Response,
  { status, values, wrong }: Drawing,
  drawing: (scope: Scope) => Draw | Promise<Draw>,
): Promise<void> {
  const { setting, page } = await read(parts, req, async (scope) => {
    const draw = await drawing(scope)
    return (given) => {
      const { language, vocabulary } = given.community
      const t = translator(language === 'en-CA' ? joinPageEn : joinPageFr, language, vocabulary)
      return draw(given, { t, values, wrong })
    }
  })
  if (res.headersSent || res.destroyed) return
  res.status(status).set({ ...forOne(setting.url), 'content-type': TYPE })
  res.end(pageDocument(setting, page))
}

/** What was sent, as the call takes it. */
function taken<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new CercleError('invalid', { fields: fieldsOf(parsed.error) })
  return parsed.data
}

/** What a refusal asks to mend; anything else goes on. */
function wrongIn(error: unknown): FieldError[] {
  const told = tell(error)
  if (told.code !== 'invalid' || !told.fields) throw error
  return told.fields
}

async function showForm(parts: PagesParts, req: Request, res: Response, drawing: Drawing): Promise<void> {
  const sent = req.method === 'GET' ? req.query.sent : undefined
  const id = drawing.values.get('id') ?? uuidv7(parts.calls.clock.now())
  await answer(parts, req, res, drawing, async (scope) => {
    const form = await joinForm(scope)
    return (setting, state) =>
      sent === undefined ? joinFormPage(setting, form, state, id) : sentPage(setting, state, sent === 'call')
  })
}

/** The form as the call takes it: an empty field was not filled in. */
function inputOf(values: Fields): unknown {
  const given = (name: string) => values.get(name)?.trim() || undefined
  const answers = [...values].flatMap(([name, answer]) =>
    name.startsWith('answers.') ? [{ question: name.slice('answers.'.length), answer }] : [],
  )
  const words = Object.fromEntries(
    ['id', 'name', 'email', 'organisation', 'role', 'region', 'reason', 'ease', 'phone'].map((name) => [name, given(name)]),
  )
  return { ...words, answers, equipment: Object.fromEntries(equipmentNames.map((name) => [name, given(name)])) }
}

async function takeForm(parts: PagesParts, req: Request, res: Response): Promise<void> {
  const values = await readForm(req)
  try {
    const input = taken(AskToJoin, inputOf(values))
    await act(parts, req, (scope) => askToJoin(scope, input))
    const call = input.ease === 'call' ? 'call' : 'yes'
    res
      .status(303)
      .set(forOne(parts.url()))
      .location(`${joinAddress(asked(Slug, req.params.community))}?sent=${call}`)
      .end()
  } catch (error) {
    await showForm(parts, req, res, { status: 400, values, wrong: wrongIn(error) })
  }
}

const tokenOf = (req: Request): string => asked(LinkToken, req.params.token)

async function showRequest(
  parts: PagesParts,
  req: Request,
  res: Response,
  { status, wrong, values = nothing, isLate = false }: Omit<Drawing, 'values'> & { values?: Fields; isLate?: boolean },
): Promise<void> {
  const token = tokenOf(req)
  const request: OwnRequest = await act(parts, req, (scope) => requestByLink(scope, token))
  const draw: Draw = (setting, state) => ownRequestPage(setting, state, { request, token, isLate })
  await answer(parts, req, res, { status, values, wrong }, () => draw)
}

async function takeAnswer(parts: PagesParts, req: Request, res: Response): Promise<void> {
  const [values, token] = [await readForm(req), tokenOf(req)]
  try {
    if (values.get('do') === 'retract') {
      await act(parts, req, (scope) => retractByLink(scope, token))
      return await answer(parts, req, res, done, () => retractedPage)
    }
    const input = taken(AnswerByLink, { token, text: values.get('text') })
    await act(parts, req, (scope) => answerByLink(scope, input))
    await showRequest(parts, req, res, { status: 200, wrong: [] })
  } catch (error) {
    if (tell(error).code === 'conflict') await showRequest(parts, req, res, { status: 409, wrong: [], isLate: true })
    else await showRequest(parts, req, res, { status: 400, values, wrong: wrongIn(error) })
  }
}

async function showInvitation(parts: PagesParts, req: Request, res: Response, drawing: Drawing): Promise<void> {
  const token = tokenOf(req)
  const invitation = await act(parts, req, (scope) => openInvitation(scope, token))
  await answer(parts, req, res, drawing, () => (setting, state) => invitationPage(setting, state, { invitation, token }))
}

async function takeInvitation(parts: PagesParts, req: Request, res: Response): Promise<void> {
  const [values, token] = [await readForm(req), tokenOf(req)]
  try {
    const input = taken(AcceptInvitation, { token, name: values.get('name') ?? '', email: values.get('email') })
    await act(parts, req, (scope) => acceptInvitation(scope, input))
  } catch (error) {
    return showInvitation(parts, req, res, { status: 400, values, wrong: wrongIn(error) })
  }
  return answer(parts, req, res, done, () => welcomePage)
}
