import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ErrorCode, FieldError } from '@cercle/server'

/** What arrived, as it arrived. */
export interface Received {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  paths: string[]
  /** By position; a call without input has `undefined`. */
  inputs: unknown[]
}

/** Thrown by a procedure to fail. */
export class Refusal extends Error {
  readonly data: { code: ErrorCode; httpStatus: number; fields?: FieldError[]; retryAfter?: number }

  constructor(code: ErrorCode, httpStatus: number, more: { fields?: FieldError[]; retryAfter?: number } = {}) {
    super(code)
    this.data = { code, httpStatus, ...more }
  }
}

type Procedure = (input: never, received: Received) => unknown
type Interceptor = (request: IncomingMessage, response: ServerResponse, received: Received) => unknown

/** A real HTTP server that speaks tRPC's batched envelope with the procedures of a test. */
export class EnvelopeServer {
  readonly requests: Received[] = []
  readonly procedures: Record<string, Procedure>
  /** Each takes one whole request, in order, before the procedures see any. Returning `true` hands it on to them. */
  readonly interceptors: Interceptor[] = []
  readonly #http = createServer((request, response) => void this.#serve(request, response))

  constructor(procedures: Record<string, Procedure>) {
    this.procedures = procedures
  }

  static async start(procedures: Record<string, Procedure> = {}): Promise<EnvelopeServer> {
    const server = new EnvelopeServer(procedures)
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  get last(): Received {
    const last = this.requests.at(-1)
    if (!last) throw new Error('nothing was received')
    return last
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await this.#receive(request)
    this.requests.push(received)
    const interceptor = this.interceptors.shift()
    if (interceptor && (await interceptor(request, response, received)) !== true) return
    const answers = await Promise.all(received.paths.map((path, index) => this.#answer(path, received.inputs[index], received)))
    const statuses = new Set(answers.map(({ status }) => status))
    response.statusCode = statuses.size === 1 ? answers[0]!.status : 207
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers.map(({ body }) => body)))
  }

  async #receive(request: IncomingMessage): Promise<Received> {
    const url = new URL(request.url!, this.url)
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const inputs = JSON.parse(request.method === 'GET' ? url.searchParams.get('input')! : text) as Record<string, unknown>
    const paths = url.pathname.split('/').at(-1)!.split(',')
    return { method: request.method!, url, headers: request.headers, paths, inputs: paths.map((_, index) => inputs[index]) }
  }

  async #answer(path: string, input: unknown, received: Received): Promise<{ status: number; body: unknown }> {
    try {
      const procedure = this.procedures[path]
      if (!procedure) throw new Refusal('not_found', 404)
      return { status: 200, body: { result: { data: (await procedure(input as never, received)) ?? null } } }
    } catch (error) {
      const data = error instanceof Refusal ? error.data : { code: 'internal', httpStatus: 500 }
      return { status: data.httpStatus, body: { error: { message: data.code, code: -32600, data: { ...data, path } } } }
    }
  }
}

/** The connection dies before anything is answered. */
export const cut: Interceptor = (request) => void request.socket.destroy()

/** The connection dies in the middle of the answer, after the procedures have done their work. */
export const cutAfterWork =
  (server: EnvelopeServer): Interceptor =>
  async (request, response, received) => {
    for (const [index, path] of received.paths.entries())
      await server.procedures[path]?.(received.inputs[index] as never, received)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
    response.write('[{"result"', () => request.socket.destroy())
  }

/** Something that is not Cercle answers. */
export const answer =
  (status: number, text: string, headers: Record<string, string> = {}): Interceptor =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(text)
