import fc from 'fast-check'
import type { z } from 'zod'
import { appRouter } from '../../src/app-router.ts'
import { inputsOf } from './inputs.ts'

interface Procedure {
  _def: { type: 'query' | 'mutation'; inputs: z.ZodType[] }
}

export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).map(
  ([path, { _def }]) => ({
    path,
    type: _def.type,
    schema: _def.inputs[0],
  }),
)

export interface FuzzTarget {
  url: string
  community: string
  /** Values that mean something there: ids, slugs, words. */
  known: string[]
  /** Gives a token that stands; signing out is among what is tried. */
  token(): Promise<string>
}

export interface FuzzFigures {
  sent: number
  statuses: Record<number, number>
  /** Milliseconds. */
  slowest: number
  /** What was wrong, in words, with the input that did it. */
  faults: string[]
}

/** Of our own files, of the driver, of the database and of its language. */
const leaks =
  /\bat .+:\d+:\d+|\.ts\b|node_modules|node:internal|select .+ from|insert into|syntax error|violates|relation "|column "|invalid byte|kysely|postgres/iu
const PATIENCE = 10_000

/** Sends so many inputs to one procedure, as a member and as a stranger. */
export async function fuzz(
  target: FuzzTarget,
  { path, type, schema }: (typeof procedures)[number],
  count: number,
): Promise<FuzzFigures> {
  const figures: FuzzFigures = { sent: 0, statuses: {}, slowest: 0, faults: [] }
  const inputs = fc.sample(fc.tuple(inputsOf(schema, target.known), fc.integer({ min: 0, max: 9 })), count)
  let token = await target.token()
  for (const [input, who] of inputs) {
    const access = who === 0 ? undefined : who === 1 ? 'not-a-token' : token
    const from = performance.now()
    const { status, text } = await send(target, { path, type, input, access })
    figures.sent++
    figures.statuses[status] = (figures.statuses[status] ?? 0) + 1
    figures.slowest = Math.max(figures.slowest, performance.now() - from)
    const wrong = faultOf(status, text, JSON.stringify(input) ?? '')
    if (wrong) figures.faults.push(`${path} ${wrong}: ${(JSON.stringify(input) ?? '').slice(0, 300)} → ${text.slice(0, 300)}`)
    if (status === 401 && access === token) token = await target.token()
  }
  return figures
}

async function send(
  target: FuzzTarget,
  { path, type, input, access }: { path: string; type: string; input: unknown; access: string | undefined },
) {
  const url = `${target.url}/c/${target.community}/trpc/${path}`
  const body = JSON.stringify(input)
  const signal = AbortSignal.timeout(PATIENCE)
  const isGet = type === 'query' && access === undefined && (body?.length ?? 0) < 4_000
  const headers = { 'content-type': 'application/json', ...(access === undefined ? {} : { authorization: `Bearer ${access}` }) }
  try {
    const response = isGet
      ? await fetch(body === undefined ? url : `${url}?input=${encodeURIComponent(body)}`, { signal })
      : await fetch(url, { method: 'POST', headers, signal, ...(body === undefined ? {} : { body }) })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    return { status: 0, text: (error as Error).message }
  }
}

function faultOf(status: number, text: string, input: string): string | undefined {
  if (status === 0) return 'gave no answer'
  if (status >= 500) return `answered ${status}`
  // an address of more than 16 KiB is refused by Node itself, before anything of ours sees it
  if (status === 431) return text === '' ? undefined : 'says too much of an address'
  let body: { result?: unknown; error?: { data?: { code?: unknown } } }
  try {
    body = JSON.parse(text) as typeof body
  } catch {
    return 'answered something that is no JSON'
  }
  if (status === 200) return body.result === undefined ? 'has no result' : undefined
  if (typeof body.error?.data?.code !== 'string') return 'has no code'
  return leaks.test(text) && !leaks.test(input) ? 'says too much' : undefined
}
