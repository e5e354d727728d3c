import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { focusNow, followFocus } from './guest-focus.ts'
import type { FrameMessage, Stretch } from './protocol.ts'

type Tell = (message: FrameMessage) => void

/** A view or a form on the stage. */
export interface Actor extends HTMLElement, Partial<ReactiveControllerHost> {
  updateComplete?: Promise<boolean>
}

/**
 * The one `<main>` of the frame's page: shows one thing at a time, says how tall it is, and grows to the whole window on demand. Nothing is
 * said before the first thing is drawn: an early height makes the page jump.
 */
export class Stage {
  readonly main = document.createElement('main')
  /** The way out, above whatever is shown. */
  readonly exit = document.createElement('cercle-exit')
  readonly #tell: Tell
  #height = 0
  #isOpen = false
  /** What asked for the whole window. */
  #larger: EventTarget | undefined

  constructor(tell: Tell) {
    this.#tell = tell
    document.documentElement.style.margin = document.body.style.margin = '0'
    this.main.style.cssText = 'display:flow-root'
    this.main.append(this.exit)
    document.body.append(this.main)
    new ResizeObserver(() => this.measure()).observe(this.main)
    document.addEventListener('cercle-larger', (event) => this.#grow(event as CustomEvent<{ title?: string } | undefined>))
    document.addEventListener('cercle-smaller', () => this.smaller())
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#larger && !event.defaultPrevented) this.smaller()
    })
    document.addEventListener('click', openOutside)
    followFocus((to) => this.#show(to))
  }

  /** px, rounded up; what the host gives the frame. */
  get height(): number {
    return Math.ceil(this.main.getBoundingClientRect().height)
  }

  /** Draws `actor` out of sight and resolves once it has something to show; `show` then gives it the stage in one step. */
  async prepare(actor: Actor, isReady: Promise<unknown>): Promise<void> {
    actor.style.display = 'none'
    this.main.append(actor)
    await isReady
    await actor.updateComplete
  }

  show(actor: Actor): void {
    for (const other of this.main.querySelectorAll(':scope > *')) {
      if (other !== actor && other !== this.exit && other.localName.startsWith('cercle-')) other.remove()
    }
    actor.style.display = ''
    this.#follow(actor)
  }

  /** Frames out of sight get no ResizeObserver: every update of what is shown is the first voice, the observer the second. */
  #follow(actor: Actor): void {
    actor.addController?.(new AfterUpdate(actor, () => this.measure()))
  }

  /** Stands under what is shown, until something else is. */
  below(actor: Actor): void {
    this.main.append(actor)
    this.#follow(actor)
  }

  /** From the first thing drawn on. */
  open(signedIn: boolean): void {
    this.#isOpen = true
    this.#height = this.height
    this.#tell({ type: 'ready', signedIn, px: this.#height })
  }

  measure(): void {
    const px = this.height
    if (!this.#isOpen || this.#larger || px === this.#height) return
    this.#height = px
    this.#tell({ type: 'height', px })
  }

  /** Asked from inside: by what grew, by Escape. */
  smaller(): void {
    if (!this.#larger) return
    this.#tell({ type: 'smaller' })
  }

  /** The host has put the frame back into its place. */
  shrunk(): void {
    const asker = this.#larger
    this.#larger = undefined
    this.main.style.cssText = 'display:flow-root'
    asker?.dispatchEvent(new Event('cercle-smaller'))
    this.#height = 0
    this.measure()
    // what was being written lies elsewhere now
    const focus = focusNow()
    if (focus) this.#tell({ type: 'focus', ...focus })
  }

  #show(to: Stretch): void {
    if (!this.#isOpen || this.#larger) return
    // the frame is first made as tall as what it then shows
    this.measure()
    this.#tell({ type: 'focus', ...to })
  }

  #grow(event: CustomEvent<{ title?: string } | undefined>): void {
    this.#larger = event.composedPath()[0]
    // the host lets no frame scroll by itself
    this.main.style.cssText =
      'display:flow-root;position:absolute;inset:0;padding:16px;overflow:auto;overscroll-behavior:contain;scroll-padding-top:68px'
    // what asked is what one sees first; the page around stays where it is
    if (this.#larger instanceof Element)
      this.main.scrollTop += this.#larger.getBoundingClientRect().top - 16 - this.exit.offsetHeight
    this.#tell({ type: 'larger', title: event.detail?.title ?? document.title })
  }
}

class AfterUpdate implements ReactiveController {
  readonly #done: () => void
  readonly #host: Actor

  constructor(host: Actor, done: () => void) {
    this.#host = host
    this.#done = done
  }

  hostUpdated(): void {
    void this.#host.updateComplete?.then(this.#done)
  }
}

/** A link never takes the frame away, and what it opens has no hand on it. */
function openOutside(event: Event): void {
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.href !== '')
  if (!link || link.getAttribute('href')!.startsWith('#')) return
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
}
