import { CercleClientError, newId, type Cercle, type HelpRequestView, type HelpTurn, type HelpView } from '@cercle/sdk'
import { ago, buildId, now } from './factories.ts'

/** One exchange, as both sides see it; `mine`: the viewer asked. */
export type FakeHelp = HelpView & HelpRequestView & { mine: boolean }

export const buildHelp = (help: Partial<FakeHelp> = {}): FakeHelp => ({
  id: buildId(),
  text: 'Je ne trouve pas la charte.',
  place: 'Les discussions',
  call: false,
  phone: null,
  askedAt: ago(120),
  turns: [],
  state: 'waiting',
  unseen: false,
  name: 'Fatou',
  organisation: 'Maison Lumen',
  pending: false,
  mine: true,
  ...help,
})

export const buildAnswer = (turn: Partial<HelpTurn> = {}): HelpTurn => ({
  id: buildId(),
  by: 'facilitator',
  name: 'Marie-Ève',
  text: 'Elle est dans votre compte, sous « Charte ».',
  at: ago(30),
  ...turn,
})

interface World {
  viewer: { facilitates: boolean; status: string; name: string } | null
  helpers: { name: string; availability: string | null }[]
  help: FakeHelp[]
}
type Ask = <Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out) => Promise<Out>
type Page = <Item>(items: Item[], cursor: string | undefined, limit?: number) => { items: Item[]; cursor?: string }

const done = { done: true as const }

/** Help that is asked and answered, over what the fake server holds. */
export function fakeHelp(ask: Ask, page: Page, world: World): Cercle['help'] {
  const find = (id: string, isMine: boolean): FakeHelp => {
    const found = world.help.find((one) => one.id === id && (!isMine || one.mine))
    if (!found) throw new CercleClientError('not_found')
    return found
  }
  const said = (help: FakeHelp, by: HelpTurn['by'], id: string, text: string): FakeHelp => {
    const turn = { id, by, name: by === 'asker' ? null : (world.viewer?.name ?? null), text, at: now.toISOString() }
    return Object.assign(help, { turns: [...help.turns, turn], state: by === 'asker' ? 'waiting' : 'answered' })
  }
  return {
    own: (options) =>
      ask('help.own', undefined, options?.signal, () => ({
        readers: world.viewer?.status === 'active' ? world.helpers : [],
        facilitates: world.viewer?.facilitates ?? false,
        items: world.help.filter(({ mine }) => mine),
      })),
    ask: (input, options) =>
      ask('help.ask', input, options?.signal, () => {
        const { id = newId(), text, place = null, call = false, phone = null } = input
        if (world.help.some((one) => one.id === id)) return done
        if (world.help.filter(({ mine, state }) => mine && state === 'waiting').length === 5)
          throw new CercleClientError('conflict')
        world.help.unshift(buildHelp({ id, text, place, call, phone, askedAt: now.toISOString() }))
        return done
      }),
    add: ({ id = newId(), help, text }, options) =>
      ask('help.add', { id, help, text }, options?.signal, () => said(find(help, true), 'asker', id, text)),
    see: ({ id }, options) =>
      ask('help.see', { id }, options?.signal, () => {
        find(id, true).unseen = false
        return done
      }),
    erase: ({ id }, options) =>
      ask('help.erase', { id }, options?.signal, () => {
        world.help.splice(world.help.indexOf(find(id, true)), 1)
        return done
      }),
    requests: (filter = {}, options) => {
      const { state = 'waiting', limit } = filter
      const read = (cursor?: string) =>
        ask('help.requests', { ...filter, cursor }, options?.signal, () =>
          page(
            world.help.filter((one) => one.state === state),
            cursor,
            limit,
          ),
        )
      return {
        page: read,
        async *[Symbol.asyncIterator]() {
          yield* (await read()).items
        },
      }
    },
    answer: ({ id = newId(), help, text }, options) =>
      ask('help.answer', { id, help, text }, options?.signal, () => said(find(help, false), 'facilitator', id, text)),
    settle: ({ id, settled }, options) =>
      ask('help.settle', { id, settled }, options?.signal, () => {
        const help = find(id, false)
        return Object.assign(help, { state: settled ? 'settled' : help.turns.length ? 'answered' : 'waiting' })
      }),
  }
}
