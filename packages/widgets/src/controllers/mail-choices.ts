import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, ClientErrorCode, MailRhythms, SpaceView } from '@cercle/sdk'

/** When mail tells the viewer of what concerns her: read once a client, and changed one choice at a time. */
export class MailChoices {
  rhythms: MailRhythms | undefined
  spaces: readonly SpaceView[] = []
  /** Why they did not come. */
  failure: ClientErrorCode | undefined
  /** Why the last choice was not noted. */
  saveFailure: ClientErrorCode | undefined
  /** The last choice was noted. */
  isSaved = false
  readonly #host: ReactiveControllerHost
  #client: Cercle | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  show(client: Cercle | undefined): void {
    if (!client || client === this.#client) return
    this.#client = client
    this.rhythms = undefined
    void this.load()
  }

  readonly load = async (): Promise<void> => {
    const client = this.#client!
    this.failure = undefined
    this.#host.requestUpdate()
    try {
      const [rhythms, { items }] = await Promise.all([client.notifications.rhythms(), client.spaces.list()])
      if (client !== this.#client) return
      this.rhythms = rhythms
      this.spaces = items
    } catch (error) {
      if (client === this.#client) this.failure = (error as CercleClientError).code ?? 'internal'
    } finally {
      this.#host.requestUpdate()
    }
  }

  /** Notes a choice; what is shown is what the server holds, also when it failed. */
  async choose(choice: (notifications: Cercle['notifications']) => Promise<MailRhythms>): Promise<void> {
    this.saveFailure = undefined
    this.isSaved = false
    this.#host.requestUpdate()
    try {
      this.rhythms = await choice(this.#client!.notifications)
      this.isSaved = true
    } catch (error) {
      this.saveFailure = (error as CercleClientError).code ?? 'internal'
      if (this.rhythms) this.rhythms = { ...this.rhythms }
    } finally {
      this.#host.requestUpdate()
    }
  }
}
