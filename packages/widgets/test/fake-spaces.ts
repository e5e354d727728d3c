import {
  CercleClientError,
  type AudienceView,
  type Cercle,
  type CircleView,
  type SmallerAudience,
  type SpaceView,
} from '@cercle/sdk'
import type { AccessNote, GroupView, ThreadView } from '@cercle/sdk'
import { buildId, now } from './factories.ts'

export type FakeGroup = GroupView

/** Somebody who reads the members’ spaces. */
export interface FakeReader {
  memberId: string
  name: string
  organisation: string | null
  /** Ids of her groups. */
  groups: string[]
}

export const buildGroup = (group: Partial<FakeGroup> = {}): FakeGroup => ({
  id: buildId(),
  name: 'CALACS',
  kind: 'sector',
  hidden: false,
  mine: true,
  ...group,
})

interface World {
  spaces: SpaceView[]
  threads: ThreadView[]
  groups: FakeGroup[]
  readers: FakeReader[]
  journal: AccessNote[]
  viewer: { memberId: string } | null
}
type Ask = <Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out) => Promise<Out>

/** Those whom an audience reaches; the author reads what she writes. */
function reached({ readers, viewer }: World, { groups = [], members = [] }: SmallerAudience): FakeReader[] {
  if (groups.length + members.length === 0) return readers
  const isHers = ({ memberId }: FakeReader) => memberId === viewer?.memberId || members.includes(memberId)
  return readers.filter((reader) => isHers(reader) || reader.groups.some((id) => groups.includes(id)))
}

export function circleOf(world: World, audience: SmallerAudience | undefined): CircleView | null {
  const { groups = [], members = [] } = audience ?? {}
  if (groups.length + members.length === 0) return null
  return {
    readers: reached(world, { groups, members }).length,
    groups: world.groups.filter(({ id }) => groups.includes(id)).map(({ name }) => name),
    people: members.length,
  }
}

const absent = () => {
  throw new CercleClientError('not_found')
}

export function fakeSpaces(ask: Ask, world: World): Omit<Cercle['spaces'], 'list'> {
  const audience = (question: Parameters<Cercle['spaces']['audience']>[0]): AudienceView => {
    const thread = 'thread' in question ? world.threads.find(({ id }) => id === question.thread) : undefined
    const slug = 'space' in question ? question.space : thread?.space.slug
    const space = world.spaces.find((one) => one.slug === slug) ?? absent()
    const told: SmallerAudience = 'space' in question ? question : {}
    const isHidden = world.groups.some(({ id, hidden }) => hidden && told.groups?.includes(id))
    const people = reached(world, told)
    const isPublic = space.level === 'public' && !told.groups?.length && !told.members?.length
    return {
      level: isPublic ? 'public' : space.level === 'public' ? 'restricted' : space.level,
      readers: people.length,
      people: isHidden || isPublic ? null : people.map(({ memberId, name, organisation }) => ({ memberId, name, organisation })),
      groups: thread
        ? []
        : world.groups.map(({ mine: _mine, ...group }) => ({
            ...group,
            readers: world.readers.filter(({ groups }) => groups.includes(group.id)).length,
          })),
    }
  }
  return {
    audience: (question, options) => ask('spaces.audience', question, options?.signal, () => audience(question)),
    split: (split, options) => ask('spaces.split', split, options?.signal, absent),
    merge: (merge, options) => ask('spaces.merge', merge, options?.signal, () => ({ losing: 0 })),
    seenBy: (seen, options) =>
      ask('spaces.seenBy', seen, options?.signal, () => ({
        at: now.toISOString(),
        name: world.readers.find(({ memberId }) => memberId === seen.member)?.name ?? absent(),
        items: world.spaces.map(({ id, slug, name, level, groups }) => ({
          space: { id, slug, name, level },
          sees: true,
          through: groups,
        })),
      })),
  }
}

export function fakeGroups(ask: Ask, world: World): Pick<Cercle, 'groups' | 'members' | 'privacy'> {
  const done = () => ({ done: true }) as const
  const journal = (cursor?: string, options?: { signal?: AbortSignal | undefined }) =>
    ask('privacy.journal', { cursor }, options?.signal, () => ({ items: world.journal }))
  return {
    groups: {
      list: (options) => ask('groups.list', undefined, options?.signal, () => ({ items: world.groups })),
      create: (group, options) =>
        ask('groups.create', group, options?.signal, () =>
          buildGroup({ name: group.name, kind: group.kind, hidden: group.hidden ?? false, mine: false }),
        ),
      invite: (invitation, options) => ask('groups.invite', invitation, options?.signal, done),
      part: (place, options) => ask('groups.part', place, options?.signal, done),
    },
    members: {
      place: ({ member, until = null }, options) =>
        ask('members.place', { member, until }, options?.signal, () => ({ member, organisation: null, until })),
    },
    privacy: {
      journal: (_filter, options) => ({
        page: (cursor) => journal(cursor, options),
        async *[Symbol.asyncIterator]() {
          yield* (await journal(undefined, options)).items
        },
      }),
    },
  }
}
