import { html, type Html, type HtmlValue } from '../../html.ts'
import { contactLine } from './contact-line.ts'
import { eyeOff, hourglass, icon, logOut, users } from './icons.ts'
import { lookLink } from './look-file.ts'
import { pageFiles } from './page-files.ts'
import { feedAddress, joinAddress, type PageSetting } from './page-setting.ts'

export interface PageParts {
  /** What the page is about; said in the title of the window, beside the community, only where search engines may find it. */
  title?: string | undefined
  description?: string | undefined
  /** Path of the address under which this may be found; absent where it should not be, even in a community that may. */
  canonical?: string | undefined
  main: HtmlValue
  /** Days after which what stands here is erased; `null`: kept, or different from space to space. */
  retentionDays: number | null
  /** It asks something: it has fields, and what is written there is not read by all. */
  isForm?: true
}

/** Whether search engines may keep this page. */
export const isFound = ({ indexable }: PageSetting, { canonical }: PageParts): boolean => indexable && canonical !== undefined

const DOCTYPE = '<!doctype html>'

/** The two lines that every head begins with, and the files that every page asks for. */
export const headStart = html`<meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="color-scheme" content="light dark" />
  <link rel="stylesheet" href=${pageFiles.styles} />
  <link rel="icon" href=${pageFiles.icon} type="image/svg+xml" />
  <script type="module" src=${pageFiles.exit}></script>`

/** The first thing in a page, always in sight: out of here at once, to a page that surprises nobody. */
export const exitBar = (address: string, words: string): Html =>
  html`<p class="exit">
    <a class="btn" id="exit" href=${address} rel="nofollow noreferrer">${icon(logOut)} ${words}</a>
  </p>`

export const documentOf = (language: string, head: Html, body: Html): string =>
  `${DOCTYPE}${html`<html lang=${language}>
    <head>
      ${headStart} ${head}
    </head>
    <body>
      ${body}
    </body>
  </html>`
    .toString()
    .replace(/[ \n]+/g, ' ')
    .replace(/ >/g, '>')}\n`

function searchHead(setting: PageSetting, page: PageParts): Html {
  const { community, url, t } = setting
  const { title, description, canonical } = page
  if (!isFound(setting, page) || canonical === undefined)
    return html`<meta name="robots" content="noindex" /><title>${t('page.title')}</title>`
  return html`<title>${title === undefined ? '' : `${title} – `}${community.name}</title>
    <link rel="canonical" href=${url + canonical} />
    ${description ? html`<meta name="description" content=${description} />` : ''}`
}

/** One whole page of a community. */
export function pageDocument(setting: PageSetting, page: PageParts): string {
  const { community, look, exit, t } = setting
  const body = html`${exitBar(exit, t('page.exit'))} <a class="skip" href="#main">${t('page.skip')}</a>
    <header class="head">
      <div class="wrap">
        <a class="logo" href=${feedAddress(community.slug)}>
          <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M27.5 11.5A13 13 0 1 0 29 16M11.5 16a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0" />
          </svg>
          <span><b>${community.name}</b><small>${t('community')}</small></span>
        </a>
      </div>
    </header>
    <div class="wrap split">
      <main id="main" tabindex="-1">${page.main}</main>
      ${side(setting, page)}
    </div>
    <footer class="wrap foot">
      ${contactLine(setting)}
      <p>${t('page.nothingKept')}</p>
    </footer>`
  const head = html`${lookLink(look)} ${page.isForm ? html`<link rel="stylesheet" href=${pageFiles.form} />` : ''}
  ${searchHead(setting, page)}`
  return documentOf(community.language, head, body)
}

/** Where to go on from here, and who reads. */
function side(setting: PageSetting, { retentionDays, isForm }: PageParts): Html {
  const { t, sites, community } = setting
  return html`<div class="side">
    <section id="join" aria-labelledby="join-title" tabindex="-1">
      <h2 id="join-title">${t('join.title')}</h2>
      <p class="soft">${t(sites.length ? 'join.where' : 'join.nowhere')}</p>
      ${sites.length ? html`<ul>${sites.map(siteLink)}</ul>` : '' /* prettier-ignore */}
      ${
        isForm
          ? ''
          : html`<p class="soft">${t('join.not')}</p>
              <p><a class="btn" href=${joinAddress(community.slug)}>${t('join')}</a></p>`
      }
    </section>
    ${isForm ? '' : facts(setting, retentionDays)}
  </div>`
}

const facts = ({ t }: PageSetting, retentionDays: number | null): Html =>
  html`<section aria-labelledby="facts-title">
    <h2 id="facts-title">${t('facts.title')}</h2>
    <ul>
      <li class="with">${icon(users)} <span>${t('facts.public')}</span></li>
      <li class="with">${icon(eyeOff)} <span>${t('facts.names')}</span></li>
      ${
        retentionDays === null
          ? ''
          : html`<li class="with">${icon(hourglass)} <span>${t('facts.kept', { count: retentionDays })}</span></li>`
      }
    </ul>
  </section>`

const siteLink = ({ name, origin }: { name: string; origin: string }): Html =>
  html`<li>
    <a class="btn" href=${`${origin}/`} rel="noopener"
      ><span class="site">${name} <small>${new URL(origin).host}</small></span></a
    >
  </li>`
