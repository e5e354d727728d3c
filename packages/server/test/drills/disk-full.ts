import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup } from '../../src/db/backup.ts'

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
