import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, ReactionCount } from '@cercle/sdk'

/** What the gestures under one text are once `key` is set to `on` by the viewer. */
function withMine(reactions: readonly ReactionCount[], key: string, on: boolean): ReactionCount[] {
  const known = reactions.find((reaction) => reaction.key === key) ?? { key, count: 0, mine: false }
  const count = known.count + Number(on) - Number(known.mine)
  return [...reactions.filter((reaction) => reaction.key !== key), { key, count, mine: on }]
}

/** The gestures under one text: shown as pressed at once, set on the server, put back when that fails. The last press wins. */
export class ThreadReactions {
  /** As shown, presses under way included. */
  shown: readonly ReactionCount[] = []
  /** Why the last press was not kept. */
  failure: CercleClientError['code'] | undefined
  readonly #host: ReactiveControllerHost
  readonly #changed: (reactions: ReactionCount[]) => void
  /** As the server last said. */
  #known: readonly ReactionCount[] = []
  /** The last state asked for, by key, while the server has not answered. */
  readonly #wanted = new Map<string, boolean>()

  /** `changed`: the server has said what the gestures are now. */
  constructor(host: ReactiveControllerHost, changed: (reactions: ReactionCount[]) => void) {
    this.#host = host
    this.#changed = changed
  }

  /** What the server says. */
  show(reactions: readonly ReactionCount[]): void {
    if (reactions === this.#known) return
    this.#known = reactions
    this.#draw()
  }

  of(key: string): ReactionCount {
    return this.shown.find((reaction) => reaction.key === key) ?? { key, count: 0, mine: false }
  }

  async toggle(client: Cercle, postId: string, key: string): Promise<void> {
    const on = !this.of(key).mine
    const isUnderWay = this.#wanted.has(key)
    this.failure = undefined
    this.#wanted.set(key, on)
    this.#draw()
    // The press before is still on its way: it sends the last state when it is back.
    if (!isUnderWay) await this.#settle(client, postId, key, on)
  }

  async #settle(client: Cercle, postId: string, key: string, on: boolean): Promise<void> {
    try {
      const { reactions } = await client.discussions.react({ postId, key, on })
      this.#known = reactions
      const last = this.#wanted.get(key)
      if (last !== undefined && last !== on) return await this.#settle(client, postId, key, last)
      this.#wanted.delete(key)
      this.#changed(reactions)
    } catch (error) {
      this.#wanted.delete(key)
      this.failure = (error as CercleClientError).code ?? 'internal'
    }
    this.#draw()
  }

  #draw(): void {
    this.shown = [...this.#wanted].reduce<readonly ReactionCount[]>((shown, [key, on]) => withMine(shown, key, on), this.#known)
    this.#host.requestUpdate()
  }
}
