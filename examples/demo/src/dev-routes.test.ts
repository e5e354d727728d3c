import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'node:http'
import { MovableClock } from '@cercle/server'
import { describe, expect, test } from 'vitest'
import { describeDemo } from './demo-guide.ts'
import { createDevRoutes } from './dev-routes.ts'
import { Mailbox } from './mailbox.ts'

const start = Date.parse('2026-11-24T12:00:00.000Z')

async function serve() {
  const clock = new MovableClock({ now: () => start })
  const mailbox = new Mailbox(clock)
  const routes = createDevRoutes({ mailbox, clock, guide: () => describeDemo(['http://127.0.0.1:1']) })
  const server = createServer((incoming, response) => routes(incoming, response, () => response.writeHead(404).end('handed on')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    clock,
    mailbox,
    port,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const advance = (url: string, body: string, type = 'application/json') =>
  fetch(`${url}/dev/clock`, { method: 'POST', body, headers: { 'content-type': type } })

describe('mail', () => {
  const hostile = {
    id: '1',
    to: 'josee@saules.example',
    subject: '<img src=x onerror=alert(1)>',
    text: '</pre><script>alert(1)</script>',
    html: '',
    code: '12345678',
  }

  test('is listed as JSON, by address, and emptied', async () => {
    await using demo = await serve()
    await demo.mailbox.send(hostile)
    await demo.mailbox.send({ ...hostile, id: '2', to: 'fatou@lumen.example' })

    const all = await (await fetch(`${demo.url}/dev/mail.json`)).json()
    expect(all).toMatchObject([{ id: '2' }, { id: '1', code: '12345678', at: '2026-11-24T12:00:00.000Z' }])
    expect(await (await fetch(`${demo.url}/dev/mail.json?to=josee%40saules.example`)).json()).toMatchObject([{ id: '1' }])

    expect((await fetch(`${demo.url}/dev/mail.json`, { method: 'DELETE' })).status).toBe(204)
    expect(await (await fetch(`${demo.url}/dev/mail.json`)).json()).toEqual([])
  })

  test('is shown as a page in which a hostile mail is only text', async () => {
    await using demo = await serve()
    await demo.mailbox.send(hostile)
    const response = await fetch(`${demo.url}/dev/mail`)
    const page = await response.text()

    expect(page).toContain('1234 5678')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toMatch(/<script|<img|<style|\sstyle=/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const echoed = await (await fetch(`${demo.url}/dev/mail?to=${encodeURIComponent('"><script>')}`)).text()
    expect(echoed).toContain('value="&quot;&gt;&lt;script&gt;"')
  })
})

describe('clock', () => {
  test('moves by an ISO 8601 duration', async () => {
    await using demo = await serve()
    const response = await advance(demo.url, '{"advance":"P31D"}')
    expect(await response.json()).toEqual({ now: '2026-12-25T12:00:00.000Z' })
    expect(demo.clock.now()).toBe(Date.parse('2026-12-25T12:00:00.000Z'))
  })

  test.each([
    '{"advance":"31 days"}',
    '{"advance":31}',
    '{}',
    'null',
    'P31D',
    '',
    `{"advance":"P1D","more":"${'x'.repeat(2000)}"}`,
  ])('does not move for %j', async (body) => {
    await using demo = await serve()
    expect((await advance(demo.url, body)).status).toBe(400)
    expect(demo.clock.now()).toBe(start)
  })

  test('does not move for what a form of another site can send', async () => {
    await using demo = await serve()
    expect((await advance(demo.url, '{"advance":"P31D"}', 'text/plain')).status).toBe(400)
    expect(demo.clock.now()).toBe(start)
  })
})

test('the guide is given, and other paths are handed on', async () => {
  await using demo = await serve()
  expect(await (await fetch(`${demo.url}/dev/demo.json`)).json()).toEqual(describeDemo(['http://127.0.0.1:1']))
  expect(await (await fetch(`${demo.url}/dev/absent`)).text()).toBe('handed on')
  expect(await (await fetch(`${demo.url}/livez`)).text()).toBe('handed on')
})

test('a page that points its own name at this machine reads nothing', async () => {
  await using demo = await serve()
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(
      { port: demo.port, host: '127.0.0.1', path: '/dev/mail.json', headers: { host: 'rebound.example' } },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    asked.on('error', reject).end()
  })
  expect(status).toBe(421)
})
