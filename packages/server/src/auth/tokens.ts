import { createHash, randomBytes } from 'node:crypto'

/** Only hashes are stored: what is read in the database opens nothing. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export interface MintedTokens {
  access: string
  accessHash: Buffer
  refresh: string
  refreshHash: Buffer
}

const ID_BYTES = 16
const SECRET_BYTES = 32

/*
 * Both are opaque, with 256 bits of chance. A refresh token also carries the id of its session, so that every token ever minted for a
 * session leads to it, however many rotations ago: a thief who rotates twice before the person comes back is noticed all the same.
 */
export function mintTokens(sessionId: string): MintedTokens {
  const access = randomBytes(SECRET_BYTES).toString('base64url')
  const id = Buffer.from(sessionId.replaceAll('-', ''), 'hex')
  const refresh = Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url')
  return { access, accessHash: hashOf(access), refresh, refreshHash: hashOf(refresh) }
}

/** The session a refresh token was minted for; `undefined` for what was never minted here. It proves nothing by itself. */
export function sessionIdIn(refresh: string): string | undefined {
  if (!/^[\w-]{64}$/.test(refresh)) return undefined
  const hex = Buffer.from(refresh, 'base64url').toString('hex', 0, ID_BYTES)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
