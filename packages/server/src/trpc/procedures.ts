import { initTRPC } from '@trpc/server'
import { CercleError } from '../errors.ts'
import type { EnteredScope, MemberScope, SigningScope } from '../scope.ts'
import { isActive, isEntered, isSigning } from '../viewer.ts'
import type { CallContext } from './context.ts'
import { tell } from './error-map.ts'

/** Who a procedure is for. Every procedure carries one: the leak suite walks them, and one without fails the build. */
export interface ProcedureMeta {
  audience: 'public' | 'entered' | 'signing' | 'member' | 'facilitator' | 'auth'
}

const t = initTRPC
  .context<CallContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const { code, httpStatus, fields, retryAfter } = tell(error)
      return {
        // Neither message nor data may tell one absent thing from one that is hidden.
        message: code,
        code: shape.code,
        data: {
          code,
          httpStatus,
          path: shape.data.path,
          ...(fields === undefined ? {} : { fields }),
          ...(retryAfter === undefined ? {} : { retryAfter }),
        },
      }
    },
  })

export const router = t.router

async function enteredScope(ctx: Pick<CallContext, 'scope'>): Promise<EnteredScope> {
  const scope = await ctx.scope()
  if (!isEntered(scope.viewer)) throw new CercleError('unauthorized')
  return scope as EnteredScope
}

async function memberScope(ctx: Pick<CallContext, 'scope'>): Promise<MemberScope> {
  const scope = await ctx.scope()
  if (scope.viewer.memberId === null) throw new CercleError('unauthorized')
  if (!isActive(scope.viewer)) throw new CercleError('forbidden')
  return scope as MemberScope
}

async function signingScope(ctx: Pick<CallContext, 'scope'>): Promise<SigningScope> {
  const scope = await ctx.scope()
  if (scope.viewer.memberId === null) throw new CercleError('unauthorized')
  if (!isSigning(scope.viewer)) throw new CercleError('forbidden')
  return scope as SigningScope
}

/** For anybody: a stranger gets the public part, a member hers. */
export const publicProcedure = t.procedure
  .meta({ audience: 'public' })
  .use(async ({ ctx, next }) => next({ ctx: { scope: await ctx.scope() } }))

/** For whoever is signed in, pending people included: `unauthorized` for a stranger. */
export const enteredProcedure = t.procedure
  .meta({ audience: 'entered' })
  .use(async ({ ctx, next }) => next({ ctx: { scope: await enteredScope(ctx) } }))

/** For members, whether or not they have signed the charter: `unauthorized` for a stranger, `forbidden` for a pending person. */
export const signingProcedure = t.procedure
  .meta({ audience: 'signing' })
  .use(async ({ ctx, next }) => next({ ctx: { scope: await signingScope(ctx) } }))

/** For active members: `unauthorized` for a stranger, `forbidden` for a pending person and for who has not signed the charter. */
export const memberProcedure = t.procedure
  .meta({ audience: 'member' })
  .use(async ({ ctx, next }) => next({ ctx: { scope: await memberScope(ctx) } }))

/** For the facilitator: `forbidden` for other members. */
export const facilitatorProcedure = t.procedure.meta({ audience: 'facilitator' }).use(async ({ ctx, next }) => {
  const scope = await memberScope(ctx)
  if (!scope.viewer.facilitates) throw new CercleError('forbidden')
  return next({ ctx: { scope } })
})

/** Sign-in and sessions, under a role of their own. */
export const authProcedure = t.procedure
  .meta({ audience: 'auth' })
  .use(async ({ ctx, next }) => next({ ctx: { scope: await ctx.authScope() } }))

/** Sign-in by the word of a partner's site: nothing is open while that is being heard. */
export const siteProcedure = t.procedure
  .meta({ audience: 'auth' })
  .use(({ ctx, next }) => next({ ctx: { scope: ctx.siteScope() } }))
