import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { patches } from './patched-globals.ts'

export type HostKind = 'plain' | 'strict' | 'hostile'

export interface Host extends AsyncDisposable {
  kind: HostKind
  /** `http://127.0.0.1:…` */
  origin: string
}

/** What a careless or heavy-handed site does to every element of its page, ours included. */
const aggressiveSheet = `
*, *::before, *::after { all: unset !important; box-sizing: content-box !important; transition: all 3s !important }
* { color: red !important; font: 30px/0.5 fantasy !important; letter-spacing: 1em !important; text-transform: uppercase !important }
html { display: block !important; font-size: 5px !important }
head, script, style, link, title, meta { display: none !important }
div, section, article, main, body { display: block !important; float: left !important; margin: 7px !important }
iframe, dialog, button, input, textarea { display: none !important; visibility: hidden !important; opacity: 0 !important; pointer-events: none !important }
iframe { width: 0 !important; height: 0 !important; max-height: 1px !important; position: absolute !important; left: -9999px !important }
cercle-feed, cercle-account, cercle-community { min-width: 300px !important }
:not(:defined) { display: none !important }
`

/** On a partner's page that asks for nothing: what Trusted Types would refuse is only told. */
const told = `require-trusted-types-for 'script'`
const strict = (cercle: string) =>
  [
    `default-src 'self'`,
    `script-src ${cercle}`,
    `connect-src ${cercle}`,
    `frame-src ${cercle}`,
    `style-src 'self'`,
    `img-src 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; ')

/** A page with text, a form, a list and the two lines; `?only=<element>` shows that one, `?without` none. */
function page(kind: HostKind, cercle: string, query: URLSearchParams): string {
  const isHostile = kind === 'hostile'
  const elements = query.get('only')?.split(',') ?? ['feed', 'account']
  const given = query.get('set') ?? ''
  const lines = query.has('without')
    ? ''
    : `<script type="module" src="${cercle}/cercle.js"></script>${elements
        .map((one) => `<cercle-${one} community="h"${given && ` ${given.replace(/[<>]/gu, '')}`}></cercle-${one}>`)
        .join('')}`
  return `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Un site</title><link rel="icon" href="/icon.svg">${isHostile ? '<link rel="stylesheet" href="/style.css"><script src="/patched.js"></script>' : ''}</head>
<body><header><h1>Un site</h1><nav><ul><li><a href="#a">Un</a></li><li><a href="#b">Deux</a></li></ul></nav></header>
<main><p id="a">Un texte <b>du site</b>.</p><form><label>Nom <input name="name"></label><button type="button">Envoyer</button></form>
<table><tr><td>Case</td></tr></table></main><footer id="b"><small>Fin</small></footer><section id="place">${lines}</section></body></html>`
}

/** A partner's site of that kind; `cercle()` is asked at each visit, as the server may start later. */
export async function startHost(kind: HostKind, cercle: () => string): Promise<Host> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host')
    const answer = (type: string, body: string, headers: Record<string, string> = {}) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body)
    if (url.pathname === '/patched.js') return answer('text/javascript', `(${patches.toString()})()`)
    if (url.pathname === '/icon.svg') return answer('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    if (url.pathname === '/style.css') return answer('text/css', aggressiveSheet)
    const policies: Record<HostKind, Record<string, string>> = {
      plain: { 'content-security-policy-report-only': told },
      strict: { 'content-security-policy': strict(cercle()) },
      hostile: { 'content-security-policy': told },
    }
    return answer('text/html', page(kind, cercle(), url.searchParams), policies[kind])
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    kind,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
