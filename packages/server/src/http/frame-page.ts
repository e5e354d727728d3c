import type { Request, RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { fontData, siteOfHost, type FrameSite } from '../communities/sites.service.ts'
import { html } from '../html.ts'
import { lookLink } from './pages/look-file.ts'
import { pageFiles } from './pages/page-files.ts'
import { readForCommunity } from './read-for-community.ts'
import type { WidgetFiles } from './widget-files.ts'

const elements = ['feed', 'account', 'community', 'join']
const HOST = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:.]+\](?::\d{1,5})?$/i
const SLUG = /^[a-z0-9-]{1,63}$/
/** Of a page of ours that runs elements; who may frame it goes behind. */
export const ELEMENTS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; font-src 'self'; media-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html"

/*
 * `/frame/<site>/<element>?community=<slug>`, `<site>` being the `location.host` of the page that embeds it. The document is the same for
 * everybody (no cookie, no member's data), so a browser may keep it; a site that is withdrawn stays allowed for that long.
 */
interface FrameParts {
  pool: Pool
  clock: Clock
  files: WidgetFiles
  /** Told of each page that asks for a frame. */
  note(req: Request, slug: string): void
}

export function framePage({ pool, clock, files, note }: FrameParts): RequestHandler {
  const siteOf = (host: string, slug: string) =>
    readForCommunity({ pool, clock }, slug, (db, communityId) => siteOfHost(db, communityId, host))

  return async (req, res) => {
    const { site: host, element } = req.params as { site: string; element: string }
    const slug = typeof req.query.community === 'string' ? req.query.community : ''
    const language = req.query.lang === 'en' ? 'en-CA' : 'fr-CA'
    const site =
      HOST.test(host) && SLUG.test(slug) && elements.includes(element) ? await siteOf(host.toLowerCase(), slug) : undefined
    res.set({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${ELEMENTS_CSP}; frame-ancestors ${site ? site.origins.join(' ') : "'none'"}`,
      'cache-control': site ? 'private, max-age=300' : 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    if (SLUG.test(slug)) note(req, slug)
    if (!site) {
      res
        .status(404)
        .end(
          '<!doctype html><html lang="fr-CA"><meta charset="utf-8"><title>Introuvable</title><p>Cette page n’existe pas.</p></html>',
        )
      return
    }
    const config = {
      site: site.id,
      siteName: site.name,
      origins: site.origins,
      community: slug,
      element,
      exit: site.exit,
      fonts: fontsOf(slug, site),
    }
    res.end(document({ language, accent: site.accent }, config, files.frame.script, files.frame.preloads(element)))
  }
}

const fontsOf = (slug: string, { fonts }: FrameSite) =>
  fonts.map(({ id, family, weight }) => ({ family, weight, src: `/c/${slug}/fonts/${id}.woff2` }))

const FONT = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.woff2$/

/** `/c/<community>/fonts/<id>.woff2`: a font of a partner's site, for the frames in its pages. */
export function siteFont(parts: { pool: Pool; clock: Clock }): RequestHandler {
  return async (req, res) => {
    const { community, font } = req.params as { community: string; font: string }
    const id = FONT.exec(font)?.[1]
    const data =
      id !== undefined && SLUG.test(community)
        ? await readForCommunity(parts, community, (db, communityId) => fontData(db, communityId, id))
        : undefined
    if (!data) {
      res.status(404).set('cache-control', 'no-store').end()
      return
    }
    res
      .set({
        'content-type': 'font/woff2',
        'cache-control': 'public, max-age=31536000, immutable',
        'cross-origin-resource-policy': 'same-origin',
      })
      .end(data)
  }
}

/* Light or dark is what the page around says. */
function document(
  { language, accent }: { language: string; accent: string | null },
  config: object,
  script: string,
  preloads: string[],
): string {
  const head = html`<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>
      Espace
    </title>
    <link rel="icon" href=${pageFiles.icon} type="image/svg+xml" />
    <script type="module" src=${script}></script>
    ${lookLink({ accent, scheme: null })} ${preloads.map((href) => html`<link rel="modulepreload" href=${href} />`)}`
  // A data block is not run and not decoded; only "<" could end it early.
  const data = JSON.stringify(config).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="${language}"><head>${head.toString()}<script type="application/json" id="cercle-frame">${data}</script></head><body></body></html>`
}
