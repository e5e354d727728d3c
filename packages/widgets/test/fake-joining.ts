import { CercleClientError, newId, type Cercle, type InvitationView, type JoinForm, type JoinRequestView } from '@cercle/sdk'
import { buildId, now } from './factories.ts'

export const buildRequest = (request: Partial<JoinRequestView> = {}): JoinRequestView => ({
  id: buildId(),
  name: 'Ines',
  email: 'ines@lumen.example',
  organisation: 'Maison Lumen',
  role: 'Intervenante',
  region: 'Outaouais',
  reason: 'Je suis seule à faire ce travail dans mon coin.',
  answers: [],
  equipment: {},
  ease: null,
  phone: null,
  status: 'waiting',
  askedAt: new Date(now.getTime() - 3 * 3_600_000).toISOString(),
  exchange: [],
  decided: null,
  standing: null,
  can: { decide: true },
  ...request,
})

export const buildInvitation = (invitation: Partial<InvitationView> = {}): InvitationView => ({
  id: buildId(),
  email: 'nadia@rive.example',
  by: 'Sophie',
  createdAt: now.toISOString(),
  expiresAt: new Date(now.getTime() + 14 * 86_400_000).toISOString(),
  status: 'open',
  groups: [],
  spaces: [],
  can: { withdraw: true },
  ...invitation,
})

interface World {
  questions: JoinForm['questions']
  requests: JoinRequestView[]
  invitations: InvitationView[]
  spaces: { slug: string; name: string }[]
  groups: { id: string; name: string }[]
  pageSize: number
}
type Ask = <Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out) => Promise<Out>
type Page = <Item>(items: Item[], cursor: string | undefined, limit?: number) => { items: Item[]; cursor?: string }

/** The secret of every link of the fake server. */
export const fakeToken = 'A'.repeat(43)
const after = { approve: 'approved', refuse: 'refused', askBack: 'asked' } as const
const done = { done: true as const }
const absent = () => {
  throw new CercleClientError('not_found')
}

/** The way in, over what the fake server holds. No link leads anywhere here: pages without script take them. */
export const fakeJoining = (ask: Ask, page: Page, world: World): Cercle['joining'] => ({
  form: (options) => ask('joining.form', undefined, options?.signal, () => ({ questions: world.questions })),
  settleForm: (input, options) =>
    ask('joining.settleForm', input, options?.signal, () => {
      world.questions = structuredClone(input.questions)
      return { questions: world.questions }
    }),
  ask: (input, options) => ask('joining.ask', input, options?.signal, () => done),
  request: (input, options) => ask('joining.request', input, options?.signal, absent),
  answer: (input, options) => ask('joining.answer', input, options?.signal, absent),
  retract: (input, options) => ask('joining.retract', input, options?.signal, absent),
  invitation: (input, options) => ask('joining.invitation', input, options?.signal, absent),
  accept: (input, options) => ask('joining.accept', input, options?.signal, absent),
  requests: (filter = {}, options) => {
    const { state = 'open', call, id } = filter
    const isOpen = ({ status }: JoinRequestView) => status === 'waiting' || status === 'asked'
    const isFound = (one: JoinRequestView) =>
      id === undefined ? isOpen(one) === (state === 'open') && (!call || one.ease === 'call') : one.id === id
    const read = (cursor?: string) =>
      ask('joining.requests', { ...filter, cursor }, options?.signal, () => page(world.requests.filter(isFound), cursor))
    return {
      page: read,
      async *[Symbol.asyncIterator]() {
        yield* (await read()).items
      },
    }
  },
  decide: (input, options) =>
    ask('joining.decide', input, options?.signal, () => {
      const request = world.requests.find(({ id }) => id === input.id) ?? absent()
      if (!request.can.decide) throw new CercleClientError('conflict')
      const at = now.toISOString()
      const isOver = input.decision !== 'askBack'
      return Object.assign(request, {
        status: after[input.decision],
        exchange: [...request.exchange, ...(input.text ? [{ by: 'facilitator' as const, text: input.text, at }] : [])],
        decided: isOver ? { at, by: 'Sophie' } : null,
        can: { decide: !isOver },
      })
    }),
  invite: (input, options) =>
    ask('joining.invite', input, options?.signal, () => {
      const names = {
        spaces: world.spaces.filter(({ slug }) => input.spaces?.includes(slug)).map(({ name }) => name),
        groups: world.groups.filter(({ id }) => input.groups?.includes(id)).map(({ name }) => name),
      }
      const invitation = buildInvitation({ id: input.id ?? newId(), email: input.email ?? null, ...names })
      world.invitations.unshift(invitation)
      return { invitation, token: input.email ? null : fakeToken }
    }),
  invitations: (filter, options) => {
    const read = (cursor?: string) =>
      ask('joining.invitations', { cursor }, options?.signal, () => page(world.invitations, cursor, filter?.limit))
    return {
      page: read,
      async *[Symbol.asyncIterator]() {
        yield* (await read()).items
      },
    }
  },
  withdrawInvitation: (input, options) =>
    ask('joining.withdrawInvitation', input, options?.signal, () =>
      Object.assign(world.invitations.find(({ id }) => id === input.id) ?? absent(), {
        status: 'withdrawn' as const,
        can: { withdraw: false },
      }),
    ),
})
