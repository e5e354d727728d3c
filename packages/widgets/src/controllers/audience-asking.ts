import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AudienceQuestion, AudienceView, Cercle, CercleClientError, ClientErrorCode } from '@cercle/sdk'
import { Paced } from './paced.ts'

const keyOf = (question: AudienceQuestion): string => JSON.stringify(question)

/** Asks who reads, for a host that shows it: each question once, at a calm pace while a choice is made, never one that is no longer wanted. */
export class AudienceAsking implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #paced = new Paced((keys) => Promise.all(keys.map((key) => this.#ask(key))))
  #client: Cercle | undefined
  #wanted = new Map<string, AudienceQuestion>()
  readonly #asked = new Set<string>()
  readonly #known = new Map<string, AudienceView>()
  readonly #failed = new Map<string, ClientErrorCode>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.#online)
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online)
    this.#paced.stop()
    this.#asked.clear()
  }

  /** What should be known now; asked for once. */
  want(client: Cercle | undefined, questions: readonly AudienceQuestion[]): void {
    if (client !== this.#client) this.forget()
    this.#client = client
    this.#wanted = new Map(questions.map((question) => [keyOf(question), question]))
    for (const key of this.#wanted.keys()) {
      if (!client || this.#known.has(key) || this.#failed.has(key) || this.#asked.has(key)) continue
      this.#asked.add(key)
      this.#paced.add(key)
    }
  }

  answerTo(question: AudienceQuestion): AudienceView | undefined {
    return this.#known.get(keyOf(question))
  }

  /** Why an answer that is wanted did not come. */
  get failure(): ClientErrorCode | undefined {
    for (const key of this.#wanted.keys()) if (this.#failed.has(key)) return this.#failed.get(key)
    return undefined
  }

  readonly retry = (): void => {
    this.#failed.clear()
    this.#host.requestUpdate()
  }

  /** What was told may hold no longer. */
  forget(): void {
    this.#known.clear()
    this.#asked.clear()
    this.#failed.clear()
  }

  readonly #online = (): void => {
    if (this.#failed.size) this.retry()
  }

  async #ask(key: string): Promise<void> {
    const question = this.#wanted.get(key)
    const client = this.#client
    if (!question || !client) return void this.#asked.delete(key)
    try {
      const view = await client.spaces.audience(question)
      if (client === this.#client) this.#known.set(key, view)
    } catch (error) {
      if (client === this.#client) this.#failed.set(key, (error as CercleClientError).code ?? 'internal')
    } finally {
      this.#asked.delete(key)
      this.#host.requestUpdate()
    }
  }
}
