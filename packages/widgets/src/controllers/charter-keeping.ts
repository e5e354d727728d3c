import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, CharterSummary, CharterView, ClientErrorCode } from '@cercle/sdk'
import type { CharterKey } from '../locales/charter.fr.ts'
import { LiveHearing } from './live-hearing.ts'

/** The charters that concern the viewer, for a host that lists them and takes signatures back. */
export class CharterKeeping {
  list: readonly CharterSummary[] | undefined
  /** What was not done, as a sentence, and why. */
  failed: CharterKey | undefined
  failure: ClientErrorCode | undefined
  /** What was done. */
  said: CharterKey | undefined
  /** The text under which a signature was just taken back. */
  undoable: CharterView | undefined
  readonly #host: ReactiveControllerHost
  readonly #hearing: LiveHearing
  #client: Cercle | undefined
  #isActing = false

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    // what one does oneself is told too, and known already
    const changed = () => void (this.#isActing || this.#read().catch(() => undefined))
    this.#hearing = new LiveHearing(host, { changed, resync: changed })
  }

  show(client: Cercle | undefined): void {
    if (client === this.#client) return
    this.#client = client
    this.list = undefined
    this.#hearing.listen(client)
    if (client) void this.load()
  }

  readonly load = (): Promise<boolean> => this.#try('list.failed', () => this.#read())

  withdraw(id: string): Promise<boolean> {
    return this.#try('back.failed', async ({ charter }) => {
      const back = await charter.withdraw({ id })
      await this.#read()
      Object.assign(this, { said: 'back.done', undoable: back })
    })
  }

  /** Signs again what was just taken back, and gives its id; `undefined` when that failed. */
  async undo(): Promise<string | undefined> {
    const { undoable } = this
    const isDone = await this.#try('sign.failed', async ({ charter }) => {
      await charter.sign(undoable!)
      await this.#read()
      this.said = 'sign.done'
    })
    // what is asked for by now may be another text: it is in the list, to be read
    if (isDone || this.failure === 'conflict') return undoable?.id
    this.undoable = undoable
    this.#host.requestUpdate()
    return undefined
  }

  async signed(): Promise<void> {
    await this.#try('list.failed', () => this.#read())
    this.said = 'sign.done'
    this.#host.requestUpdate()
  }

  async #read(): Promise<void> {
    this.list = (await this.#client!.charter.list()).items
    this.#host.requestUpdate()
  }

  async #try(sentence: CharterKey, act: (client: Cercle) => Promise<void>): Promise<boolean> {
    Object.assign(this, { failed: undefined, failure: undefined, said: undefined, undoable: undefined })
    this.#isActing = true
    this.#host.requestUpdate()
    try {
      await act(this.#client!)
      return true
    } catch (error) {
      this.failed = sentence
      this.failure = (error as CercleClientError).code ?? 'internal'
      return false
    } finally {
      this.#isActing = false
      this.#host.requestUpdate()
    }
  }
}
