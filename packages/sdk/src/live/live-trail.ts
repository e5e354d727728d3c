import type { LiveEvent } from '@cercle/server'

export type LiveNews = Extract<LiveEvent, { seq: number }>

/** How many events are kept for frames that come back. */
const KEPT_MAX = 500

/** What one document has heard: how far, and the last of it, so that it can tell others. */
export class LiveTrail {
  /** Highest `seq` that was heard; `undefined` before the first. */
  cursor: number | undefined
  /** Everything after this one and up to the cursor is in `#kept`. */
  #base = 0
  #kept: LiveNews[] = []

  /** Whether this is news; what was heard before is not. */
  take(event: LiveNews): boolean {
    const { cursor } = this
    if (event.type === 'ready') {
      this.cursor = Math.max(cursor ?? event.seq, event.seq)
      if (cursor === undefined) this.#base = event.seq
      return true
    }
    // a resync may lead back: to what a backup held
    if (cursor !== undefined && event.seq <= cursor && event.type !== 'resync') return false
    this.cursor = event.seq
    if (event.type === 'resync' || cursor === undefined) {
      this.#base = event.seq
      this.#kept = []
    } else if (this.#kept.push(event) > KEPT_MAX) this.#base = this.#kept.shift()!.seq
    return true
  }

  /** All that came after `after`, then word that the stream is open; a `resync` where that is not known any more. Nothing before the first event. */
  since(after = this.cursor): LiveNews[] {
    const { cursor } = this
    if (cursor === undefined || after === undefined) return []
    if (after < this.#base) return [{ type: 'resync', seq: cursor }]
    return [...this.#kept.filter(({ seq }) => seq > after), { type: 'ready', seq: cursor }]
  }
}
