import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, DeviceView } from '@cercle/sdk'
import type { MemberKey } from '../locales/member.fr.ts'

/** The viewer's own sessions, for a host that lists them and closes them. */
export class AccountDevices {
  list: readonly DeviceView[] | undefined
  /** Why the list, or the last closing, failed. */
  failure: CercleClientError['code'] | undefined
  /** What was not done, as a sentence. */
  failed: MemberKey | undefined
  /** What was done. */
  said: MemberKey | undefined
  readonly #host: ReactiveControllerHost
  #client: Cercle | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** Others than the one that is looked at from. */
  get others(): readonly DeviceView[] {
    return (this.list ?? []).filter(({ current }) => !current)
  }

  show(client: Cercle): void {
    if (client === this.#client) return
    this.#client = client
    this.list = undefined
    void this.load()
  }

  readonly load = (): Promise<boolean> =>
    this.#try('device.failed', async ({ auth }) => {
      this.list = (await auth.devices()).items
    })

  /** Ends one session, or all but this one; `true` when it is done. */
  close(id?: string): Promise<boolean> {
    return this.#try('device.closeFailed', async ({ auth }) => {
      await auth.revoke(id === undefined ? {} : { id })
      this.said = id === undefined ? 'device.othersClosed' : 'device.closed'
      this.list = this.list?.filter((device) => device.current || (id !== undefined && device.id !== id))
    })
  }

  async #try(sentence: MemberKey, act: (client: Cercle) => Promise<void>): Promise<boolean> {
    Object.assign(this, { failed: undefined, failure: undefined, said: undefined })
    this.#host.requestUpdate()
    try {
      await act(this.#client!)
      return true
    } catch (error) {
      this.failed = sentence
      this.failure = (error as CercleClientError).code ?? 'internal'
      return false
    } finally {
      this.#host.requestUpdate()
    }
  }
}
