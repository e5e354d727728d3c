import { setTimeout } from 'node:timers/promises'
import type { CdpEvent, Chromium } from './chromium.ts'
import { deep, watch, type Seen } from './watching.ts'

/** The line and the machine of the budgets. */
export const SLOW = { latency: 400, bytesPerSecond: 50_000, cpu: 6 }
export type Line = typeof SLOW | undefined

/** Milliseconds. */
const PATIENCE = 30_000

export interface Asked {
  url: string
  /** Milliseconds after the navigation began. */
  from: number
  until: number
  /** On the wire, headers included; 0 from a cache. */
  bytes: number
}

export interface Visited {
  /** Until the first thread is painted, in milliseconds. */
  first: number
  /** Of the page and its frames, in milliseconds. */
  longTasks: number
  blocked: number
  shift: number
  asked: Asked[]
  /** Threads that can be read. */
  threads: number
  /** Documents of another origin in the page. */
  frames: number
}

/** One tab: a page, and the frames of other origins in it, each slowed before its first byte. */
export class Visit {
  readonly #chromium: Chromium
  readonly #line: Line
  readonly #requests = new Map<string, Asked>()
  readonly #stop: () => void
  /** Sessions of frames of another origin. */
  readonly frames: string[] = []
  readonly target: string
  page = ''
  #from = NaN

  private constructor(chromium: Chromium, target: string, line: Line) {
    this.#chromium = chromium
    this.target = target
    this.#line = line
    this.#stop = chromium.listen((event) => this.#hear(event))
  }

  static async open(chromium: Chromium, { context, line }: { context?: string | undefined; line: Line }): Promise<Visit> {
    const where = { url: 'about:blank', ...(context !== undefined && { browserContextId: context }) }
    const { targetId } = await chromium.send<{ targetId: string }>('Target.createTarget', where)
    const visit = new Visit(chromium, targetId, line)
    const attached = await chromium.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
    visit.page = attached.sessionId
    const screen = { width: 412, height: 823, deviceScaleFactor: 1, mobile: false }
    await chromium.send('Emulation.setDeviceMetricsOverride', screen, visit.page)
    await visit.#prepare(visit.page)
    return visit
  }

  async #prepare(session: string): Promise<void> {
    const send = (method: string, params: object = {}) => this.#chromium.send(method, params, session)
    const told = [
      send('Page.enable'),
      send('Network.enable'),
      send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch.toString()})()` }),
      send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    ]
    if (this.#line) {
      const { latency, bytesPerSecond, cpu } = this.#line
      const speed = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond }
      told.push(send('Network.emulateNetworkConditions', { offline: false, latency, ...speed }))
      told.push(send('Emulation.setCPUThrottlingRate', { rate: cpu }))
    }
    await Promise.all(told)
  }

  #hear({ method, params, sessionId }: CdpEvent): void {
    if (sessionId === undefined || (sessionId !== this.page && !this.frames.includes(sessionId))) return
    if (method === 'Target.attachedToTarget') void this.#adopt(params as unknown as Attached)
    else if (method.startsWith('Network.')) this.#note(method, params as unknown as NetworkEvent)
  }

  async #adopt({ sessionId, targetInfo }: Attached): Promise<void> {
    if (targetInfo.type === 'iframe') {
      this.frames.push(sessionId)
      await this.#prepare(sessionId)
    }
    await this.#chromium.send('Runtime.runIfWaitingForDebugger', {}, sessionId)
  }

  #note(method: string, { requestId, timestamp, request, encodedDataLength }: NetworkEvent): void {
    if (method === 'Network.requestWillBeSent') {
      if (Number.isNaN(this.#from)) this.#from = timestamp
      this.#requests.set(requestId, { url: request!.url, from: (timestamp - this.#from) * 1000, until: NaN, bytes: 0 })
    }
    const asked = this.#requests.get(requestId)
    if (!asked || (method !== 'Network.loadingFinished' && method !== 'Network.loadingFailed')) return
    asked.until = (timestamp - this.#from) * 1000
    asked.bytes = encodedDataLength ?? 0
  }

  /** Asks the page, or a frame of it, where `deep` can be called; a promise is waited for. */
  async evaluate<Value>(expression: string, session = this.page): Promise<Value> {
    const asked = { expression: `{${deep.toString()};${expression}}`, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this.#chromium.send<Evaluated<Value>>('Runtime.evaluate', asked, session)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'the page threw')
    return result.value
  }

  /** Until `expression` holds in the page or the frame, which may have no document yet. */
  async until(expression: string, session = this.page): Promise<void> {
    const late = performance.now() + PATIENCE
    while (!(await this.evaluate(`Boolean(${expression})`, session).catch(() => false))) {
      if (performance.now() > late) throw new Error(`Waited in vain for ${expression}`)
      await setTimeout(20)
    }
  }

  /** The session of the first frame of another origin, once there is one. */
  async frame(): Promise<string> {
    while (!this.frames[0]) await setTimeout(20)
    return this.frames[0]
  }

  /** Resolves once the document is there, and nothing of it yet. */
  async go(url: string): Promise<void> {
    await this.#chromium.send('Page.navigate', { url }, this.page)
  }

  /** Goes there, and tells what was seen until a second after the first thread. */
  async measure(url: string): Promise<Visited> {
    await this.go(url)
    await this.evaluate('cercleSettled')
    const seen = await Promise.all([this.page, ...this.frames].map((one) => this.evaluate<Seen>('cercleSeen', one)))
    const tasks = seen.flatMap(({ longTasks }) => longTasks)
    const rows = await Promise.all([this.page, ...this.frames].map((one) => this.evaluate<number>(countRows, one)))
    return {
      first: seen[0]!.first!,
      longTasks: tasks.reduce((sum, ms) => sum + ms, 0),
      blocked: tasks.reduce((sum, ms) => sum + ms - 50, 0),
      shift: seen[0]!.shift,
      asked: [...this.#requests.values()],
      threads: Math.max(...rows),
      frames: this.frames.length,
    }
  }

  async close(): Promise<void> {
    this.#stop()
    await this.#chromium.send('Target.closeTarget', { targetId: this.target })
  }
}

interface Attached {
  sessionId: string
  targetInfo: { type: string }
}
interface NetworkEvent {
  requestId: string
  timestamp: number
  request?: { url: string }
  encodedDataLength?: number
}
interface Evaluated<Value> {
  result: { value: Value }
  exceptionDetails?: { exception?: { description?: string } }
}

/** Articles with a place in the page, in whatever shadow root they lie. */
const countRows = `(${(() => {
  let count = 0
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'article' && element.getBoundingClientRect().height > 0) count++
      if (element.shadowRoot) look(element.shadowRoot)
    }
  }
  look(document)
  return count
}).toString()})()`
