import { createHash, randomBytes } from 'node:crypto'

/** Only hashes are stored: what is read in the database opens nothing. */
export const hashOf = (secret: string | Buffer): Buffer => createHash('sha256').update(secret).digest()

export interface MintedTokens {
  access: string
  accessHash: Buffer
  refresh: string
  refreshHash: Buffer
}

const FAMILY_BYTES = 16
const SECRET_BYTES = 32

/** Serves once, and is stored as a hash: 256 bits of chance. */
export const mintSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/** What all refresh tokens of one session begin with: as secret as they are, and never replaced. */
export const mintFamily = (): Buffer => randomBytes(FAMILY_BYTES)

/*
 * Both are opaque, with 256 bits of chance. A refresh token also carries the secret of its family, so that every token ever minted for a
 * session leads to it, however many rotations ago: a thief who rotates twice before the person comes back is noticed all the same. What
 * others may learn of a session, like its id, leads nowhere.
 */
export function mintTokens(family: Buffer): MintedTokens {
  const access = randomBytes(SECRET_BYTES).toString('base64url')
  const refresh = Buffer.concat([family, randomBytes(SECRET_BYTES)]).toString('base64url')
  return { access, accessHash: hashOf(access), refresh, refreshHash: hashOf(refresh) }
}

/** The family a refresh token was minted for; `undefined` for what cannot have been minted here. */
export function familyIn(refresh: string): Buffer | undefined {
  if (!/^[\w-]{64}$/.test(refresh)) return undefined
  return Buffer.from(refresh, 'base64url').subarray(0, FAMILY_BYTES)
}
