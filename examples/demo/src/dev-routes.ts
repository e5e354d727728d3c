import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MovableClock } from '@cercle/server'
import type { DemoGuide } from './demo-guide.ts'
import { addDuration } from './duration.ts'
import { mailPage, mailStyles } from './mail-page.ts'
import type { Mailbox } from './mailbox.ts'

/** What the routes of `/dev` show and move. */
export interface DevParts {
  mailbox: Mailbox
  clock: MovableClock
  guide: () => DemoGuide
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>

/** Answers what lies under `/dev`, and hands everything else on. For the demo only: it shows sign-in codes and moves time. */
export function createDevRoutes({
  mailbox,
  clock,
  guide,
}: DevParts): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const routes: Record<string, Handler> = {
    'GET /dev/mail': (_request, response, url) => {
      const to = url.searchParams.get('to') ?? ''
      send(response, 200, 'text/html', mailPage(mailbox.list(to), to, guide().people))
    },
    'GET /dev/mail.css': (_request, response) => send(response, 200, 'text/css', mailStyles),
    'GET /dev/mail.json': (_request, response, url) =>
      sendJson(response, 200, mailbox.list(url.searchParams.get('to') ?? undefined)),
    'DELETE /dev/mail.json': (_request, response) => {
      mailbox.empty()
      response.writeHead(204).end()
    },
    'POST /dev/clock': async (request, response) => {
      const advance = await readAdvance(request)
      if (advance === undefined)
        return sendJson(response, 400, { error: 'Send JSON such as {"advance":"P31D"}: an ISO 8601 duration.' })
      clock.advance(addDuration(clock.now(), advance) - clock.now())
      sendJson(response, 200, { now: new Date(clock.now()).toISOString() })
    },
    'GET /dev/demo.json': (_request, response) => sendJson(response, 200, guide()),
  }
  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://demo')
    if (!url.pathname.startsWith('/dev/')) return next()
    // A page elsewhere that points its own name at this machine must not read the codes.
    if (!isLoopbackName(request.headers.host)) return sendJson(response, 421, { error: 'Ask for localhost.' })
    const handler = routes[`${request.method} ${url.pathname}`]
    if (!handler) return next()
    Promise.resolve(handler(request, response, url)).catch(() => response.destroy())
  }
}

function isLoopbackName(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '')
}

const BODY_LIMIT = 1024

/** The duration asked for, or `undefined` when the body is no JSON, too long, or holds no duration. */
async function readAdvance(request: IncomingMessage): Promise<string | undefined> {
  // A form of another site cannot send this type without asking first, and is then refused.
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > BODY_LIMIT) return undefined
  }
  try {
    const { advance } = JSON.parse(body) as { advance?: unknown }
    if (typeof advance !== 'string') return undefined
    addDuration(0, advance)
    return advance
  } catch {
    return undefined
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value))
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  })
  response.end(body)
}
