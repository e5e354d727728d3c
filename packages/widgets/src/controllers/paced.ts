/** Between two runs, in ms. */
const PAUSE = 1000
/** Things in one run: as many calls as travel in one request. */
const MOST = 10

/** Gathers things to look at, and looks at them together: at once after a quiet time, at most once a second in a busy one. */
export class Paced {
  readonly #act: (ids: string[]) => Promise<unknown>
  readonly #wanted = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #last = -PAUSE

  /** `act` tells its own failures. */
  constructor(act: (ids: string[]) => Promise<unknown>) {
    this.#act = act
  }

  add(id: string): void {
    this.#wanted.add(id)
    this.#timer ??= setTimeout(() => void this.#run(), Math.max(0, this.#last + PAUSE - performance.now()))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#wanted.clear()
  }

  async #run(): Promise<void> {
    const ids = [...this.#wanted].slice(0, MOST)
    for (const id of ids) this.#wanted.delete(id)
    await this.#act(ids).catch(() => undefined)
    this.#last = performance.now()
    this.#timer = undefined
    for (const id of this.#wanted) this.add(id)
  }
}
