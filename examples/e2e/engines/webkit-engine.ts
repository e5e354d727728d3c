import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { HEIGHT, WIDTH, helpers, until, type Engine, type Place, type Tab } from './engine.ts'

const keys = { Tab: '\uE004', Escape: '\uE00C' }

/** A driver that says nothing for so long never will, in ms. */
const PATIENCE = 60_000

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The driver's answer to a new session. */
interface Session {
  sessionId: string
  capabilities: { browserVersion: string }
  message?: string
}

/** Speaks W3C WebDriver: WebKitGTK has no other way in. */
class WebKitTab implements Tab {
  readonly version: string
  readonly #session: string
  readonly #driver: ChildProcess
  readonly #open: () => Promise<Tab>
  /** Where scripts run now; unknown after a frame went away. */
  #place: Place | undefined = 'page'

  /** `open`: another like it. */
  constructor(version: string, session: string, driver: ChildProcess, open: () => Promise<Tab>) {
    this.version = version
    this.#session = session
    this.#driver = driver
    this.#open = open
  }

  /** A driver speaks for one session only. */
  another(): Promise<Tab> {
    return this.#open()
  }

  async #call<Value>(method: string, path: string, body?: object): Promise<Value> {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(`${this.#session}${path}`, { method, signal, ...(body ? { body: JSON.stringify(body) } : {}) })
    const { value } = (await answer.json()) as { value: Value & { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${path}: ${value.error} ${value.message}`)
    return value
  }

  /** Switching moves the focus in WebKit, so it is done only when the place is another one. */
  async #enter(place: Place): Promise<void> {
    if (place === this.#place) return
    await this.#call('POST', '/frame', { id: null })
    this.#place = 'page'
    if (place === 'page') return
    const id = await this.#call<object | null>('POST', '/execute/sync', {
      script: `return document.querySelector('cercle-feed')?.shadowRoot?.querySelector('iframe') ?? null`,
      args: [],
    })
    if (!id) throw new Error('the feed has no frame yet')
    await this.#call('POST', '/frame', { id })
    this.#place = 'frame'
  }

  async goto(url: string): Promise<void> {
    this.#place = 'page'
    await this.#call('POST', '/url', { url })
  }

  async reload(): Promise<void> {
    await this.#enter('page')
    await this.#call('POST', '/refresh', {})
  }

  async resize(height: number): Promise<void> {
    await this.#enter('page')
    await this.#call('POST', '/window/rect', { x: 0, y: 0, width: WIDTH, height })
  }

  async run<Result>(place: Place, body: string): Promise<Result> {
    await this.#enter(place)
    const script = `const done = arguments[arguments.length - 1];
      (async () => { ${helpers} ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }))`
    const out = await this.#call<{ value: Result; error?: string }>('POST', '/execute/async', { script, args: [] }).catch(
      (error: unknown) => {
        // the frame was replaced meanwhile
        this.#place = undefined
        throw error
      },
    )
    if (out.error) throw new Error(out.error)
    return out.value
  }

  async #element(place: Place, selector: string, text?: string): Promise<object> {
    await this.#enter(place)
    const script = `${helpers} return find(${JSON.stringify(selector)}, ${JSON.stringify(text) ?? 'undefined'}) ?? null`
    const found = await this.#call<object | null>('POST', '/execute/sync', { script, args: [] })
    if (!found) throw new Error(`not found: ${selector} ${text ?? ''}`)
    return found
  }

  /** With the pointer itself: the driver's own click calls every field inside a shadow root covered by something else. */
  async click(place: Place, selector: string, text?: string): Promise<void> {
    const origin = await this.#element(place, selector, text)
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    await this.#call('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] })
  }

  /** WebKit's own way to type refuses fields inside a shadow root: the keys go to where the focus is. */
  async keys(text: string): Promise<void> {
    await this.#keys([...text])
  }

  async #keys(values: string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
  }

  async key(name: keyof typeof keys): Promise<void> {
    await this.#keys([keys[name]])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#call('DELETE', '').catch(() => undefined)
    this.#driver.kill()
  }
}

/** Paths of `WebKitWebDriver`, `MiniBrowser` and `xvfb-run`. */
export interface WebKitPrograms {
  driver: string
  browser: string
  screen: string
}

export function webKitEngine(programs: WebKitPrograms): Engine {
  const open = async (): Promise<Tab> => {
    const port = await freePort()
    const driver = start(programs, port)
    try {
      const base = `http://127.0.0.1:${port}`
      await until('the driver listens', () => fetch(`${base}/status`).then((one) => one.ok))
      const { sessionId, capabilities } = await session(base, programs.browser)
      const tab = new WebKitTab(capabilities.browserVersion, `${base}/session/${sessionId}`, driver, open)
      await tab.resize(HEIGHT)
      return tab
    } catch (error) {
      driver.kill()
      throw error
    }
  }
  return { name: 'WebKitGTK', open }
}

async function session(base: string, binary: string): Promise<Session> {
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } }
  const opened = await fetch(`${base}/session`, { method: 'POST', body: JSON.stringify({ capabilities }) })
  const { value } = (await opened.json()) as { value: Session }
  if (!opened.ok) throw new Error(`WebKit did not start: ${value.message}`)
  return value
}

/** One virtual screen for each driver: they leave nothing behind for one another. Driver, screen and browser are one group, ended together. */
function start({ screen, driver }: WebKitPrograms, port: number): ChildProcess {
  const size = `-screen 0 ${WIDTH}x${HEIGHT}x24`
  // a virtual screen has no graphics card: layers, put together by the processor, would take half of all the work again
  const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1' }
  const started = spawn(screen, ['-a', '-s', size, driver, `--port=${port}`], { stdio: 'ignore', detached: true, env })
  const kill = started.kill.bind(started)
  started.kill = (signal?: NodeJS.Signals | number) => {
    try {
      return process.kill(-started.pid!, signal ?? 'SIGTERM')
    } catch {
      return kill(signal)
    }
  }
  return started
}
