/** For how long more of the same is not told again, in ms. */
const QUIET = 30_000

/** A number that a screen reader is told of when it appears, and not again at each change soon after. */
export class Announcement {
  /** As it was last told; 0: nothing. */
  told = 0
  #at = -QUIET

  show(count: number): void {
    const now = performance.now()
    if (count && this.told && now - this.#at < QUIET) return
    this.told = count
    if (count) this.#at = now
  }
}
