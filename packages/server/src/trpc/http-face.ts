import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type AnyTRPCRouter } from '@trpc/server'
import type { Request, RequestHandler, Response } from 'express'
import { CercleError } from '../errors.ts'
import type { LoadGate } from './load-gate.ts'
import { packFor, packForAll, sendPacked } from './packed.ts'
import { publicHeaders, type PublicCache } from './public-cache.ts'
import { errorFields } from '../logger.ts'
import { CallContext, type CallParts, type RequestFacts } from './context.ts'
import { tell } from './error-map.ts'
import { readJsonBody } from './json-body.ts'
import type { ProcedureMeta } from './procedures.ts'
import { factsOf } from './request-facts.ts'

const BATCH_MAX = 10
const JSON_TYPE = 'application/json; charset=utf-8'

interface Call {
  path: string
  input: unknown
  type: 'query' | 'mutation' | undefined
  /** Of sign-in and sessions, which have a role of their own. */
  isAuth: boolean
}
type Work = () => Promise<void>

interface FaceParts {
  publicOrigin: () => string
  cache: PublicCache
  gate: LoadGate
}
interface Answer {
  status: number
  body: unknown
  retryAfter?: number | undefined
}

/*
 * tRPC's own Express adapter builds a Fetch Request and Response for each call (0.25 ms). This face reads the same envelope around the
 * exported `callTRPCProcedure`: batches, size limits, reads in one shared transaction, mutations each in its own.
 */
export function trpcFace(appRouter: AnyTRPCRouter, parts: CallParts, { publicOrigin, cache, gate }: FaceParts): RequestHandler {
  const types = appRouter._def.procedures as Record<
    string,
    { _def: { type: 'query' | 'mutation'; meta?: ProcedureMeta } } | undefined
  >

  async function callsOf(req: Request): Promise<{ calls: Call[]; batch: boolean }> {
    const paths = String(req.params.path).split(',')
    if (paths.length > BATCH_MAX) throw new CercleError('invalid', { fields: [{ path: 'batch', reason: 'too_long' }] })
    const batch = req.query.batch === '1'
    if (!batch && paths.length > 1) throw new CercleError('invalid', { fields: [{ path: 'batch', reason: 'required' }] })
    const raw = req.method === 'GET' ? parse(req.query.input) : await readJsonBody(req)
    const inputs = batch ? ((raw ?? {}) as Record<string, unknown>) : { 0: raw }
    const calls = paths.map((path, index) => {
      const definition = Object.hasOwn(types, path) ? types[path]?._def : undefined
      return { path, input: inputs[index], type: definition?.type, isAuth: definition?.meta?.audience === 'auth' }
    })
    const kinds = new Set(calls.flatMap(({ type }) => type ?? []))
    // A read transaction held while a mutation waits for a connection would hang for ever.
    if (kinds.size > 1 || (kinds.has('mutation') && req.method === 'GET'))
      throw new CercleError('invalid', { fields: [{ path: 'batch', reason: 'not_allowed' }] })
    return { calls, batch }
  }

  async function answer(
    context: CallContext,
    { path, input, type }: Call,
    batchIndex: number,
    signal: AbortSignal,
  ): Promise<Answer & { error?: unknown }> {
    try {
      const getRawInput = async () => input
      const data = await callTRPCProcedure({
        router: appRouter,
        path,
        getRawInput,
        ctx: context,
        type: type ?? 'query',
        signal,
        batchIndex,
      })
      return { status: 200, body: { result: { data } } }
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause)
      const { code, httpStatus, retryAfter } = tell(error)
      if (code === 'internal') parts.log.error('a call failed', { procedure: path, ...errorFields(error.cause ?? error) })
      const shape = getTRPCErrorShape({
        config: appRouter._def._config,
        error,
        type: type ?? 'unknown',
        path,
        input: undefined,
        ctx: context,
      })
      return { status: httpStatus, body: { error: shape }, retryAfter, error: error.cause ?? error }
    }
  }

  async function runQueries(facts: RequestFacts, calls: Call[], signal: AbortSignal): Promise<Answer[]> {
    const answers: Answer[] = []
    // Sessions are read under a role of their own, so in another transaction: the two held together would wait for each other's connection for ever.
    for (const isAuth of [false, true]) {
      const context = new CallContext(parts, facts, 'query')
      const run = async (call: Call, index: number) => {
        if (call.isAuth === isAuth) answers[index] = await answer(context, call, index, signal)
      }
      try {
        await Promise.all(calls.map(run))
      } finally {
        await context.end('commit').catch(() => {})
      }
    }
    return answers
  }

  /** What it leaves for later goes to `after`, and only once it is committed. */
  async function runMutation(
    facts: RequestFacts,
    call: Call,
    index: number,
    signal: AbortSignal,
    after: Work[],
  ): Promise<Answer> {
    const mine: Work[] = []
    const later = (work: Work) => void mine.push(work)
    const context = new CallContext({ ...parts, auth: { ...parts.auth, later } }, facts, 'mutation')
    const given = await answer(context, call, index, signal)
    const keeps = given.error === undefined || (given.error instanceof CercleError && given.error.commits)
    try {
      await context.end(keeps ? 'commit' : 'rollback')
      if (keeps) {
        after.push(...mine)
        parts.onCommitted()
      }
      return given
    } catch (error) {
      parts.log.error('a commit failed', { procedure: call.path, ...errorFields(error) })
      return refusal(error, call.path)
    }
  }

  return async (req, res) => {
    const gone = new AbortController()
    const after: Work[] = []
    res.on('close', () => gone.abort())
    try {
      const facts = factsOf(req, publicOrigin())
      const { calls, batch } = await callsOf(req)
      using _ = await gate.enter()
      if (gone.signal.aborted) return
      const answers: Answer[] = []
      if (calls.some(({ type }) => type === 'mutation')) {
        for (const [index, call] of calls.entries()) answers.push(await runMutation(facts, call, index, gone.signal, after))
      } else answers.push(...(await runQueries(facts, calls, gone.signal)))
      await send(req, res, answers, batch, cache)
    } catch (error) {
      if (tell(error).code === 'internal') parts.log.error('a request failed', errorFields(error))
      await send(req, res, refusals(req, error), req.query.batch === '1', cache)
    }
    for (const work of after) parts.auth.later(work)
  }
}

/** In the bytes of a refusal by the call itself: what was refused before it ran tells nobody why. */
function refusal(error: unknown, path: string): Answer {
  const { code, httpStatus, fields, retryAfter } = tell(error)
  const data = {
    code,
    httpStatus,
    path,
    ...(fields === undefined ? {} : { fields }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
  return { status: httpStatus, body: { error: { message: code, code: -32603, data } }, retryAfter }
}

/** A refused batch gives each of its calls the refusal, as callers of a batch expect one answer a call. */
function refusals(req: Request, error: unknown): Answer[] {
  const paths = String(req.params.path).split(',')
  return paths.slice(0, req.query.batch === '1' ? BATCH_MAX : 1).map((path) => refusal(error, path))
}

function parse(input: unknown): unknown {
  if (input === undefined) return undefined
  try {
    return JSON.parse(typeof input === 'string' ? input : '')
  } catch {
    throw new CercleError('invalid', { fields: [{ path: 'input', reason: 'format' }] })
  }
}

async function send(req: Request, res: Response, answers: Answer[], batch: boolean, cache: PublicCache): Promise<void> {
  if (res.headersSent || res.destroyed) return
  const statuses = new Set(answers.map(({ status }) => status))
  const status = statuses.size === 1 ? answers[0]!.status : 207
  const text = JSON.stringify(batch ? answers.map((one) => one.body) : answers[0]!.body)
  if (req.method === 'GET' && status === 200) {
    const packed = await packForAll(text, JSON_TYPE)
    sendPacked(req, res, packed, publicHeaders)
    cache.settle(res, { packed, headers: publicHeaders })
    return
  }
  const retryAfter = answers.find((one) => one.retryAfter !== undefined)?.retryAfter
  if (retryAfter !== undefined) res.setHeader('retry-after', String(retryAfter))
  if (req.method === 'GET') res.setHeader('access-control-allow-origin', '*')
  const { body, encoding } = await packFor(req, text)
  if (encoding !== undefined) res.setHeader('content-encoding', encoding)
  res.writeHead(status, {
    'content-type': JSON_TYPE,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    'content-length': Buffer.byteLength(body),
  })
  res.end(body)
}
