import type { ReactiveElement } from 'lit'
import type { Cercle, CercleClientError, ClientErrorCode, SpaceView } from '@cercle/sdk'
import { loadSession, type Session } from '../context/session.ts'

/** The discussion that a notice leads to: where it is listed already, or else in the place of the notices. */
export class NoticeOpening {
  /** Shown in the place of the notices. */
  opened: { id: string; space: SpaceView | undefined; session: Session } | undefined
  /** Why it could not be shown. */
  failure: ClientErrorCode | undefined
  readonly #host: ReactiveElement & { client: Cercle | undefined }
  #from: string | undefined

  constructor(host: ReactiveElement & { client: Cercle | undefined }) {
    this.#host = host
  }

  /** Whoever lists it opens it there, and says so by `preventDefault`. `space`: slug. */
  async open(id: string, space: string | undefined): Promise<void> {
    const asked = new CustomEvent('cercle-notice-open', { detail: { id }, bubbles: true, composed: true, cancelable: true })
    if (!this.#host.dispatchEvent(asked)) return
    this.#from = id
    this.failure = undefined
    try {
      const [session] = await Promise.all([loadSession(this.#host.client!), import('../thread/register.ts')])
      this.opened = { id, session, space: session.spaces.find(({ slug }) => slug === space) }
      await this.#focus('cercle-thread')
    } catch (error) {
      this.failure = (error as CercleClientError).code ?? 'internal'
      this.#host.requestUpdate()
    }
  }

  /** Back to the notice that led there. */
  readonly close = async (): Promise<void> => {
    this.opened = undefined
    await this.#focus(`[data-thread="${this.#from}"]`)
  }

  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate()
    await this.#host.updateComplete
    const place = this.#host.renderRoot.querySelector<HTMLElement>(selector)
    ;(place ?? this.#host.renderRoot.querySelector<HTMLElement>('.turns'))?.focus()
  }
}
