import { createReadStream } from 'node:fs'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { decrypt, encrypt, isEncrypted, type BackupSecret } from './backup-cipher.ts'
import { BackupError, readBackup, type BackupLine } from './backup-lines.ts'
import type { Database } from './database.ts'
import { writeBackup, type Restored } from './restore.ts'

/** Pieces of text handed on together, in characters. */
const PIECE = 64 * 1024

/** Writes everything to a file that appears whole or not at all, and that its owner alone can read. Throws BackupError. */
export async function backup(database: Database, file: string, secret?: BackupSecret): Promise<Restored> {
  if (await lstat(file).catch(() => undefined)) throw new BackupError(`${file} is there already. Choose another name.`)
  const partial = `${file}.partial`
  const counted = { tables: 0, rows: 0 }
  try {
    await using handle = await open(partial, 'w', 0o600)
    await pipeline(inPieces(counting(readBackup(database), counted)), createGzip(), async (zipped: AsyncIterable<Buffer>) => {
      for await (const piece of secret ? encrypt(zipped, secret) : zipped) await handle.writeFile(piece)
    })
    await handle.sync()
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw told(error, file)
  }
  await rename(partial, file)
  return counted
}

function told(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupError(`There is no room left for ${file}. Nothing was kept.`)
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'EROFS')
    return new BackupError(`${file} cannot be used: ${message}`)
  return error
}

async function* counting(lines: AsyncIterable<BackupLine>, counted: Restored): AsyncGenerator<BackupLine> {
  for await (const line of lines) {
    if (Array.isArray(line)) counted.rows++
    else if ('table' in line) counted.tables++
    yield line
  }
}

async function* inPieces(lines: AsyncIterable<BackupLine>): AsyncGenerator<Buffer> {
  let text = ''
  for await (const line of lines) {
    text += `${JSON.stringify(line)}\n`
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

/** Writes a file made by `backup` into an empty database, all or nothing. Throws BackupError. */
export async function restore(database: Database, file: string, secret?: BackupSecret): Promise<Restored> {
  try {
    const encrypted = await startsEncrypted(file)
    return await writeBackup(database, linesOf(file, encrypted, secret))
  } catch (error) {
    throw isRefusedByDatabase(error) ? altered() : told(error, file)
  }
}

const altered = () => new BackupError('The file is not a backup of Cercle, is cut, or was altered. Nothing was written.')

/**
 * A changed byte is often still readable, and its checksum stands at the end of the file: the database may be the first to find that a value is none
 * of its type (class 22) or breaks a rule (23).
 */
const isRefusedByDatabase = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && /^2[23]/u.test(String((error as { code?: unknown }).code))

async function startsEncrypted(file: string): Promise<boolean> {
  await using handle = await open(file, 'r')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
  return isEncrypted(buffer.subarray(0, bytesRead))
}

async function* linesOf(file: string, encrypted: boolean, secret: BackupSecret | undefined): AsyncGenerator<BackupLine> {
  const unzip = createGunzip()
  const source = createReadStream(file)
  const fed = encrypted
    ? pipeline(source, (bytes) => decrypt(bytes as AsyncIterable<Buffer>, secret), unzip)
    : pipeline(source, unzip)
  fed.catch(() => {}) // what it threw comes out of the reading below as well
  try {
    let rest = ''
    for await (const piece of unzip.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop()!
      for (const line of lines) yield JSON.parse(line) as BackupLine
    }
    await fed
    if (rest !== '') throw new BackupError('The backup is cut: its end is missing. Nothing was written.')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof SyntaxError || code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') throw altered()
    throw error
  } finally {
    source.destroy()
  }
}
