import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from './demo.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cercle-demo-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = (env: Record<string, string> = {}) => startDemo({ PORT: '0', LOG_LEVEL: 'warn', CERCLE_DATA: folder, ...env })
const titles = async ({ url }: Demo): Promise<string[]> => {
  const input = encodeURIComponent(JSON.stringify({ 0: { limit: 50 } }))
  const [answer] = (await (await fetch(`${url}/c/a/trpc/discussions.threads?batch=1&input=${input}`)).json()) as [
    { result: { data: { items: { title: string }[] } } },
  ]
  return answer.result.data.items.map(({ title }) => title)
}

describe('a first run, then a second one on the same folder', () => {
  test(
    'seeds, listens in four places on two sites, refuses company, and keeps what there was',
    { timeout: 150_000 },
    async () => {
      let first: string[]
      {
        await using demo = await start()
        expect(demo.strangers).toEqual([])
        expect((await fetch(`${demo.url}/readyz`)).status).toBe(200)
        expect(new URL(demo.url).hostname).toBe('localhost')
        for (const [index, origin] of demo.sites.entries()) {
          expect(new URL(origin).hostname).toBe('127.0.0.1')
          const page = await (await fetch(origin)).text()
          expect(page).toContain(`${demo.url}/cercle.js`)
          expect(page).toContain(`community="${['a', 'b', 'c'][index]}"`)
        }
        first = await titles(demo)
        expect(first.length).toBeGreaterThanOrEqual(5)
        await expect(start()).rejects.toThrow(/is in use by another Cercle/)
      }
      await using again = await start()
      expect(await titles(again)).toEqual(first)
      // other ports than the first time: said, not hidden
      expect(again.strangers).toEqual(again.sites)
    },
  )
})

test.each(['0.0.0.0', '192.0.2.7', 'cercle.example.org'])('HOST=%s is refused in words', async (HOST) => {
  await expect(start({ HOST })).rejects.toThrow(/listens on this machine only/)
})

test.each(['abc', '-1', '65533', '4000.5'])('PORT=%s is refused in words', async (PORT) => {
  await expect(start({ PORT })).rejects.toThrow(/^PORT must be a number/)
})

test('a taken port is named before any folder is touched', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  try {
    await expect(start({ PORT: String(port), CERCLE_DATA: '/dev/null/never' })).rejects.toThrow(
      new RegExp(`^Port ${port} is already in use`),
    )
  } finally {
    taken.close()
  }
})
