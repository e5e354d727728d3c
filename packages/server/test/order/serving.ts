import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Usage } from './serving.process.ts'

export type { Usage }

export interface Serving extends AsyncDisposable {
  url: string
  child: ChildProcess
  usage(): Promise<Usage>
  /** The same, right after a garbage collection (start it with `--expose-gc`). */
  collected(): Promise<Usage>
}

export interface ServingOptions {
  env: Record<string, string>
  /** Arguments of Node itself. */
  node?: string[]
  /** Another script that speaks the same words: `{ url }` once it listens, then a Usage for every message. */
  script?: string
}

/** Starts a server in a process of its own; resolves once it listens. */
export async function startServing({ env, node = [], script }: ServingOptions): Promise<Serving> {
  const file = script ?? fileURLToPath(new URL('./serving.process.ts', import.meta.url))
  const settings = { PORT: '0', CERCLE_DEMO: '1', CERCLE_RATE_LIMITS: 'off', LOG_LEVEL: 'error' }
  const child = fork(file, {
    execArgv: node,
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [first] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the serving process ended (${code}) before it listened`))),
  ])) as [{ url: string }]
  const ask = async (question: 'usage' | 'collect'): Promise<Usage> => {
    const answer = once(child, 'message')
    child.send(question)
    return ((await answer) as [Usage])[0]
  }
  return {
    url: first.url,
    child,
    usage: () => ask('usage'),
    collected: () => ask('collect'),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.disconnect()
      await exit
    },
  }
}
