import type { Sleep } from '../src/transport.ts'

/** A sleep that takes no time and remembers what it was asked for, in ms. */
export function recordedSleep(): { sleep: Sleep; waits: number[] } {
  const waits: number[] = []
  return { waits, sleep: async (ms) => waits.push(ms) }
}

/** What a call was refused with. Fails when it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const given = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('error' in given) return given.error
  throw new Error(`was not refused, gave ${JSON.stringify(given.value)}`)
}
