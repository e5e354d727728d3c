import { CercleClientError, type Cercle, type PasskeyView } from '@cercle/sdk'
import { buildId, now } from './factories.ts'

export const buildPasskey = (key: Partial<PasskeyView> = {}): PasskeyView => ({
  id: buildId(),
  name: 'Mon téléphone',
  addedAt: now.toISOString(),
  usedAt: null,
  ...key,
})

/** « key » in base64url: what the one key of a test is known by. */
export const KEY = 'a2V5'

type Ask = <Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out) => Promise<Out>

const asked = { challenge: 'Y2hhbGxlbmdl', timeout: 300_000 }
const request = { ...asked, rpId: 'localhost', userVerification: 'required' as const }
const allowed = [{ type: 'public-key' as const, id: KEY, transports: ['internal'] }]

/** Keys of who looks, as the server keeps them: it takes the answer of one. */
export function fakePasskeys(ask: Ask, world: { passkeys: PasskeyView[] }): Cercle['passkeys'] {
  const check = ({ id }: { id: string }): void => {
    if (id !== KEY) throw new CercleClientError('invalid', { fields: [{ path: 'answer', reason: 'not_allowed' }] })
  }
  const done = { done: true as const }
  return {
    list: (options) => ask('passkeys.list', undefined, options?.signal, () => ({ items: world.passkeys })),
    askToAdd: (options) =>
      ask('passkeys.askToAdd', undefined, options?.signal, () => ({
        ...asked,
        rp: { id: 'localhost', name: 'Réseau' },
        user: { id: 'AAAA', name: 'Sophie, Réseau', displayName: 'Sophie' },
        pubKeyCredParams: [{ type: 'public-key' as const, alg: -7 }],
        excludeCredentials: [],
        authenticatorSelection: {
          residentKey: 'required' as const,
          requireResidentKey: true as const,
          userVerification: 'required' as const,
        },
        attestation: 'none' as const,
      })),
    add: (input, options) =>
      ask('passkeys.add', input, options?.signal, () => {
        check(input.answer)
        const key = buildPasskey({ name: input.name })
        world.passkeys = [...world.passkeys, key]
        return key
      }),
    remove: (input, options) =>
      ask('passkeys.remove', input, options?.signal, () => {
        world.passkeys = world.passkeys.filter(({ id }) => id !== input.id)
        return done
      }),
    askToProve: (options) =>
      ask('passkeys.askToProve', undefined, options?.signal, () => ({ ...request, allowCredentials: allowed })),
    prove: (input, options) =>
      ask('passkeys.prove', input, options?.signal, () => {
        check(input.answer)
        return done
      }),
    askToSignIn: (options) =>
      ask('passkeys.askToSignIn', undefined, options?.signal, () => ({ ...request, allowCredentials: [] })),
    signIn: (input, options) =>
      ask('passkeys.signIn', input, options?.signal, () => {
        check(input.answer)
        const at = (ms: number) => new Date(now.getTime() + ms).toISOString()
        return {
          access: 'access-by-key',
          accessExpiresAt: at(600_000),
          refresh: 'refresh-by-key',
          refreshExpiresAt: at(1_800_000),
        }
      }),
  }
}
