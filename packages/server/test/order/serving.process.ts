import { resourceUsage, memoryUsage, cpuUsage } from 'node:process'
import { readConfig } from '../../src/config.ts'
import { loadWidgetFiles } from '../../src/http/widget-files.ts'
import { createCercleServer } from '../../src/server.ts'

/** What a parent may ask of a serving process. */
export interface Usage {
  /** Of all its threads. Milliseconds. */
  cpu: number
  /** Bytes. */
  rss: number
  /** Bytes. */
  rssPeak: number
}

/*
 * One whole server as a process of its own, for tests and benches that need two of them, or figures of one alone. Its settings come by the
 * environment; it ends when its parent does.
 */
const server = await createCercleServer(readConfig(process.env), {
  mail: { send: async () => {}, async [Symbol.asyncDispose]() {} },
  widgets:
    process.env.SERVE_WIDGETS === '1'
      ? await loadWidgetFiles()
      : { handler: (_req, _res, next) => next(), frame: { script: '/assets/frame.js', preloads: () => [] } },
})
await server.start()
process.on('message', (question) => {
  if (question === 'collect') globalThis.gc?.()
  const { user, system } = cpuUsage()
  const usage: Usage = { cpu: (user + system) / 1000, rss: memoryUsage.rss(), rssPeak: resourceUsage().maxRSS * 1024 }
  process.send!(usage)
})
process.once('disconnect', () => void server[Symbol.asyncDispose]().then(() => process.exit()))
process.send!({ url: server.url })
