import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup } from '../../src/db/backup.ts'
import { makePlace, startServer } from './place.ts'
import { whatIsKept, Writers, type Kept } from './writers.ts'

export interface SmallDisk extends AsyncDisposable {
  folder: string
  /** Leaves no room. */
  fill(): Promise<void>
  free(): Promise<void>
}

/** A disk of so many MiB; `undefined` where this account may not make one. */
export async function makeSmallDisk(size: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'cercle-disk-'))
  const mounted =
    process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder]).status === 0
  if (!mounted) {
    await rm(folder, { recursive: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    async fill() {
      for (let index = 0, piece = 1 << 20; piece >= 4096;) {
        try {
          await writeFile(`${filler}-${index++}`, Buffer.alloc(piece))
        } catch {
          piece /= 4
        }
      }
    },
    async free() {
      for (const name of await readdir(folder)) if (name.startsWith('filler-')) await rm(join(folder, name))
    },
    async [Symbol.asyncDispose]() {
      spawnSync('umount', [folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What is said of a backup for which there is no room, and what of it stays behind. */
export async function backupWithoutRoom(disk: SmallDisk, database: Parameters<typeof backup>[0]) {
  await disk.fill()
  const said = await backup(database, join(disk.folder, 'whole.cercle')).then(
    () => 'done',
    (error: Error) => error.message,
  )
  const left = (await readdir(disk.folder)).filter((name) => !name.startsWith('filler-'))
  await disk.free()
  await backup(database, join(disk.folder, 'whole.cercle'))
  return { said, left, after: (await readdir(disk.folder)).length }
}

export interface FullFigures extends Kept {
  acknowledged: number
  /** What was answered while there was no room, other than 503. */
  odd: number
  refused: number
}

/** The disk of an embedded database fills up while people write, and is emptied again. */
export async function writeWithoutRoom(disk: SmallDisk): Promise<FullFigures> {
  await using place = await makePlace('pglite', disk.folder)
  const running = await startServer(place)
  const writers = new Writers(() => running.url, place, 4)
  try {
    await writers.more(10)
    await disk.fill()
    await writers.refused(200)
    await disk.free()
    await writers.more(10)
  } finally {
    await writers[Symbol.asyncDispose]()
    await running[Symbol.asyncDispose]()
  }
  const { acknowledged, statuses } = writers
  const [done, refused] = [statuses.get(200) ?? 0, statuses.get(503) ?? 0]
  const odd = [...statuses.values()].reduce((sum, count) => sum + count, 0) - done - refused
  return { ...(await whatIsKept(place, acknowledged)), acknowledged: acknowledged.size, odd, refused }
}
