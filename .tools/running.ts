import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export const root = dirname(import.meta.dirname)
/** What tools keep between runs: logs, unpacked programs. Ignored by git, gone with node_modules. */
export const cache = join(root, 'node_modules/.cache/cercle')

export interface Outcome {
  ok: boolean
  /** Standard output and standard error as they came. */
  output: string
  /** The log's path, relative to the root. */
  log: string
}

const running = new Set<ChildProcess>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** While something runs, a signal ends it first and this process after it; otherwise signals are whose they were (the server's, in `npm start`). */
function passOn(signal: NodeJS.Signals): void {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)))
  for (const child of running) child.kill(signal)
  void Promise.all(ends).then(() => process.exit(130))
}

function watch(child: ChildProcess): void {
  if (running.size === 0) for (const signal of signals) process.on(signal, passOn)
  running.add(child)
}

function unwatch(child: ChildProcess): void {
  running.delete(child)
  if (running.size === 0) for (const signal of signals) process.off(signal, passOn)
}

/** Runs `[program, ...arguments]` with the workspace's own Node and programs first in PATH, and keeps what it says in a log. */
export function run(
  name: string,
  [program = '', ...args]: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  const cwd = join(root, options.cwd ?? '.')
  const file = join(cache, 'logs', `${name.replaceAll(/[^a-z0-9-]/g, '-')}.log`)
  mkdirSync(dirname(file), { recursive: true })
  const log = createWriteStream(file)
  const path = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(':')
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...options.env, PATH: path, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    watch(child)
    let output = ''
    const keep = (coloured: string) => {
      const text = stripVTControlCharacters(coloured)
      output += text
      log.write(text)
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.once('error', (error) => keep(`${error.message}\n`))
    child.once('close', (code) => {
      unwatch(child)
      log.end(() => resolve({ ok: code === 0, output, log: relative(root, file) }))
    })
  })
}

/** The end of a long output: where programs say what went wrong. */
export function tail(output: string, lines = 60): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}

/** The arguments after `npm run … --` choose by name; none choose all. A choice that matches nothing is refused in one line. */
export function chosen<Item extends { name: string }>(items: Item[], choices: string[]): Item[] {
  const unknown = choices.filter((choice) => !items.some(({ name }) => name.startsWith(choice)))
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are: ${items.map(({ name }) => name).join(', ')}`)
    process.exit(1)
  }
  return items.filter(({ name }) => choices.length === 0 || choices.some((choice) => name.startsWith(choice)))
}
