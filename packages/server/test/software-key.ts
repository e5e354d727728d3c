import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PasskeyCreation, PasskeyRequest } from '../src/auth/passkeys.schema.ts'

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const encoded = (data: Buffer | string) => Buffer.from(data).toString('base64url')
/** Short text and byte strings of CBOR. */
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
const cborBytes = (data: Buffer) => Buffer.concat([Buffer.from([0x59, data.length >> 8, data.length & 255]), data])

/** What an answer may be wrong in. */
export interface Wrongs {
  origin?: string
  rpId?: string
  crossOrigin?: boolean
  /** The counter told; the next one unless given. */
  counter?: number
  /** Nobody was asked for a finger or a PIN. */
  unverified?: boolean
  userHandle?: string
  /** Attested with this format and statement. */
  attestation?: { fmt: string; attStmt: Buffer }
}

/** An authenticator as browsers have them, in software: one key, ES256. */
export class SoftwareKey {
  readonly id = randomBytes(32)
  counter = 0
  userHandle = ''
  readonly #origin: string
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  /** `origin`: of the page that it is asked from. */
  constructor(origin: string) {
    this.#origin = origin
  }

  /** Answers `passkeys.askToAdd`. */
  create({ rp, user, challenge }: PasskeyCreation, wrongs: Wrongs = {}) {
    this.userHandle = user.id
    const { x, y } = this.#pair.publicKey.export({ format: 'jwk' })
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x!, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y!, 'base64url'),
    ])
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose])
    const data = Buffer.concat([this.#data(wrongs.rpId ?? rp.id, 0x40, wrongs), credential])
    const { fmt, attStmt } = wrongs.attestation ?? { fmt: 'none', attStmt: Buffer.from([0xa0]) }
    const parts = [cborText('fmt'), cborText(fmt), cborText('attStmt'), attStmt, cborText('authData'), cborBytes(data)]
    return {
      id: encoded(this.id),
      response: {
        clientDataJSON: this.#clientData('webauthn.create', challenge, wrongs),
        attestationObject: encoded(Buffer.concat([Buffer.from([0xa3]), ...parts])),
        transports: ['internal'],
      },
    }
  }

  /** Answers `passkeys.askToProve` and `passkeys.askToSignIn`. */
  get({ rpId, challenge }: PasskeyRequest, wrongs: Wrongs = {}) {
    const authenticatorData = this.#data(wrongs.rpId ?? rpId, 0, wrongs)
    const clientDataJSON = this.#clientData('webauthn.get', challenge, wrongs)
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    return {
      id: encoded(this.id),
      response: {
        clientDataJSON,
        authenticatorData: encoded(authenticatorData),
        signature: encoded(sign('sha256', signed, this.#pair.privateKey)),
        userHandle: wrongs.userHandle ?? this.userHandle,
      },
    }
  }

  #data(rpId: string, flags: number, { counter = ++this.counter, unverified = false }: Wrongs): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | (unverified ? 0x01 : 0x05)]), count])
  }

  #clientData(type: string, challenge: string, { origin = this.#origin, crossOrigin = false }: Wrongs): string {
    return encoded(JSON.stringify({ type, challenge, origin, crossOrigin }))
  }
}
