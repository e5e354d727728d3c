import type { CercleClientError, CercleReader, Page, ThreadKind, ThreadSummary } from '@cercle/sdk'
import { loadSession, type Session, type SessionSource } from '../context/session.ts'

/** What to list. Two queries with equal fields ask for the same list. */
export interface FeedQuery {
  client: CercleReader
  /** Absent: the feed asks who reads by itself, in the same request. */
  session: SessionSource | undefined
  /** Slug; absent: all that the viewer can read. */
  space: string | undefined
  kind: ThreadKind | undefined
}

export const isSameQuery = (one: FeedQuery, other: FeedQuery | undefined): boolean =>
  (Object.keys(one) as (keyof FeedQuery)[]).every((name) => one[name] === other?.[name])

/** A space that is not there for this viewer has nothing to read in it. */
const absent = (error: CercleClientError): Page<ThreadSummary> => {
  if (error.code === 'not_found') return { items: [] }
  throw error
}

/** One page, and who reads it unless that is known: in one request. */
export function askPage(
  { client, session, space, kind }: FeedQuery,
  known: Session | undefined,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<[Session, Page<ThreadSummary>]> {
  const list = client.discussions.threads({ ...(space && { space }), ...(kind && { kind }) }, { signal })
  return Promise.all([known ?? session?.() ?? loadSession(client, signal), list.page(cursor).catch(absent)])
}
