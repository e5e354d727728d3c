import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ask } from '../context/give.ts'
import { stageContext } from '../context/stage.ts'

/** Gives what one writes in the whole window, where there is a frame around it. */
export class Larger implements ReactiveController {
  /** There is a window to grow into. */
  isOffered = false
  isOn = false
  readonly #host: ReactiveControllerHost & HTMLElement

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    host.addController(this)
    host.addEventListener('cercle-smaller', ({ bubbles }) => !bubbles && this.#set(false))
  }

  hostConnected(): void {
    ask(this.#host, stageContext, () => (this.isOffered = true))
  }

  hostDisconnected(): void {
    if (this.isOn) document.dispatchEvent(new Event('cercle-smaller'))
    this.isOn = false
  }

  /** `title`: what the window then shows, for who hears it read. */
  turn(title: string): void {
    const asked = this.isOn ? 'cercle-smaller' : 'cercle-larger'
    // back in its place only when the host says so
    if (!this.isOn) this.#set(true)
    this.#host.dispatchEvent(new CustomEvent(asked, { bubbles: true, composed: true, detail: { title } }))
  }

  #set(isOn: boolean): void {
    this.isOn = isOn
    this.#host.requestUpdate()
  }
}
