import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const entry = new URL('./main.ts', import.meta.url).pathname

function run(env: Record<string, string>): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...env } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  return { child, output: () => text, ended: new Promise((resolve) => child.once('close', resolve)) }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'says when it is ready, last, and leaves on %s within 10 s',
  { timeout: 150_000 },
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'cercle-demo-'))
    const { child, output, ended } = run({ CERCLE_DATA: folder })
    try {
      await expect.poll(output, { timeout: 120_000 }).toMatch(/Cercle ready on http:\/\/localhost:\d+\n$/)
      const [url] = /http:\/\/localhost:\d+$/m.exec(output()) ?? []
      expect((await fetch(`${url}/readyz`)).status).toBe(200)
      expect(output().match(/http:\/\/127\.0\.0\.1:\d+/g)).toHaveLength(3)

      const asked = performance.now()
      child.kill(signal)
      child.kill(signal) // a terminal and npm both pass Ctrl-C on
      expect(await ended).toBe(0)
      expect(performance.now() - asked).toBeLessThan(10_000)
    } finally {
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    }
  },
)

test.each([
  [{ HOST: '0.0.0.0' }, /listens on this machine only/],
  [{ PORT: '70000' }, /^PORT must be a number/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is/],
  [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^The database cannot be used/],
])('with %o leaves with 1 and one line', { timeout: 60_000 }, async (env, words) => {
  const { output, ended } = run(env)
  expect(await ended).toBe(1)
  expect(output()).toMatch(words)
  expect(output().trim().split('\n')).toHaveLength(1)
})
