import type { RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { siteOfHost, type SiteRow } from '../communities/sites.service.ts'
import { becomeAuth } from '../db/openings.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { html } from '../html.ts'
import type { WidgetFiles } from './widget-files.ts'

const elements = ['feed', 'account', 'community']
const HOST = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:.]+\](?::\d{1,5})?$/i
const SLUG = /^[a-z0-9-]{1,63}$/
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; media-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html"

/*
 * `/frame/<site>/<element>?community=<slug>`, `<site>` being the `location.host` of the page that embeds it. The document is the same for
 * everybody (no cookie, no member's data), so a browser may keep it; a site that is withdrawn stays allowed for that long.
 */
export function framePage({ pool, clock, files }: { pool: Pool; clock: Clock; files: WidgetFiles }): RequestHandler {
  async function siteOf(host: string, slug: string): Promise<SiteRow | undefined> {
    const transaction = new OpeningTransaction(pool, 'begin read only', becomeAuth(slug, new Date(clock.now())))
    try {
      const { community_id: communityId } = await transaction.opened()
      return communityId === null ? undefined : await siteOfHost(transaction.db, communityId, host)
    } finally {
      await transaction.end('commit')
    }
  }

  return async (req, res) => {
    const { site: host, element } = req.params as { site: string; element: string }
    const slug = typeof req.query.community === 'string' ? req.query.community : ''
    const language = req.query.lang === 'en' ? 'en-CA' : 'fr-CA'
    const site =
      HOST.test(host) && SLUG.test(slug) && elements.includes(element) ? await siteOf(host.toLowerCase(), slug) : undefined
    res.set({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${CSP}; frame-ancestors ${site ? site.origins.join(' ') : "'none'"}`,
      'cache-control': site ? 'private, max-age=300' : 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    if (!site) {
      res
        .status(404)
        .end(
          '<!doctype html><html lang="fr-CA"><meta charset="utf-8"><title>Introuvable</title><p>Cette page n’existe pas.</p></html>',
        )
      return
    }
    const config = { site: site.id, siteName: site.name, origins: site.origins, community: slug, element }
    res.end(document(language, config, files.frame))
  }
}

function document(language: string, config: object, { script, preloads }: WidgetFiles['frame']): string {
  const head = html`<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>
      Espace
    </title>
    <script type="module" src=${script}></script>
    ${preloads.map((href) => html`<link rel="modulepreload" href=${href} />`)}`
  // A data block is not run and not decoded; only "<" could end it early.
  const data = JSON.stringify(config).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="${language}"><head>${head.toString()}<script type="application/json" id="cercle-frame">${data}</script></head><body></body></html>`
}
