import { Agent } from 'node:http'
import type { Place } from './place.ts'
import { startServer } from './place.ts'
import { call, Writers } from './writers.ts'

export interface OverloadFigures {
  /** Answers a second that the server gives when each waits for the one before. */
  capacity: number
  rounds: {
    times: number
    offered: number
    /** Accepted and answered, a second. */
    goodput: number
    refused: number
    /** Of those accepted. Milliseconds. */
    p99: number
    /** Neither answered nor refused as agreed: 503 with Retry-After. */
    odd: number
    /** What the first of those was. */
    oddest: string | undefined
  }[]
}

const read: [string, unknown] = ['discussions.threads', { limit: 20 }]

/** Asks more than the server can answer, at a steady pace that does not wait for it. */
export async function overload(place: Place, { seconds, times }: { seconds: number; times: number[] }): Promise<OverloadFigures> {
  await using running = await startServer(place)
  const { url } = running
  await using agent = Object.assign(new Agent({ keepAlive: true, maxSockets: 2_000 }), {
    async [Symbol.asyncDispose]() {
      agent.destroy()
    },
  })
  {
    await using writers = new Writers(() => url, place, 4)
    await writers.more(25) // a feed to read
  }
  const capacity = await measure(url, place, agent, seconds)
  const rounds = []
  for (const one of times) rounds.push({ times: one, ...(await push(url, place, agent, { rate: capacity * one, seconds })) })
  return { capacity, rounds }
}

async function measure(url: string, place: Place, agent: Agent, seconds: number): Promise<number> {
  let count = 0
  const ask = async (until: number) => {
    while (performance.now() < until) {
      // A connection that the server just closed for its rest is no measure of its pace.
      const answer = await call(url, place, read, { agent }).catch(() => undefined)
      if (answer?.status === 200) count++
    }
  }
  const asking = (span: number) => Promise.all(Array.from({ length: 32 }, () => ask(performance.now() + span)))
  await asking(1_000) // warm
  count = 0
  const from = performance.now()
  await asking(seconds * 1000)
  return (count * 1000) / (performance.now() - from)
}

async function push(url: string, place: Place, agent: Agent, { rate, seconds }: { rate: number; seconds: number }) {
  const accepted: number[] = []
  let [refused, odd, sent] = [0, 0, 0]
  let oddest: string | undefined
  const one = async () => {
    const from = performance.now()
    try {
      const { status, retryAfter, text } = await call(url, place, read, { agent })
      if (status === 200) accepted.push(performance.now() - from)
      else if (status === 503 && Number(retryAfter) > 0) refused++
      else {
        odd++
        oddest ??= `${status} ${text.slice(0, 200)}`
      }
    } catch (error) {
      odd++
      oddest ??= String(error)
    }
  }
  const asked: Promise<void>[] = []
  const from = performance.now()
  for (let now = 0; now < seconds * 1000; now = performance.now() - from) {
    for (; sent < (now * rate) / 1000; sent++) asked.push(one())
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const offered = (sent * 1000) / (performance.now() - from)
  await Promise.all(asked)
  const took = performance.now() - from
  accepted.sort((a, b) => a - b)
  const p99 = accepted[Math.floor(accepted.length * 0.99)] ?? 0
  return { offered, goodput: (accepted.length * 1000) / took, refused, p99, odd, oddest }
}
