import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CercleError } from '../errors.ts'
import type { AuthScope } from './auth-scope.ts'

/** Against what one try is counted. `address`: a hash of whom it would send a mail. */
export interface SpendKeys {
  network: string
  site: string
  community: string
  address?: string
}

/** Limits of sign-in and of asking to come in, in this process; the ones that must hold across processes are counted in the database (mails per address, tries per code). */
export interface AuthLimits {
  /** How many codes one address may be sent in an hour, over all communities. */
  mailsPerHour: number
  /** Counts one try against every key; `rate_limited` with the longest wait when one is over. */
  spend(kind: keyof typeof budgets, keys: SpendKeys): Promise<void>
}

/** Points per window of seconds: for one network (/64), for one site, for one community, for the address that a mail goes to. Generous to a shelter behind one address, dear to a guesser. */
const budgets = {
  requestCode: { network: [30, 3600], site: [300, 3600], community: [600, 3600] },
  signIn: { network: [60, 900], site: [600, 900], community: [1200, 900] },
  bySite: { network: [240, 900], site: [6000, 900], community: [12_000, 900] },
  refresh: { network: [600, 60], site: [6000, 60], community: [12_000, 60] },
  askToJoin: { network: [20, 3600], site: [100, 3600], community: [200, 3600], address: [5, 3600] },
  joinLink: { network: [120, 900], site: [1200, 900], community: [2400, 900] },
} as const

export const noAuthLimits: AuthLimits = { mailsPerHour: Infinity, async spend() {} }

export function createAuthLimits(): AuthLimits {
  const limiters = Object.entries(budgets).flatMap(([kind, byKey]) =>
    Object.entries(byKey).map(
      ([key, [points, duration]]) =>
        [`${kind}:${key}`, new RateLimiterMemory({ points, duration, keyPrefix: `${kind}:${key}` })] as const,
    ),
  )
  const byName = new Map(limiters)
  return {
    mailsPerHour: 5,
    async spend(kind, keys) {
      const waits = await Promise.all(
        Object.entries(keys).map(async ([key, value]) => {
          try {
            await byName.get(`${kind}:${key}`)!.consume(value)
            return 0
          } catch (refusal) {
            if (refusal instanceof Error) throw refusal
            return (refusal as { msBeforeNext: number }).msBeforeNext
          }
        }),
      )
      const wait = Math.max(...waits)
      if (wait > 0) throw new CercleError('rate_limited', { retryAfter: Math.ceil(wait / 1000) })
    },
  }
}

/** Counts one try of this call; `rate_limited` when its network, site or community asks too much. */
export async function spend(
  { limits, communityId, facts }: Pick<AuthScope, 'limits' | 'communityId' | 'facts'>,
  kind: keyof typeof budgets,
): Promise<void> {
  await limits.spend(kind, { network: facts.network, site: `${communityId}:${facts.siteId ?? ''}`, community: communityId })
}
