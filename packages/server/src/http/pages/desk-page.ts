import type { RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Clock } from '../../clock.ts'
import { deskFacts, type DeskFacts } from '../../communities/sites.service.ts'
import { html } from '../../html.ts'
import { Slug } from '../../wire.schema.ts'
import { ELEMENTS_CSP } from '../frame-page.ts'
import { readForCommunity } from '../read-for-community.ts'
import type { WidgetFiles } from '../widget-files.ts'
import { lookLink } from './look-file.ts'
import { pageFiles } from './page-files.ts'
import { missingPage } from './plain-page.ts'

/**
 * `/c/<community>/desk`: where who facilitates works. The document is the same for everybody and says nothing of anybody; nobody frames it. Who
 * may do what is asked of the server at every call.
 */
export function deskPage({ pool, clock, files }: { pool: Pool; clock: Clock; files: WidgetFiles }): RequestHandler {
  return async (req, res) => {
    const slug = Slug.safeParse(req.params.community)
    const facts = slug.success ? await readForCommunity({ pool, clock }, slug.data, deskFacts) : undefined
    res.status(facts ? 200 : 404).set({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${ELEMENTS_CSP}; frame-ancestors 'none'`,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    if (facts && slug.success) res.end(document(facts, { community: slug.data, exit: facts.exit }, files.frame.script))
    else res.end(missingPage)
  }
}

function document({ language, look }: DeskFacts, config: object, script: string): string {
  const head = html`<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>
      Espace
    </title>
    <link rel="stylesheet" href=${pageFiles.styles} />
    ${lookLink(look)}
    <link rel="icon" href=${pageFiles.icon} type="image/svg+xml" />
    <script type="module" src=${script}></script>`
  // A data block is not run and not decoded; only "<" could end it early.
  const data = JSON.stringify(config).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="${language}"><head>${head.toString()}<script type="application/json" id="cercle-desk">${data}</script></head><body><main class="whole"></main></body></html>`
}
