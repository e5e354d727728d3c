import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, readlink, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { kill, pid } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

/** Two processes on one PGlite folder silently lose each other's writes, and PGlite has no lock of its own. */
export class FolderLockedError extends Error {
  override name = 'FolderLockedError'
}

export interface FolderLockOptions {
  /** Milliseconds from one sign of life to the next. */
  beat?: number
  /** After so many milliseconds without one, a holder that this process cannot look up is gone. */
  stale?: number
  /** Another process took the folder because it saw no sign of life (a machine that slept): nothing may be written any more. */
  onLost?: () => void
}

const BEAT = 2_000
/** Longer than any statement that keeps this process from beating. */
const STALE = 20_000
/** Of those who find one abandoned lock together, all but one come back to see who took it, after so many milliseconds. */
const ATTEMPTS = 5
const AGAIN = 20

interface Holder {
  pid: number
  /** When the process started, in clock ticks since boot: tells a reused number apart. `''` where the system does not tell. */
  start: string
  /** The place where the number means something: a boot of a machine and, in it, a container. */
  place: string
  token: string
}

async function startOf(processId: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${processId}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

async function thisPlace(): Promise<string> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    return `${boot}/${await readlink('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

function isAlive(processId: number): boolean {
  try {
    kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder
    return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : undefined
  } catch {
    return undefined
  }
}

/** `undefined`: nothing here tells, only its signs of life do. */
async function isAliveHere(holder: Holder | undefined, place: string): Promise<boolean | undefined> {
  if (holder === undefined || holder.place !== place) return undefined
  if (!isAlive(holder.pid)) return false
  const start = await startOf(holder.pid)
  return start === '' || start === holder.start
}

const modified = async (file: string): Promise<number | undefined> => (await stat(file).catch(() => undefined))?.mtimeMs

/** Its age by the clock of the disk it lies on, which on a network folder is not this machine's. */
async function ageOf(file: string, mtime: number): Promise<number> {
  const probe = `${file}.${randomUUID()}`
  try {
    await writeFile(probe, '')
    return ((await modified(probe)) ?? mtime) - mtime
  } finally {
    await rm(probe, { force: true })
  }
}

/** Waits for a sign of life of a holder on another machine or in another container; `false` when it gives none for as long as it takes. */
async function beats(file: string, beat: number, stale: number): Promise<boolean> {
  const first = await modified(file)
  if (first === undefined) return false
  const until = performance.now() + stale - Math.max(0, await ageOf(file, first))
  while (performance.now() < until) {
    await wait(beat / 2)
    const now = await modified(file)
    if (now !== first) return now !== undefined
  }
  return false
}

/** Writes the whole lock at once, or answers `false` when there is one: nobody ever reads half of it. */
async function create(file: string, text: string): Promise<boolean> {
  const own = `${file}.${randomUUID()}`
  await writeFile(own, text)
  try {
    await link(own, file)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    // A disk without hard links. Half a lock is taken for one that shows no more than signs of life.
    return await writeFile(file, text, { flag: 'wx' }).then(
      () => true,
      (taken: NodeJS.ErrnoException) => {
        if (taken.code === 'EEXIST') return false
        throw taken
      },
    )
  } finally {
    await rm(own, { force: true })
  }
}

interface Taking {
  folder: string
  text: string
  place: string
  beat: number
  stale: number
}

/** Makes `file` the lock of this process, or throws FolderLockedError when somebody alive has it. */
async function take(file: string, taking: Taking): Promise<void> {
  const { folder, text, place, beat, stale } = taking
  for (let attempt = 0; !(await create(file, text)); attempt++) {
    const found = await readFile(file, 'utf8').catch(() => undefined)
    if (found === undefined) continue // given back between the two
    const holder = parse(found)
    if (attempt >= ATTEMPTS || ((await isAliveHere(holder, place)) ?? (await beats(file, beat, stale))))
      throw locked(folder, holder, place)
    if (await replaceAbandoned(file, found, taking)) return
  }
}

/**
 * Puts this process's lock in the place of an abandoned one, in one step: there is never none to be seen. The right to replace just this one
 * is a lock of its own, so that nobody removes the lock of whoever was quicker. `false`: look again.
 */
async function replaceAbandoned(file: string, found: string, taking: Taking): Promise<boolean> {
  const claim = `${file}.${createHash('sha256').update(found).digest('hex').slice(0, 16)}`
  try {
    await take(claim, taking)
  } catch (error) {
    if (!(error instanceof FolderLockedError)) throw error
    await wait(AGAIN)
    return false
  }
  try {
    if ((await readFile(file, 'utf8').catch(() => undefined)) !== found) return false
    const own = `${file}.${randomUUID()}`
    await writeFile(own, taking.text)
    await rename(own, file)
    return true
  } finally {
    await rm(claim, { force: true })
  }
}

function locked(folder: string, holder: Holder | undefined, place: string): FolderLockedError {
  const who =
    holder === undefined
      ? ''
      : holder.place === place
        ? ` (process ${holder.pid})`
        : ' on another machine or in another container'
  return new FolderLockedError(
    `The folder ${folder} is in use by another Cercle${who}. Stop it first, or give this one its own folder with CERCLE_DATA.`,
  )
}

function keepBeating(file: string, handle: FileHandle, text: string, beat: number, onLost: () => void): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    last = last.then(async () => {
      const found = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : text))
      if (found === text) await handle.write(text, 0).catch(() => {})
      else {
        clearInterval(timer)
        onLost()
      }
    })
  }, beat)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await last
    await handle.close()
    if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true })
  }
}

/**
 * Takes the folder for this process, or throws FolderLockedError in plain words. Dispose to give it back.
 * A holder in the same place is looked up by its number and start; one on another machine or in another container by its signs of life,
 * which takes up to 20 s after it died.
 */
export async function lockFolder(
  folder: string,
  { beat = BEAT, stale = STALE, onLost = () => {} }: FolderLockOptions = {},
): Promise<AsyncDisposable> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'cercle.lock')
  const place = await thisPlace()
  const text = JSON.stringify({ pid, start: await startOf(pid), place, token: randomUUID() } satisfies Holder)
  await take(file, { folder, text, place, beat, stale })
  const release = keepBeating(file, await open(file, 'r+'), text, beat, onLost)
  return { [Symbol.asyncDispose]: release }
}
