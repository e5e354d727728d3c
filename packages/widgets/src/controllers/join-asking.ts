import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, ClientErrorCode, Ease } from '@cercle/sdk'
import { equipmentOf } from '../primitives/help-names.ts'

/** Names of the fields, `answers.<id>` for the community's own questions. */
export type Values = Readonly<Record<string, string>>

/** One « @ » with something on both sides: the rest is the server's to say. */
const ADDRESS = /^\S+@\S+\.\S+$/u

/** Asks to come in, once: what is sent again after a cut line is the same request. */
export class JoinAsking {
  isBusy = false
  isSent = false
  /** Fields to mend, in the order of the form. */
  wrong: readonly string[] = []
  failure: ClientErrorCode | undefined
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** `true`: it is sent. `id`: of the request. `required`: fields that may not be empty. */
  async send(client: Cercle, id: string, values: Values, required: readonly string[]): Promise<boolean> {
    if (this.isBusy) return false
    const isEmpty = (name: string) => !values[name]?.trim()
    this.failure = undefined
    this.wrong = required.filter((name) => isEmpty(name) || (name === 'email' && !ADDRESS.test(values[name]!.trim())))
    if (!this.wrong.length) {
      this.isBusy = true
      this.#host.requestUpdate()
      await client.joining.ask({ id, ...requestOf(values) }).then(
        () => (this.isSent = true),
        (error: CercleClientError) => this.#fail(error),
      )
      this.isBusy = false
    }
    this.#host.requestUpdate()
    return this.isSent
  }

  #fail({ code, fields }: Partial<CercleClientError>): void {
    this.wrong = (fields ?? []).map(({ path }) => path)
    if (!this.wrong.length) this.failure = code ?? 'internal'
  }
}

function requestOf(values: Values) {
  const given = (name: string) => values[name]?.trim() || undefined
  const answers = Object.entries(values)
    .filter(([name, answer]) => name.startsWith('answers.') && answer.trim())
    .map(([name, answer]) => ({ question: name.slice('answers.'.length), answer: answer.trim() }))
  return {
    name: given('name')!,
    email: given('email')!,
    reason: given('reason')!,
    organisation: given('organisation'),
    role: given('role'),
    region: given('region'),
    answers,
    equipment: equipmentOf(values),
    ease: given('ease') as Ease | undefined,
    phone: given('phone'),
  }
}
