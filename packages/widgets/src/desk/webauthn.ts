import type { NewPasskeyAnswer, PasskeyAnswer, PasskeyCreation, PasskeyRequest } from '@cercle/sdk'

/*
 * By hand in every browser: `parseRequestOptionsFromJSON` and `toJSON` came to Safari with 18.4, and one way that is always taken is shorter
 * than two, one of which nobody here would ever see.
 */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Whether a key can serve here: keys know hosts by name, and no number is one. */
export const hasKeys = (): boolean => 'PublicKeyCredential' in window && !/^\[|^[\d.]+$/u.test(location.hostname)

/** Why no key answered: this device has one for here already; or whatever else, giving up included, which browsers do not tell apart. */
export type KeySilence = 'known' | 'unanswered'

const known = (keys: PasskeyRequest['allowCredentials']): PublicKeyCredentialDescriptor[] =>
  keys.map(({ type, id, transports }) => ({ type, id: bytesOf(id), transports: transports as AuthenticatorTransport[] }))

async function ask(asking: () => Promise<Credential | null>): Promise<PublicKeyCredential | KeySilence> {
  try {
    return ((await asking()) as PublicKeyCredential | null) ?? 'unanswered'
  } catch (error) {
    return (error as Error).name === 'InvalidStateError' ? 'known' : 'unanswered'
  }
}

/** A new key on this device, or on one beside it. */
export async function makeKey(asked: PasskeyCreation): Promise<NewPasskeyAnswer | KeySilence> {
  const { challenge, user, excludeCredentials, ...rest } = asked
  const made = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        ...rest,
        challenge: bytesOf(challenge),
        user: { ...user, id: bytesOf(user.id) },
        excludeCredentials: known(excludeCredentials),
      },
    }),
  )
  if (typeof made === 'string') return made
  const response = made.response as AuthenticatorAttestationResponse
  const { clientDataJSON, attestationObject } = response
  // older browsers do not say
  const transports = 'getTransports' in response ? response.getTransports() : []
  return {
    id: made.id,
    response: { clientDataJSON: textOf(clientDataJSON), attestationObject: textOf(attestationObject), transports },
  }
}

/** What a key signs. */
export async function useKey({ challenge, allowCredentials, ...rest }: PasskeyRequest): Promise<PasskeyAnswer | KeySilence> {
  const used = await ask(() =>
    navigator.credentials.get({
      publicKey: { ...rest, challenge: bytesOf(challenge), allowCredentials: known(allowCredentials) },
    }),
  )
  if (typeof used === 'string') return used
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response as AuthenticatorAssertionResponse
  return {
    id: used.id,
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      userHandle: userHandle && textOf(userHandle),
    },
  }
}
