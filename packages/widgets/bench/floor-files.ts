import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { build, type Rolldown } from 'vite'

/**
 * The scripts of the floors, as small as they get and compressed as Cercle's are: `/feed.js` (Lit, and rows), `/loader.js`, which asks for the
 * threads and for `feed.js` at once, as a script that is two lines in a page can at best.
 */
export async function floorFiles(
  query: () => string,
): Promise<(request: IncomingMessage, response: ServerResponse, next: () => void) => void> {
  const entry = fileURLToPath(new URL('./floor.ts', import.meta.url))
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'] }, rolldownOptions: { output: { minify: true } } },
  })) as Rolldown.RolldownOutput[]
  const feed = built[0]!.output[0].code
  const loader = () =>
    `globalThis.floorAnswer=fetch(${JSON.stringify(query())}).then(response=>response.json());import('./feed.js')`
  return (request, response, next) => {
    const script = request.url === '/feed.js' ? feed : request.url === '/loader.js' ? loader() : undefined
    if (script === undefined) return next()
    response.writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
    })
    response.end(brotliCompressSync(script))
  }
}
