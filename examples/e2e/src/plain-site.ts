import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A page of a few lines on an origin that no community has registered, with the two lines that embed a feed. Disposing of it stops it.
 * `host`: two ports of one address are one site to a browser; 127.0.0.2 is another.
 */
export async function startPlainSite(
  cercle: string,
  community: string,
  host: '127.0.0.1' | '127.0.0.2' = '127.0.0.1',
): Promise<AsyncDisposable & { url: string }> {
  const page = `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Un autre site</title><link rel="icon" href="data:,"><script type="module" src="${cercle}/cercle.js"></script></head>
    <body><main><h1>Un autre site</h1><cercle-feed community="${community}"></cercle-feed></main></body></html>`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  server.listen(0, host)
  await once(server, 'listening')
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
