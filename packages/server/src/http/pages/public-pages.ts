import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import { communityFacts } from '../../communities/communities.service.ts'
import { partnerSites } from '../../communities/sites.service.ts'
import { GetThread, ListThreads } from '../../discussions/discussions.schema.ts'
import { threadPage as readThreads, threadView } from '../../discussions/discussions.service.ts'
import { CercleError } from '../../errors.ts'
import { pageEn } from '../../locales/page.en.ts'
import { pageFr } from '../../locales/page.fr.ts'
import { translator } from '../../locales/texts.ts'
import { errorFields } from '../../logger.ts'
import { instantOf, type Scope } from '../../scope.ts'
import { viewerSpaces } from '../../spaces/spaces.service.ts'
import { CallContext, type CallParts } from '../../trpc/context.ts'
import { tell } from '../../trpc/error-map.ts'
import { packForAll, sendPacked } from '../../trpc/packed.ts'
import type { PublicCache } from '../../trpc/public-cache.ts'
import { networkOf } from '../../trpc/request-facts.ts'
import { Slug } from '../../wire.schema.ts'
import type { LoadGate } from '../../trpc/load-gate.ts'
import { readForCommunity } from '../read-for-community.ts'
import { feedPage } from './feed-page.ts'
import { pageFiles, pageFilesHandler } from './page-files.ts'
import { isFound, pageDocument, type PageParts } from './page-layout.ts'
import type { PageSetting } from './page-setting.ts'
import { missingPage, waitPage } from './plain-page.ts'
import { threadPage } from './thread-page.ts'

export const TYPE = 'text/html; charset=utf-8'
const PAGE_LENGTH = 20

/** Nothing runs but the way out, nothing is sent, nobody frames it. */
export const pageHeaders = (url: string, formAction: "'none'" | "'self'" = "'none'") => ({
  'content-security-policy': `default-src 'none'; script-src ${url}${pageFiles.exit}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
})
const forTheCrowd = (url: string) => ({ ...pageHeaders(url), 'cache-control': 'public, max-age=0, s-maxage=5' })
const forNobody = (url: string) => ({ ...pageHeaders(url), 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
/** Of a page that asks something. To itself it says where it comes from: without, browsers send its forms from the origin `null`. */
export const forOne = (url: string) => ({ ...forNobody(url), ...pageHeaders(url, "'self'"), 'referrer-policy': 'same-origin' })

export interface PagesParts {
  calls: CallParts
  url: () => string
  cache: PublicCache
  gate: LoadGate
}

/** A page made of what a stranger reads, from the parts of the address. */
export type Reading = (scope: Scope, req: Request) => Promise<(setting: PageSetting) => PageParts>

/** A part of the address; one that cannot be leads nowhere. */
export function asked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new CercleError('not_found')
  return parsed.data
}

const readFeed: Reading = async (scope, { query }) => {
  const { space, kind, cursor } = asked(ListThreads, { space: query.space, kind: query.kind, cursor: query.cursor })
  const spaces = (await viewerSpaces(scope)).items
  // The pinned ones stand on top of the list of a space; alone, the public space is the list.
  const shown = space ?? (spaces.length === 1 ? spaces[0]!.slug : undefined)
  const threads = await readThreads(scope, { space: shown, kind, cursor, limit: PAGE_LENGTH })
  return (setting) => feedPage(setting, { spaces, asked: { space, kind, cursor }, threads })
}

const readThread: Reading = async (scope, { params, query }) => {
  const { id, cursor } = asked(GetThread, { id: params.thread, cursor: query.cursor })
  const [{ items: spaces }, thread] = await Promise.all([
    viewerSpaces(scope),
    threadView(scope, { id, cursor, limit: PAGE_LENGTH }),
  ])
  return (setting) => threadPage(setting, { spaces, cursor, thread })
}

/**
 * `/c/<community>` and `/c/<community>/d/<thread>`: what a stranger reads, as pages without script, the same for everybody. No cookie is looked
 * at; who shows a token is not given the public view instead of her own.
 */
export function publicPages(parts: PagesParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.use(pageFilesHandler)
  router.get('/c/:community', page(parts, readFeed))
  router.get('/c/:community/d/:thread', page(parts, readThread))
  return router
}

function page(parts: PagesParts, reading: Reading): RequestHandler {
  return async (req, res) => {
    try {
      using _ = await parts.gate.enter()
      const { setting, page: made } = await read(parts, req, reading)
      const packed = await packForAll(pageDocument(setting, made), TYPE)
      const headers = { ...forTheCrowd(setting.url), ...(isFound(setting, made) ? {} : { 'x-robots-tag': 'noindex' }) }
      sendPacked(req, res, packed, headers)
      parts.cache.settle(res, { packed, headers })
    } catch (error) {
      const { code, httpStatus, retryAfter } = tell(error)
      if (code === 'internal') parts.calls.log.error('a page failed', errorFields(error))
      refuse(res, parts.url(), { status: httpStatus, retryAfter })
    }
  }
}

export async function read({ calls, url }: PagesParts, req: Request, reading: Reading) {
  if (req.headers.authorization !== undefined) throw new CercleError('not_found')
  const slug = asked(Slug, req.params.community)
  const context = new CallContext(calls, { community: slug, accessHash: null, siteId: null, network: networkOf(req.ip) }, 'query')
  let told
  try {
    const scope = await context.scope()
    const [facts, write] = await Promise.all([communityFacts(scope), reading(scope, req)])
    told = { facts, write, now: instantOf(scope.clock) }
  } finally {
    await context.end('commit').catch(() => {})
  }
  // After the first is over: two at once would wait for one another where connections are few.
  const sites = (await readForCommunity(calls, slug, partnerSites)) ?? []
  const { facts, write, now } = told
  const { language, timeZone, vocabulary } = facts.community
  const t = translator(language === 'en-CA' ? pageEn : pageFr, language, vocabulary)
  const setting: PageSetting = { ...facts, sites, url: url(), t, dates: { language, timeZone, now } }
  return { setting, page: write(setting) }
}

/** A wrong address and one that leads to nothing for a stranger are alike, byte for byte; what is our fault asks for patience. */
export function refuse(
  res: Response,
  url: string,
  { status, retryAfter }: { status: number; retryAfter: number | undefined },
): void {
  if (res.headersSent || res.destroyed) return
  const isFault = status >= 500 || status === 429
  res.status(isFault ? status : 404).set({ ...forNobody(url), 'content-type': TYPE })
  if (isFault) res.set('retry-after', String(retryAfter ?? 5))
  res.end(isFault ? waitPage : missingPage)
}
