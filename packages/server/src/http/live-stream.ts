import type { RequestHandler, Response } from 'express'
import { CercleError } from '../errors.ts'
import type { LiveHub } from '../live/hub.ts'
import { OpenLive, type LiveEvent } from '../live/live.schema.ts'
import { CallContext, type CallParts } from '../trpc/context.ts'
import { tell } from '../trpc/error-map.ts'
import { readJsonBody } from '../trpc/json-body.ts'
import { factsOf } from '../trpc/request-facts.ts'
import type { Viewer } from '../viewer.ts'

/** A comment goes out this often, so that proxies and phones keep the line. Milliseconds. */
const HEARTBEAT = 25_000
/** A reader that leaves more than this unread is cut, and resumes by its cursor. Bytes. */
const UNREAD_MAX = 256 * 1024

export interface LiveLimits {
  perMember: number
  perProcess: number
}

/** `POST /c/<community>/live`: one event stream for all elements and tabs of a browser. Ids only; rights are re-checked before each send. */
export function liveStream(hub: LiveHub, parts: CallParts, publicOrigin: () => string, limits: LiveLimits): RequestHandler {
  return async (req, res) => {
    try {
      const facts = factsOf(req, publicOrigin())
      const input = OpenLive.safeParse((await readJsonBody(req)) ?? {})
      if (!input.success) throw new CercleError('invalid', { fields: [{ path: 'after', reason: 'format' }] })
      const viewer = await viewerOf(new CallContext(parts, facts, 'query'))
      await stream(hub, res, sessionOf(viewer), input.data.after, limits)
    } catch (error) {
      refuse(res, error)
    }
  }
}

async function viewerOf(context: CallContext): Promise<Viewer> {
  try {
    return (await context.scope()).viewer
  } finally {
    await context.end('commit').catch(() => {})
  }
}

function sessionOf({ communityId, memberId, sessionId, status }: Viewer) {
  if (memberId === null || sessionId === null) throw new CercleError('unauthorized')
  if (status === 'pending') throw new CercleError('forbidden')
  return { communityId, memberId, sessionId }
}

async function stream(
  hub: LiveHub,
  res: Response,
  who: ReturnType<typeof sessionOf>,
  after: number | undefined,
  limits: LiveLimits,
): Promise<void> {
  if (hub.countOf(who.communityId, who.memberId) >= limits.perMember) throw new CercleError('rate_limited', { retryAfter: 30 })
  if (hub.size >= limits.perProcess) throw new CercleError('unavailable', { retryAfter: 30 })
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  res.flushHeaders()
  const write = (text: string): void => {
    res.write(text)
    if (res.writableLength > UNREAD_MAX) res.destroy()
  }
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT)
  heartbeat.unref()
  const over = new AbortController()
  res.on('close', () => {
    clearInterval(heartbeat)
    over.abort()
  })
  const send = (events: LiveEvent[]): void => write(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
  const remove = await hub.open({ ...who, send, drained: () => drained(res), end: () => res.end() }, after)
  if (over.signal.aborted) remove()
  else over.signal.addEventListener('abort', remove)
}

function drained(res: Response): Promise<void> {
  if (!res.writableNeedDrain || res.destroyed) return Promise.resolve()
  return new Promise((resolve) => res.once('drain', resolve).once('close', resolve))
}

function refuse(res: Response, error: unknown): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  const { code, httpStatus, fields, retryAfter } = tell(error)
  if (retryAfter !== undefined) res.setHeader('retry-after', String(retryAfter))
  const data = {
    code,
    httpStatus,
    ...(fields === undefined ? {} : { fields }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
  res
    .status(httpStatus)
    .set('cache-control', 'no-store')
    .json({ error: { message: code, code: -32600, data } })
}
