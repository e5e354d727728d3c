import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, ClientErrorCode, FieldError } from '@cercle/sdk'

export interface Failure {
  code: ClientErrorCode
  fields: readonly FieldError[]
}

/** An error that is none of the server's has no code. */
const asFailure = (error: unknown): Failure => ({
  code: 'internal',
  fields: [],
  ...pick(error as Partial<CercleClientError>),
})
const pick = ({ code, fields }: Partial<CercleClientError>): Partial<Failure> => ({
  ...(code && { code }),
  ...(fields && { fields }),
})

/** What somebody does, one thing at a time: how it went, in words of the host, and the way back where there is one. */
export class Acting {
  isBusy = false
  failure: Failure | undefined
  /** What was done. */
  said = ''
  undo: (() => Promise<unknown>) | undefined
  /** What was asked for wants a code first; told whether one was given. */
  proving: ((isGiven: boolean) => void) | undefined
  readonly #host: ReactiveControllerHost & { client: Cercle | undefined }

  constructor(host: ReactiveControllerHost & { client: Cercle | undefined }) {
    this.#host = host
  }

  get client(): Cercle | undefined {
    return this.#host.client
  }

  /** `undefined`: it did not work, or something else is under way. */
  async run<Out>(act: () => Promise<Out>, said = '', undo?: () => Promise<unknown>): Promise<Out | undefined> {
    if (this.isBusy) return undefined
    Object.assign(this, { isBusy: true, failure: undefined, said: '', undo: undefined })
    this.#host.requestUpdate()
    try {
      const out = await this.#prove(act)
      Object.assign(this, { said, undo })
      return out
    } catch (error) {
      const { code, fields } = asFailure(error)
      this.failure = { code, fields }
      return undefined
    } finally {
      this.isBusy = false
      this.#host.requestUpdate()
    }
  }

  /** Where a code is wanted, what was asked for waits until one is given, or she gives up. */
  async #prove<Out>(act: () => Promise<Out>): Promise<Out> {
    for (;;) {
      try {
        return await act()
      } catch (error) {
        if ((error as Partial<CercleClientError>).code !== 'proof_needed' || !(await this.#askForProof())) throw error
      }
    }
  }

  #askForProof(): Promise<boolean> {
    return new Promise((resolve) => {
      this.proving = (isGiven) => {
        this.proving = undefined
        this.#host.requestUpdate()
        resolve(isGiven)
      }
      this.#host.requestUpdate()
    })
  }

  say(words: string): void {
    this.said = words
    this.#host.requestUpdate()
  }
}
