import { mkdir, open, readFile, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { kill, pid } from 'node:process'

/** Two processes on one PGlite folder silently lose each other's writes, and PGlite has no lock of its own. */
export class FolderLockedError extends Error {
  override name = 'FolderLockedError'
}

const BEAT = 5_000

/** When the process with this number started, in clock ticks since boot; `''` where the system does not tell. Tells a reused number apart. */
async function startOf(processId: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${processId}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
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

async function isHeld(file: string): Promise<number | undefined> {
  const [owner, start] = (await readFile(file, 'utf8').catch(() => '')).split(' ')
  const holder = Number(owner)
  if (!Number.isInteger(holder) || holder <= 0 || !isAlive(holder)) return undefined
  const now = await startOf(holder)
  return now === '' || now === (start ?? '').trim() ? holder : undefined
}

/** Takes the folder for this process, or throws FolderLockedError in plain words. Dispose to give it back. */
export async function lockFolder(folder: string): Promise<AsyncDisposable> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'cercle.lock')
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = await open(file, 'wx')
      await handle.writeFile(`${pid} ${await startOf(pid)}`)
      await handle.close()
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = await isHeld(file)
      if (holder !== undefined || attempt > 2) {
        throw new FolderLockedError(
          `The folder ${folder} is in use by another Cercle${holder === undefined ? '' : ` (process ${holder})`}. Stop it first, or give this one its own folder with CERCLE_DATA.`,
        )
      }
      await rm(file, { force: true }) // left behind by a process that is gone
    }
  }
  const beat = setInterval(() => {
    const seconds = performance.timeOrigin / 1000 + performance.now() / 1000
    utimes(file, seconds, seconds).catch(() => {})
  }, BEAT)
  beat.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(beat)
      await rm(file, { force: true })
    },
  }
}
