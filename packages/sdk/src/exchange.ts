import type { ErrorCode, FieldError } from '@cercle/server'
import { CercleClientError } from './errors.ts'

/**
 * `read`: a query. `write`: a mutation that names its id or sets a state, so that sending it twice changes nothing.
 * `once`: a call about signing in, which travels without a token and is never repeated. `once signed`: with one, and never repeated either.
 */
export type Mode = 'read' | 'write' | 'once' | 'once signed'

export interface Question {
  path: string
  input: unknown
  mode: Mode
}

export interface Outcome {
  data?: unknown
  error?: CercleClientError
  /** The server itself failed this call, perhaps only because of its neighbours in the request. */
  spoiled?: boolean
}

/** One HTTP request with questions of one mode, and what became of each. Rejects when none of them was answered. */
export type Exchange = (questions: Question[], signal: AbortSignal) => Promise<Outcome[]>

/** Which community to ask, and how. */
export interface Target {
  /** Where Cercle runs, with a path if it has one: `https://cercle.example.org`. */
  server: string
  /** Slug of the community. */
  community: string
  /** `globalThis.fetch` unless given. */
  fetch?: typeof globalThis.fetch | undefined
}

/** One call's part of an answer, in tRPC's envelope; nothing where the answer is not Cercle's. */
type Answer = { result?: { data?: unknown }; error?: { data: Failure } } | null | undefined
interface Failure {
  code: ErrorCode
  httpStatus: number
  fields?: FieldError[] | undefined
  retryAfter?: number | undefined
}

/** Of an answer that is not Cercle's, only what speaks of load is believed: a stray 404 page does not mean that a thread is gone. */
const failureOf = ({ status, headers }: Response): Failure => ({
  code: status === 429 ? 'rate_limited' : status > 501 ? 'unavailable' : 'internal',
  httpStatus: status,
  retryAfter: Number(headers.get('retry-after')) || undefined,
})

export function outcomeOf(answer: Answer, response: Response): Outcome {
  if (answer?.result) return { data: answer.result.data }
  const { code, httpStatus: status, fields, retryAfter } = answer?.error?.data ?? failureOf(response)
  return { error: new CercleClientError(code, { fields, retryAfter, status }), spoiled: !!answer?.error && code === 'internal' }
}

export const inputOf = (questions: Question[]): string => JSON.stringify({ ...questions.map(({ input }) => input) })

/** `query` comes after `?batch=1`. Rejects with `offline` when no whole answer came. */
export async function request(target: Target, questions: Question[], query: string, init: RequestInit): Promise<Outcome[]> {
  const paths = questions.map(({ path }) => path)
  const url = `${target.server.replace(/\/+$/, '')}/c/${encodeURIComponent(target.community)}/trpc/${paths}?batch=1${query}`
  try {
    const response = await (target.fetch ?? fetch)(url, init)
    const body = (await response.json().catch((cause: unknown) => {
      // A whole answer that is not JSON came from something else on the way.
      if (!(cause instanceof SyntaxError)) throw cause
    })) as Answer | Answer[]
    const answers = [body].flat()
    // A request refused as a whole has one answer for all.
    return paths.map((_, index) => outcomeOf(answers[index] ?? (answers[0]?.error && answers[0]), response))
  } catch (cause) {
    throw new CercleClientError('offline', { cause })
  }
}

/** A stranger's queries: GETs without any header of ours, so that they need no preflight and caches may serve the crowd. */
export const asStranger =
  (target: Target): Exchange =>
  async (questions, signal) =>
    request(target, questions, `&input=${encodeURIComponent(inputOf(questions))}`, { signal })
