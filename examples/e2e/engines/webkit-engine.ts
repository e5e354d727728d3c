import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { until, helpers, type Engine, type Place, type Tab } from './engine.ts'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const keys = { Tab: '\uE004', Escape: '\uE00C', Enter: '\uE007' }

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
class WebKitTab implements Tab, AsyncDisposable {
  readonly version: string
  readonly #session: string
  readonly #driver: ChildProcess
  /** Where scripts run now; unknown after a frame went away. */
  #place: Place | undefined = 'page'

  constructor(version: string, session: string, driver: ChildProcess) {
    this.version = version
    this.#session = session
    this.#driver = driver
  }

  async #call<Value>(method: string, path: string, body?: object): Promise<Value> {
    const answer = await fetch(`${this.#session}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
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

  /** The first element that is found, in the window and at rest: the pointer is sent to a place, not to an element. */
  async #element(place: Place, selector: string, text?: string): Promise<string> {
    const wanted = `find(${JSON.stringify(selector)}, ${JSON.stringify(text) ?? 'undefined'})`
    await until(`${selector} ${text ?? ''} at rest`, () => this.#isAtRest(place, wanted))
    await this.#enter(place)
    const script = `${helpers} return ${wanted} ?? null`
    const found = await this.#call<Record<string, string> | null>('POST', '/execute/sync', { script, args: [] })
    if (!found) throw new Error(`not found: ${selector} ${text ?? ''}`)
    return found[ELEMENT]!
  }

  /** Brings it into the window, as a person does with the wheel: no frame of another site scrolls the page here. `false`: it moved. */
  async #isAtRest(place: Place, wanted: string): Promise<boolean> {
    const middle = `const one = ${wanted}; const middle = () => { const { top, bottom } = one.getBoundingClientRect(); return (top + bottom) / 2 }`
    const [before, after] = await this.run<[number, number]>(
      place,
      `${middle}; one.scrollIntoView({ block: 'center' }); const before = middle(); await frames(); return [before, middle()]`,
    )
    if (before !== after || place === 'page') return before === after
    return this.run(
      'page',
      `const y = frame().getBoundingClientRect().top + ${after}
      const isOut = y < 100 || y > innerHeight - 100
      if (isOut && !frame().closest('dialog').matches(':modal')) scrollBy({ top: y - innerHeight / 2, behavior: 'instant' })
      const before = frame().getBoundingClientRect().top
      await frames()
      return frame().getBoundingClientRect().top === before`,
    )
  }

  /** With the pointer itself: the driver's own click calls every field inside a shadow root covered by something else. */
  async click(place: Place, selector: string, text?: string): Promise<void> {
    const origin = { [ELEMENT]: await this.#element(place, selector, text) }
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    await this.#call('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] })
  }

  /**
   * A real click, then keys where the focus is: WebKit's own way refuses fields inside a shadow root, and a script may not take the focus
   * into a frame of another site by itself.
   */
  async type(place: Place, selector: string, text: string): Promise<void> {
    await this.click(place, selector)
    await this.#keys([...text])
  }

  async #keys(values: string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
  }

  async press(key: keyof typeof keys): Promise<void> {
    await this.#keys([keys[key]])
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
  return {
    name: 'WebKitGTK',
    async open() {
      const port = await freePort()
      // one virtual screen for each driver: they leave nothing behind for one another
      const driver = spawn(programs.screen, ['-a', programs.driver, `--port=${port}`], { stdio: 'ignore', detached: true })
      const kill = driver.kill.bind(driver)
      driver.kill = (signal?: NodeJS.Signals | number) => {
        // the driver, its screen and its browser are one group that we started
        try {
          return process.kill(-driver.pid!, signal ?? 'SIGTERM')
        } catch {
          return kill(signal)
        }
      }
      const base = `http://127.0.0.1:${port}`
      await until('the driver listens', () => fetch(`${base}/status`).then((one) => one.ok))
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] } } }
      const opened = await fetch(`${base}/session`, { method: 'POST', body: JSON.stringify({ capabilities }) })
      const { value } = (await opened.json()) as { value: Session }
      if (!opened.ok) throw new Error(`WebKit did not start: ${value.message}`)
      return new WebKitTab(value.capabilities.browserVersion, `${base}/session/${value.sessionId}`, driver)
    },
  }
}
