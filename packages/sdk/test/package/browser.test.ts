import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import type * as Sdk from '../../src/index.ts'
import type { Outbox } from '../../src/outbox.ts'
import type * as OutboxEntryPoint from '../../src/outbox.ts'
import { findBrowser } from '../../../../.tools/browser.ts'
import { EnvelopeServer } from '../envelope-server.ts'
import { LiveServer } from '../live-server.ts'

declare global {
  /** What the page's module puts there for the test. */
  var sdk: typeof Sdk & typeof OutboxEntryPoint
  var outbox: Outbox
  var heard: number[]
  var live: Sdk.LiveClient
}

const dist = join(inject('stranger'), 'node_modules/@cercle/sdk/dist')
const html = `<!doctype html><title>Cercle</title><script type="module">
  globalThis.sdk = { ...(await import('/sdk/index.js')), ...(await import('/sdk/outbox.js')) }
</script>`

let close = async (): Promise<void> => {}
let newContext: () => Promise<BrowserContext>
beforeAll(async () => {
  const { path, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath: path, args })
  newContext = () => browser.newContext()
  close = () => browser.close()
})
afterAll(() => close())

/** A browser whose pages are of the server's own origin: no bundler, only the files of the package. */
async function visit(server: { url: string }): Promise<{ context: BrowserContext; open: () => Promise<Page> }> {
  const context = await newContext()
  onTestFinished(() => context.close())
  await context.route('**/page', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await context.route('**/sdk/**', async (route) => {
    const file = join(dist, new URL(route.request().url()).pathname.slice('/sdk/'.length))
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(file) })
  })
  const open = async () => {
    const page = await context.newPage()
    await page.goto(`${server.url}/page`)
    await page.waitForFunction(() => 'sdk' in globalThis)
    return page
  }
  return { context, open }
}

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 20 })

async function writing() {
  const rows: { id: string; body: string }[] = []
  const server = await EnvelopeServer.start({
    'discussions.reply': (input: { id: string; body: string }) => {
      if (!rows.some(({ id }) => id === input.id)) rows.push(input)
      return input
    },
    'discussions.threads': () => ({ items: [{ title: 'un' }] }),
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return { server, rows }
}

const openOutbox = (page: Page) =>
  page.evaluate(() => {
    const target = { server: location.origin, community: 'a', site: 's', token: 'access-1' }
    globalThis.outbox = sdk.createOutbox({
      ...target,
      cercle: sdk.createCercle({ ...target, sleep: async () => {} }),
      member: 'm',
    })
  })
const add = (page: Page, body: string) =>
  page.evaluate(async (text) => (await outbox.add({ type: 'reply', input: { threadId: 't', body: text } })).id, body)
const list = (page: Page) =>
  page.evaluate(async () => (await outbox.list()).map(({ state, input }) => [state, (input as { body: string }).body]))

test('reads in a page without any bundler', async () => {
  const { server } = await writing()
  const { open } = await visit(server)
  const page = await open()
  const titles = await page.evaluate(async () => {
    const cercle = sdk.createReader({ server: location.origin, community: 'a' })
    return (await cercle.discussions.threads().page()).items.map(({ title }) => title)
  })
  expect(titles).toEqual(['un'])
})

test('what is written without a network lies in IndexedDB, survives a reload, and goes once, in order', async () => {
  const { server, rows } = await writing()
  const { context, open } = await visit(server)
  const page = await open()
  await openOutbox(page)
  await context.setOffline(true)
  for (const body of ['un', 'deux', 'trois']) await add(page, body)
  await eventually(async () =>
    expect(await list(page)).toEqual([
      ['waiting', 'un'],
      ['waiting', 'deux'],
      ['waiting', 'trois'],
    ]),
  )
  expect(await page.evaluate(() => outbox.isDurable())).toBe(true)
  await page.reload()
  await page.waitForFunction(() => 'sdk' in globalThis)
  await openOutbox(page)
  expect((await list(page)).map(([, body]) => body)).toEqual(['un', 'deux', 'trois'])
  expect(rows).toEqual([])
  await context.setOffline(false) // the browser's own event wakes it
  await eventually(async () => expect(await list(page)).toEqual([]))
  expect(rows.map(({ body }) => body)).toEqual(['un', 'deux', 'trois'])
})

test('a page that is gone in the middle of a send: another tab sends again, written once', async () => {
  const { server, rows } = await writing()
  const { open } = await visit(server)
  const [first, second] = [await open(), await open()]
  await openOutbox(first)
  server.interceptors.push(async (_, __, { paths, inputs }) => {
    await server.procedures[paths[0]!]!(inputs[0] as never, undefined as never) // written, never answered
  })
  await add(first, 'un')
  await eventually(() => expect(rows).toHaveLength(1))
  await openOutbox(second)
  await add(second, 'deux')
  expect(await list(second)).toEqual([
    ['sending', 'un'],
    ['waiting', 'deux'],
  ])
  await first.close()
  await eventually(async () => expect(await list(second)).toEqual([]))
  expect(rows.map(({ body }) => body)).toEqual(['un', 'deux'])
  expect(server.requests).toHaveLength(3)
})

test('a browser that refuses storage keeps it in memory, and says so', async () => {
  const { server, rows } = await writing()
  const { context, open } = await visit(server)
  await context.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError')
    }
    IDBFactory.prototype.open = refuse
    LockManager.prototype.request = () => Promise.reject(new DOMException('refused', 'SecurityError'))
    Object.assign(globalThis, { BroadcastChannel: refuse })
  })
  const page = await open()
  await openOutbox(page)
  await add(page, 'un')
  await eventually(async () => expect(await list(page)).toEqual([]))
  expect(await page.evaluate(() => outbox.isDurable())).toBe(false)
  expect(rows.map(({ body }) => body)).toEqual(['un'])
})

test('tabs share one stream; when the leading one closes, the next goes on without a loss or a double', async () => {
  const server = await LiveServer.start()
  onTestFinished(() => server[Symbol.asyncDispose]())
  const { open } = await visit(server)
  const listen = async () => {
    const page = await open()
    await page.evaluate(() => {
      globalThis.live = sdk.createCercle({ server: location.origin, community: 'a', token: 'access-1' }).live
      globalThis.heard = []
      live.on('post.created', ({ seq }) => heard.push(seq))
    })
    await page.waitForFunction(() => live.state === 'open')
    return page
  }
  const pages = [await listen(), await listen(), await listen()]
  const last = pages.at(-1)!
  for (const leader of pages.slice(0, -1)) {
    await eventually(() => expect(server.streams.size).toBe(1))
    server.happen(3)
    await leader.close()
    // Told to whoever is there by then: the next may have opened its stream before the closed tab's end is known here.
    server.happen(2)
    await eventually(async () => expect((await last.evaluate(() => heard)).at(-1)).toBe(server.seq))
  }
  expect(await last.evaluate(() => heard)).toEqual(server.log.map(({ seq }) => seq))
  expect(server.requests).toHaveLength(3)
})
