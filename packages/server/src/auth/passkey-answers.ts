import { z } from 'zod'
import type { AddPasskey, AnswerByPasskey } from './passkeys.schema.ts'

/** EdDSA, ES256 and RS256, as COSE numbers them. */
export const ALGORITHMS = [-8, -7, -257] as const

/** For whom keys sign, and from which pages alone. */
export const partyOf = (publicUrl: string) => ({ origin: publicUrl, id: new URL(publicUrl).hostname })
type Party = ReturnType<typeof partyOf>

/** What keys know a member by: her id, which tells nobody anything. */
export const handleOf = (memberId: string): string => Buffer.from(memberId.replaceAll('-', ''), 'hex').toString('base64url')

const ClientData = z.object({ challenge: z.string().max(100), crossOrigin: z.literal(false).optional() })

/** The challenge that was answered; `undefined` for what no page of ours can have asked, which lies in no other's frame. */
export function challengeIn(clientDataJSON: string): string | undefined {
  try {
    return ClientData.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())).challenge
  } catch {
    return undefined
  }
}

// it takes 0.4 s to load, and only desks need it
const library = () => import('@simplewebauthn/server')
const common = (challenge: string, { origin, id }: Party) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: id,
  requireUserVerification: true,
})

/** None is asked for. One that carries certificates could make the server fetch lists of revoked ones, wherever they say. */
async function isWithoutCertificates(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers')
  const attestation = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')))
  const format = attestation.get('fmt')
  return format === 'none' || (format === 'packed' && attestation.get('attStmt').get('x5c') === undefined)
}

/** A new key; `undefined` whatever is wrong with the answer. */
export async function readNewKey({ id, response }: AddPasskey['answer'], challenge: string, party: Party) {
  try {
    if (!(await isWithoutCertificates(response.attestationObject))) return undefined
    const { verifyRegistrationResponse } = await library()
    const { clientDataJSON, attestationObject } = response
    const { registrationInfo } = await verifyRegistrationResponse({
      ...common(challenge, party),
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      supportedAlgorithmIDs: [...ALGORITHMS],
    })
    if (registrationInfo?.credential.id !== id) return undefined
    const { publicKey, counter } = registrationInfo.credential
    return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), counter }
  } catch {
    return undefined
  }
}

/** How far the key has counted; `undefined` whatever is wrong with the answer. */
export async function readAnswer(
  { id, response }: AnswerByPasskey['answer'],
  challenge: string,
  party: Party,
  key: { publicKey: Buffer; counter: number },
): Promise<number | undefined> {
  try {
    const { verifyAuthenticationResponse } = await library()
    const { clientDataJSON, authenticatorData, signature } = response
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...common(challenge, party),
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      credential: { id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
