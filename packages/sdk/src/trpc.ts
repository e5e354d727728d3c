import { httpBatchLink, TRPCClientError, type TRPCLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import type { ErrorCode, FieldError } from '@cercle/server'
import { CercleClientError } from './errors.ts'
import type { Target } from './exchange.ts'
import type { Credentials } from './signed-exchange.ts'

export type { AppRouter } from '@cercle/server'

const BATCH_MAX = 10
/** Travel without a token, as in `auth-client.ts`. */
const once = new Set(['auth.requestCode', 'auth.signIn', 'auth.refresh'])

type Headers = (options: { opList: { context: Record<string, unknown> }[] }) => Record<string, string>

/**
 * The terminating link for those who prefer `@trpc/client`: `createTRPCClient<AppRouter>({ links: [cercleLink(options)] })`.
 *
 * It speaks to a Cercle server as `createCercle` does: a stranger's queries are GETs without headers, anything with a token is a POST,
 * reads are batched by ten, writes go alone, and a refused token is renewed once. It repeats nothing else: put a `retryLink` before it if
 * you want that, for calls that name their id or set a state only. Errors are `TRPCClientError`; `asCercleError` translates them.
 */
export function cercleLink<Router extends AnyRouter>({
  server,
  community,
  fetch,
  site,
  token,
}: Target & Credentials): TRPCLink<Router> {
  const url = `${server.replace(/\/+$/, '')}/c/${encodeURIComponent(community)}/trpc`
  const source = typeof token === 'object' ? token : undefined
  const headers: Headers = ({ opList }) => ({
    ...(opList[0]?.context.access ? { authorization: `Bearer ${opList[0].context.access as string}` } : {}),
    ...(site ? { 'cercle-site': site } : {}),
  })
  const link = (maxItems: number, more: { methodOverride?: 'POST'; headers?: Headers }): TRPCLink<Router> =>
    // Whether the router has a transformer is not known of a generic one; Cercle's has none.
    httpBatchLink({ url, maxItems, ...(fetch && { fetch }), ...more } as unknown as Parameters<typeof httpBatchLink<Router>>[0])

  return (runtime) => {
    const asStranger = link(BATCH_MAX, {})(runtime)
    const reads = link(BATCH_MAX, { methodOverride: 'POST', headers })(runtime)
    const writes = link(1, { methodOverride: 'POST', headers })(runtime)

    return ({ op, next }) =>
      observable((observer) => {
        let under: Unsubscribable | undefined
        let closed = false
        const fail = (cause: unknown): void =>
          observer.error(TRPCClientError.from(cause instanceof Error ? cause : new Error(String(cause))))

        const send = (access: string | undefined, renewable: boolean): void => {
          if (closed) return
          const way = op.type !== 'query' ? writes : access ? reads : asStranger
          under = way({ op: { ...op, context: { ...op.context, access } }, next }).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error(error) {
              if (!source || !access || !renewable || asCercleError(error).code !== 'unauthorized') return observer.error(error)
              source.renew(access).then((fresh) => (fresh ? send(fresh, false) : observer.error(error)), fail)
            },
          })
        }

        if (once.has(op.path)) send(undefined, false)
        else if (source) source.get().then((access) => send(access, true), fail)
        else send(token as string | undefined, false)
        return () => {
          closed = true
          under?.unsubscribe()
        }
      })
  }
}

/** The same error as the calls of `createCercle` reject with, from whatever a call of `@trpc/client` rejected with. */
export function asCercleError(error: unknown): CercleClientError {
  if (error instanceof CercleClientError) return error
  if (!(error instanceof TRPCClientError)) return new CercleClientError('internal', { cause: error })
  const { cause } = error as { cause?: unknown }
  if (cause instanceof CercleClientError) return cause
  const data = error.data as { code: ErrorCode; httpStatus: number; fields?: FieldError[]; retryAfter?: number } | undefined
  if (data) return new CercleClientError(data.code, { fields: data.fields, retryAfter: data.retryAfter, status: data.httpStatus })
  const response = error.meta?.response as Response | undefined
  if (cause instanceof SyntaxError || response)
    return new CercleClientError('internal', { status: response?.status, cause: error })
  return new CercleClientError(cause instanceof Error && cause.name === 'AbortError' ? 'aborted' : 'offline', { cause: error })
}
