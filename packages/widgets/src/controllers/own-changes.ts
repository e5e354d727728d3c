/** What the viewer does herself with texts that are read again meanwhile: an answer may be older than what she did, or come of it. */
export class OwnChanges {
  readonly #held = new Set<string>()
  /** When each text was last changed, in changes. */
  readonly #noted = new Map<string, number>()
  #changes = 0

  /** She changes this text, or tries to, `until` it is settled. */
  hold(id: string, until: Promise<unknown>): void {
    this.#held.add(id)
    const settle = (): void => {
      this.#held.delete(id)
      this.note(id)
    }
    until.then(settle, settle)
  }

  /** She has just changed this text. */
  note(id: string): void {
    this.#noted.set(id, (this.#changes += 1))
  }

  /** From now on: is what was read of this text possibly older than what she did? */
  watch(): (id: string) => boolean {
    const since = this.#changes
    return (id) => this.#held.has(id) || (this.#noted.get(id) ?? 0) > since
  }
}
