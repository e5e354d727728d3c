import { asStranger, inputOf, request, type Exchange, type Target } from './exchange.ts'

/** Where access tokens come from. `createSession` makes one; a script on a server may bring its own. */
export interface TokenSource {
  /** The token to send, or `undefined` to call as a stranger. */
  get(): Promise<string | undefined>
  /** Told once that the server refused `stale`. The call is repeated once with what this gives; `undefined`: the session is over. */
  renew(stale: string): Promise<string | undefined>
  /**
   * A name of the session that stays through renewals and is the same for all who share it; no secret. `live` shares one stream by it.
   * Without it only those who hold the same token do.
   */
  session?(): Promise<string | undefined>
}

export interface Credentials {
  /** In a frame of a partner’s page: the id of its site, a UUID that the frame’s document is told. Every token is bound to it. */
  site?: string | undefined
  /** Absent: a stranger, who reads what is public by plain GETs that caches may keep. */
  token?: string | TokenSource | undefined
}

/** With a token everything is a POST: neither a token nor what is asked for ever stands in an address. */
export function asCaller(target: Target, { site, token }: Credentials): Exchange {
  const stranger = asStranger(target)

  const post =
    (access: string | undefined): Exchange =>
    (questions, signal) =>
      request(target, questions, '', {
        method: 'POST',
        body: inputOf(questions),
        headers: {
          'content-type': 'application/json',
          ...(access && { authorization: `Bearer ${access}` }),
          ...(site && { 'cercle-site': site }),
        },
        signal,
      })

  return async (questions, signal) => {
    const { mode } = questions[0]!
    const access = mode === 'once' ? undefined : typeof token === 'object' ? await token.get() : token
    const outcomes = await (access || mode !== 'read' ? post(access) : stranger)(questions, signal)
    if (!access || typeof token !== 'object' || !outcomes.some(({ error }) => error?.code === 'unauthorized')) return outcomes
    const fresh = await token.renew(access)
    return fresh ? post(fresh)(questions, signal) : outcomes
  }
}
