import { createHash, randomBytes } from 'node:crypto'

/** Only hashes are stored: what is read in the database opens nothing. */
export const hashOfLink = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The secret of a link in a mail: 256 bits. */
export function mintLink(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOfLink(token) }
}
