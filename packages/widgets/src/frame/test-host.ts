import type { Shell } from './shell.ts'
import type { FrameMessage, HostMessage } from './protocol.ts'

/* Stand-ins and a remote control for the tests of this folder; see test-frames.mjs for the frames. */

/** Cercle, as foreign to this page as to a partner's: same runner, another host name. */
export const cercleServer = `http://127.0.0.1:${location.port}`
/** Nobody listens there. */
export const deadServer = 'http://127.0.0.1:9'

/** Draws nothing and says so: it stands for a view of ours. */
export class StandIn extends HTMLElement {
  client: unknown
  space: string | undefined
  theme: string | undefined

  connectedCallback(): void {
    this.style.display = 'block'
    this.style.height = '300px'
    this.tabIndex = 0
    this.dataset['state'] = 'ready'
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true, composed: true }))
  }

  signIn(): void {
    this.dispatchEvent(new Event('cercle-sign-in', { bubbles: true, composed: true }))
  }
}

/** Resolves once `look` gives something; the test's own time limit ends it otherwise. */
export async function until<Out>(look: () => Out): Promise<NonNullable<Out>> {
  for (;;) {
    const seen = look()
    if (seen) return seen
    await new Promise((turn) => setTimeout(turn, 5))
  }
}

export function put(html: { tag?: string; community?: string | undefined; [attribute: string]: string | undefined }): Shell {
  const { tag = 'cercle-feed', ...attributes } = html
  const shell = document.createElement(tag) as Shell
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) shell.setAttribute(name, value)
  document.body.append(shell)
  return shell
}

export const viewOf = (shell: Shell): StandIn | null => shell.box.querySelector<StandIn>(':scope > :not(dialog)')
export const dialogOf = (shell: Shell): HTMLDialogElement | null => shell.box.querySelector('dialog')
export const iframeOf = (shell: Shell): HTMLIFrameElement | null => shell.box.querySelector('iframe')

/** The scripted frame of a shell: says what it is told on its port, repeats what it hears there. */
export class FrameControl {
  readonly heard: HostMessage[] = []
  readonly #iframe: HTMLIFrameElement

  constructor(shell: Shell) {
    this.#iframe = iframeOf(shell)!
    addEventListener('message', ({ source, data }) => {
      if (source === this.#iframe.contentWindow && data.heard) this.heard.push(data.heard)
    })
  }

  say(message: FrameMessage | 'hello' | object): void {
    this.#iframe.contentWindow!.postMessage(message, cercleServer)
  }

  hears<Type extends HostMessage['type']>(type: Type): Promise<HostMessage & { type: Type }> {
    return until(() => this.heard.find((message): message is HostMessage & { type: Type } => message.type === type))
  }
}

/** Opens a frame that has said hello. */
export async function greeted(shell: Shell): Promise<FrameControl> {
  await until(() => iframeOf(shell))
  const control = new FrameControl(shell)
  await control.hears('intent')
  return control
}

export function clean(): void {
  document.body.replaceChildren()
  localStorage.clear()
}
