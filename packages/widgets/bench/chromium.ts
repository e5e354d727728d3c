import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findBrowser } from '../../../.tools/browser.ts'

export interface CdpEvent {
  method: string
  params: Record<string, unknown>
  /** Of the page or frame that says it; none: the browser. */
  sessionId?: string
}
type Listener = (event: CdpEvent) => void
interface Answer extends Partial<CdpEvent> {
  id?: number
  result?: unknown
  error?: { message: string }
}
interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/**
 * A Chromium of its own with an empty profile, spoken to in its own protocol: a line made slow has to be slow inside the frames of
 * another origin as well, from their first byte on, and each of those is a session of its own.
 */
export class Chromium {
  readonly #socket: WebSocket
  readonly #close: () => Promise<void>
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Set<Listener>()
  #count = 0

  private constructor(socket: WebSocket, close: () => Promise<void>) {
    this.#socket = socket
    this.#close = close
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Answer))
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser is gone'))
    })
  }

  static async start(): Promise<Chromium> {
    await using opened = new AsyncDisposableStack()
    const profile = await mkdtemp(join(tmpdir(), 'cercle-bench-page-'))
    opened.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
    const { path, args } = await findBrowser()
    const child = spawn(path, [...args, ...switches, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    opened.defer(async () => {
      if (child.exitCode === null && child.kill()) await once(child, 'exit')
    })
    const address = await doorOf(createInterface(child.stderr))
    child.stderr.resume()
    const socket = new WebSocket(address)
    await once(socket, 'open')
    const running = opened.move()
    return new Chromium(socket, () => running.disposeAsync())
  }

  async send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#count
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }))
    return (await answer) as Result
  }

  /** Gives how to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #hear({ id, result, error, method, params, sessionId }: Answer): void {
    if (id === undefined) {
      const event = { method: method!, params: params ?? {}, ...(sessionId !== undefined && { sessionId }) }
      for (const listener of this.#listeners) listener(event)
      return
    }
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#waiting.clear() // what nobody waits for any more may not hide why
    this.#socket.close()
    await this.#close()
  }
}

/** As people have it: storage apart for each site; and nothing that waits because its window is not in front. */
const switches = [
  '--headless',
  '--remote-debugging-port=0',
  '--disable-features=Translate,SpareRendererForSitePerProcess',
  '--test-third-party-cookie-phaseout',
  '--disable-extensions',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--hide-scrollbars',
]

async function doorOf(lines: AsyncIterable<string>): Promise<string> {
  const said: string[] = []
  for await (const line of lines) {
    const door = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (door) return door
    said.push(line)
  }
  throw new Error(`The browser did not start: ${said.slice(-5).join(' ')}`)
}
