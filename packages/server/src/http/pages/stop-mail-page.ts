import type { RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Clock } from '../../clock.ts'
import { deskFacts } from '../../communities/sites.service.ts'
import { becomeAuth } from '../../db/openings.ts'
import { OpeningTransaction } from '../../db/viewer-transaction.ts'
import { html } from '../../html.ts'
import { pageEn } from '../../locales/page.en.ts'
import { pageFr, type PageKey } from '../../locales/page.fr.ts'
import { translator } from '../../locales/texts.ts'
import { stopMail } from '../../mail/stops.ts'
import { Id, Slug } from '../../wire.schema.ts'
import { readForCommunity } from '../read-for-community.ts'
import { documentOf, exitBar } from './page-layout.ts'
import { missingPage } from './plain-page.ts'
import { pageHeaders } from './public-pages.ts'

/**
 * `/c/<community>/mail/<key>`: by GET a question, for scanners follow links; by POST done, as a mail program's button sends it (RFC 8058). The answer
 * is the same for a key of no mail, so nobody learns whether there is one.
 */
export function stopMailPage({ pool, clock, url }: { pool: Pool; clock: Clock; url: () => string }): RequestHandler {
  return async (req, res) => {
    const slug = Slug.safeParse(req.params.community)
    const facts = slug.success ? await readForCommunity({ pool, clock }, slug.data, deskFacts) : undefined
    const isPost = req.method === 'POST'
    const isKnown = isPost || req.method === 'GET' || req.method === 'HEAD'
    const key = Id.safeParse(req.params.key)
    res.status(facts && isKnown ? 200 : 404).set({
      ...pageHeaders(url(), "'self'"),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
    if (!facts || !slug.success || !isKnown) return void res.end(missingPage)
    if (isPost && key.success) await stop(pool, slug.data, key.data, new Date(clock.now()))
    res.end(stopPage(facts, isPost))
  }
}

async function stop(pool: Pool, slug: string, key: string, now: Date): Promise<void> {
  const transaction = new OpeningTransaction(pool, 'begin', becomeAuth(slug, now))
  try {
    await stopMail(transaction.db, key, now)
    await transaction.end('commit')
  } catch (error) {
    await transaction.end('rollback').catch(() => {})
    throw error
  }
}

function stopPage({ language, exit }: { language: 'fr-CA' | 'en-CA'; exit: string }, isDone: boolean): string {
  const t = translator<PageKey>(language === 'fr-CA' ? pageFr : pageEn, language)
  const head = html`<meta name="robots" content="noindex" /><title>${t('page.title')}</title>`
  const asking = html`<h1>${t('stop.title')}</h1>
    <p>${t('stop.ask')}</p>
    <form method="post"><button class="btn" type="submit">${t('stop.do')}</button></form>`
  const done = html`<h1>${t('stop.doneTitle')}</h1>
    <p>${t('stop.done')}</p>`
  const body = html`${exitBar(exit, t('page.exit'))}
    <main class="wrap plain" id="main">${isDone ? done : asking}</main>`
  return documentOf(language, head, body)
}
