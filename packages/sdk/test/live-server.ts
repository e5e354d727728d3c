import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LiveEvent } from '@cercle/server'

type News = Extract<LiveEvent, { seq: number }>

export const posted = (seq: number): News => ({ type: 'post.created', seq, space: 's', thread: 't', post: `p${seq}`, own: false })

/** A real HTTP server with one order of things: each stream is told what came after its cursor, `ready`, then what comes. */
export class LiveServer implements AsyncDisposable {
  readonly log: News[] = []
  readonly requests: { after: number | undefined; headers: IncomingMessage['headers'] }[] = []
  readonly streams = new Set<ServerResponse>()
  /** Each takes one whole request instead of the stream. */
  readonly refusals: ((response: ServerResponse) => unknown)[] = []
  /** Tokens that are let in; absent: all. */
  good: string | undefined
  readonly #http = createServer((request, response) => void this.#serve(request, response))

  static async start(): Promise<LiveServer> {
    const server = new LiveServer()
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  get seq(): number {
    return this.log.at(-1)?.seq ?? 0
  }

  /** Something happens; with `send: false` only those who come later hear of it. */
  happen(count = 1, { send = true } = {}): void {
    for (let done = 0; done < count; done++) {
      const event = posted(this.seq + 2) // another member's events lie between
      this.log.push(event)
      if (send) this.write(`data: ${JSON.stringify(event)}\n\n`)
    }
  }

  write(text: string): void {
    for (const stream of this.streams) stream.write(text)
  }

  cut(): void {
    for (const stream of this.streams) stream.destroy()
    this.streams.clear()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const { after } = JSON.parse(text) as { after?: number }
    this.requests.push({ after, headers: request.headers })
    const refusal = this.refusals.shift()
    if (refusal) return void refusal(response)
    if (this.good && request.headers.authorization !== `Bearer ${this.good}`) return refuse('unauthorized', 401)(response)
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    response.flushHeaders()
    const missed = after === undefined ? [] : this.log.filter(({ seq }) => seq > after)
    for (const event of [...missed, { type: 'ready', seq: this.seq }]) response.write(`data: ${JSON.stringify(event)}\n\n`)
    this.streams.add(response)
    response.on('close', () => this.streams.delete(response))
  }
}

export const refuse =
  (code: string, httpStatus: number, retryAfter?: number) =>
  (response: ServerResponse): void => {
    response.writeHead(httpStatus, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message: code, code: -32600, data: { code, httpStatus, retryAfter } } }))
  }
