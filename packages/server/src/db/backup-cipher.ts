import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { BackupError } from './backup-lines.ts'

/** 32 bytes that are a key already, or a phrase that becomes one. */
export type BackupSecret = { key: Buffer } | { phrase: string }

const MAGIC = Buffer.from('cercle-backup-aes256gcm-1\n')
const SALT = 32
const CHECK = 16
const TAG = 16
const CHUNK = 64 * 1024
/** 64 MiB and a quarter of a second for each guess at a phrase. */
const scrypt = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 }
export const PHRASE_MIN = 12

/** Reads CERCLE_BACKUP_KEY; words when it is too weak to be one. */
export function readBackupSecret(text: string | undefined): BackupSecret | undefined {
  if (text === undefined || text === '') return undefined
  if (/^[A-Za-z0-9+/]{43}=?$/u.test(text)) return { key: Buffer.from(text, 'base64') }
  if (text.length < PHRASE_MIN)
    throw new BackupError(
      `CERCLE_BACKUP_KEY is 32 bytes in base64 (openssl rand -base64 32), or a phrase of ${PHRASE_MIN} characters or more.`,
    )
  return { phrase: text }
}

/** Each file has its own key, so that counting nonces from zero is safe; and a value that tells a wrong key from a damaged file. */
function derive(secret: BackupSecret, salt: Buffer): { key: Buffer; check: Buffer } {
  const root = 'key' in secret ? secret.key : scryptSync(secret.phrase.normalize('NFC'), salt, 32, scrypt)
  const part = (info: string, length: number) => Buffer.from(hkdfSync('sha256', root, salt, info, length))
  return { key: part('cercle backup file', 32), check: part('cercle backup check', CHECK) }
}

/** The place of a chunk and whether it is the last are part of its nonce: chunks can be neither moved, nor left out, nor cut off. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

async function* inChunks(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of source) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece])
    for (; held.length > size; held = held.subarray(size)) yield { chunk: held.subarray(0, size), isLast: false }
  }
  yield { chunk: held, isLast: true }
}

export async function* encrypt(source: AsyncIterable<Buffer>, secret: BackupSecret): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT)
  const { key, check } = derive(secret, salt)
  const head = Buffer.concat([MAGIC, salt, check])
  yield head
  let index = 0
  for await (const { chunk, isLast } of inChunks(source, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index++, isLast)).setAAD(head)
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
}

export const isEncrypted = (start: Buffer): boolean => start.subarray(0, MAGIC.length).equals(MAGIC)

const altered = () => new BackupError('The backup is cut or was altered. Nothing was written.')

/** Throws BackupError before it gives a byte that is not as it was written. */
export async function* decrypt(source: AsyncIterable<Buffer>, secret: BackupSecret | undefined): AsyncGenerator<Buffer> {
  if (!secret) throw new BackupError('This backup is encrypted. Give its key with CERCLE_BACKUP_KEY.')
  const pieces = source[Symbol.asyncIterator]()
  const length = MAGIC.length + SALT + CHECK
  let start: Buffer = Buffer.alloc(0)
  while (start.length < length) {
    const next = await pieces.next()
    if (next.done) throw altered()
    start = Buffer.concat([start, next.value])
  }
  const head = start.subarray(0, length)
  const { key, check } = derive(secret, head.subarray(MAGIC.length, MAGIC.length + SALT))
  if (!timingSafeEqual(check, head.subarray(MAGIC.length + SALT)))
    throw new BackupError('CERCLE_BACKUP_KEY is not the key of this backup. Nothing was written.')
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield start.subarray(length)
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  let index = 0
  for await (const { chunk, isLast } of inChunks(rest(), CHUNK + TAG)) yield open(chunk, key, nonceOf(index++, isLast), head)
}

function open(chunk: Buffer, key: Buffer, nonce: Buffer, head: Buffer): Buffer {
  if (chunk.length < TAG) throw altered()
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  decipher.setAAD(head).setAuthTag(chunk.subarray(chunk.length - TAG))
  const text = decipher.update(chunk.subarray(0, chunk.length - TAG))
  try {
    return Buffer.concat([text, decipher.final()])
  } catch {
    throw altered()
  }
}
