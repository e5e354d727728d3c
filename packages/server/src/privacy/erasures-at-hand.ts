import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupError } from '../db/backup-lines.ts'
import { ERASURES_FILE } from './erasure-keeper.ts'
import { readErasures, uniteErasures, writeErasures } from './erasure-list.ts'
import type { Erasure } from './erasures.service.ts'

/** A backup has a list beside it under this name: it serves to restore an older one. */
export const besideBackup = (file: string): string => `${file}.erasures`

export interface ErasuresAtHand {
  erasures: Erasure[]
  /** One of them was given, or kept by a server to its end: it goes on after any backup. */
  isCurrent: boolean
  /** Files that bear the name of a list and are none. */
  strange: string[]
}

/** Every list that may know what was erased after a backup: those given, the one in the data folder, those beside the backup. Throws BackupError. */
export async function erasuresAtHand(backup: string, given: string[], folder: string): Promise<ErasuresAtHand> {
  const own = await readErasures(join(folder, ERASURES_FILE))
  const lists = [own?.erasures ?? []]
  for (const file of given) {
    const list = await readErasures(file)
    if (!list) throw new BackupError(`${file} cannot be read: there is no such file.`)
    lists.push(list.erasures)
  }
  const strange: string[] = []
  for (const name of await readdir(dirname(backup))) {
    if (!name.endsWith(besideBackup(''))) continue
    const file = join(dirname(backup), name)
    const list = await readErasures(file).catch(() => undefined)
    if (list) lists.push(list.erasures)
    else strange.push(file)
  }
  return { erasures: uniteErasures(...lists), isCurrent: own !== undefined || given.length > 0, strange }
}

/**
 * Lays what is at hand into the data folder before anything is restored: a server that starts after a restoration that was cut short clears what
 * came back. Where the folder cannot be written the restoration goes on, for it clears by itself.
 */
export async function keepAtHand(folder: string, erasures: Erasure[]): Promise<void> {
  if (erasures.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => writeErasures(join(folder, ERASURES_FILE), erasures))
    .catch(() => {})
}
