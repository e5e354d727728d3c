import type { TestServer } from './server.ts'
import type { Tokens } from '../src/auth/auth.schema.ts'

export interface Told {
  code: string
  httpStatus: number
  path?: string
  fields?: { path: string; reason: string }[]
  retryAfter?: number
}

/** What a call gave: its data, or what was told of its failure; and the raw text, for comparing byte by byte. */
export interface Outcome {
  status: number
  // oxlint-disable-next-line no-explicit-any -- tests read whatever the procedure gives
  data: any
  error: Told | undefined
  text: string
  headers: Headers
}

export interface Caller {
  /** A query: GET for a stranger, POST with a token. */
  query(path: string, input?: unknown): Promise<Outcome>
  mutate(path: string, input?: unknown): Promise<Outcome>
  tokens: Tokens | undefined
}

export interface CallerOptions {
  tokens?: Tokens | undefined
  site?: string | undefined
  origin?: string | null
}

/** Speaks to a community as the SDK does, over HTTP. */
export function caller(url: string, community: string, { tokens, site, origin = url }: CallerOptions = {}): Caller {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (origin !== null) headers.origin = origin
  if (tokens) headers.authorization = `Bearer ${tokens.access}`
  if (site !== undefined) headers['cercle-site'] = site
  const address = (path: string) => `${url}/c/${community}/trpc/${path}`
  async function outcome(response: Response): Promise<Outcome> {
    const text = await response.text()
    const body = JSON.parse(text) as { result?: { data: unknown }; error?: { data: Told } }
    return { status: response.status, data: body.result?.data, error: body.error?.data, text, headers: response.headers }
  }
  const post = (path: string, input: unknown) =>
    fetch(address(path), { method: 'POST', headers, ...(input === undefined ? {} : { body: JSON.stringify(input) }) }).then(
      outcome,
    )
  return {
    tokens,
    query: (path, input) =>
      tokens
        ? post(path, input)
        : fetch(`${address(path)}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`).then(
            outcome,
          ),
    mutate: post,
  }
}

/** Signs a person in by code, as a browser would. */
export async function signIn(server: TestServer, community: string, email: string, options: CallerOptions = {}): Promise<Caller> {
  const stranger = caller(server.url, community, options)
  const asked = await stranger.mutate('auth.requestCode', { email })
  const { code } = await server.mailTo(email)
  const entered = await stranger.mutate('auth.signIn', { loginId: asked.data.loginId, code })
  if (entered.error) throw new Error(`sign-in refused: ${entered.text}`)
  return caller(server.url, community, { ...options, tokens: entered.data as Tokens })
}
