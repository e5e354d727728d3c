import { CercleClientError, newId, type Cercle, type InvitationView, type OwnPivot, type PersonView } from '@cercle/sdk'
import { buildInvitation, fakeToken } from './fake-joining.ts'

interface World {
  viewer: { pivot: string | null } | null
  invitations: InvitationView[]
  people: PersonView[]
  groups: { id: string; name: string }[]
  pageSize: number
}
type Ask = <Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out) => Promise<Out>
type Page = <Item>(items: Item[], cursor: string | undefined, limit?: number) => { items: Item[]; cursor?: string }

const absent = () => {
  throw new CercleClientError('not_found')
}

/** What a pivot does, over what the fake server holds: every invitation there is hers. */
export function fakePivots(ask: Ask, page: Page, world: World): Cercle['pivots'] {
  const own = (): OwnPivot['group'] => {
    const group = world.groups.find(({ name }) => name === world.viewer?.pivot)
    if (!group) throw new CercleClientError('forbidden')
    return { id: group.id, name: group.name }
  }
  const count = (status: InvitationView['status']) => world.invitations.filter((one) => one.status === status).length
  return {
    appoint: ({ member, group }, options) =>
      ask('pivots.appoint', { member, group }, options?.signal, () => {
        const { id, name } = world.groups.find((one) => one.id === group) ?? { id: '', name: '' }
        const person = world.people.find(({ memberId }) => memberId === member) ?? absent()
        person.pivot = id ? { id, name } : null
        return { done: true as const }
      }),
    own: (options) =>
      ask('pivots.own', undefined, options?.signal, () => ({
        group: own(),
        open: count('open'),
        accepted: count('accepted'),
      })),
    invite: (input, options) =>
      ask('pivots.invite', input, options?.signal, () => {
        own()
        const groups = world.groups.filter(({ id }) => input.groups?.includes(id)).map(({ name }) => name)
        const invitation = buildInvitation({ id: input.id ?? newId(), email: input.email ?? null, groups, by: 'Nadia' })
        world.invitations.unshift(invitation)
        return { invitation, token: input.email ? null : fakeToken }
      }),
    invitations: (filter, options) => {
      const read = (cursor?: string) =>
        ask('pivots.invitations', { cursor }, options?.signal, () => {
          own()
          return page(world.invitations, cursor, filter?.limit)
        })
      return {
        page: read,
        async *[Symbol.asyncIterator]() {
          yield* (await read()).items
        },
      }
    },
    withdraw: (input, options) =>
      ask('pivots.withdraw', input, options?.signal, () =>
        Object.assign(world.invitations.find(({ id }) => id === input.id) ?? absent(), {
          status: 'withdrawn' as const,
          can: { withdraw: false },
        }),
      ),
  }
}
