import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { BackupError } from '../db/backup-lines.ts'
import type { Erasure } from './erasures.service.ts'

/*
 * A list of erasures as a file of JSON lines: a head, then of each erasure its kind, community, id and moment. It only grows, so that a copy
 * of it is never worse than an older one, and two lists together are one.
 */
const HEAD = '{"cercle":1,"list":"erasures"}'
/** Read at each start, and there may be many: a pattern takes a quarter of the time of a schema. */
const LINE =
  /^\["(thread|post|text|revision|passkey|help|consent)","([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})","([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})","(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"\]$/u

export interface ErasureList {
  erasures: Erasure[]
  /** Lines that say nothing: one that was cut by a crash, or damaged. */
  unread: number
}

/** `undefined`: there is no such file. Throws BackupError when it is no list, or cannot be read. */
export async function readErasures(file: string): Promise<ErasureList | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new BackupError(`${file} cannot be read: ${error.message}`)
  })
  if (text === undefined) return undefined
  const lines = text.split('\n').filter((line) => line !== '' && line !== HEAD)
  const erasures = lines.map(parse).filter((erasure) => erasure !== undefined)
  if (!text.startsWith(HEAD) && text !== '' && erasures.length === 0) throw new BackupError(`${file} is not a list of erasures.`)
  return { erasures, unread: lines.length - erasures.length }
}

function parse(line: string): Erasure | undefined {
  const [, kind, communityId, id, moment] = LINE.exec(line) ?? []
  const at = new Date(moment ?? NaN)
  if (!kind || !communityId || !id || Number.isNaN(at.getTime())) return undefined
  return { kind: kind as Erasure['kind'], communityId, id, at }
}

const format = (erasures: Erasure[]): string =>
  erasures.map(({ kind, communityId, id, at }) => `${JSON.stringify([kind, communityId, id, at.toISOString()])}\n`).join('')

/** Each of them once, as first told. */
export function uniteErasures(...lists: Erasure[][]): Erasure[] {
  const all = new Map<string, Erasure>()
  for (const erasure of lists.flat()) {
    const key = `${erasure.kind} ${erasure.communityId} ${erasure.id}`
    if (!all.has(key)) all.set(key, erasure)
  }
  return [...all.values()]
}

/** Writes a list that appears whole or not at all, in the place of the one before, and that its owner alone can read. */
export async function writeErasures(file: string, erasures: Erasure[]): Promise<void> {
  const partial = `${file}.${randomUUID()}`
  try {
    await using handle = await open(partial, 'wx', 0o600)
    await handle.writeFile(`${HEAD}\n${format(erasures)}`)
    await handle.sync()
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
  await rename(partial, file)
}

/** Adds to a list and waits for the disk; `false`: there is no such file. */
export async function appendErasures(file: string, erasures: Erasure[]): Promise<boolean> {
  try {
    await using handle = await open(file, constants.O_WRONLY | constants.O_APPEND)
    await handle.writeFile(format(erasures))
    await handle.sync()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
