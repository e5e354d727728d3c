import {
  CercleClientError,
  type AudienceView,
  type Cercle,
  type CircleView,
  type PeopleFilter,
  type SmallerAudience,
  type SpaceView,
} from '@cercle/sdk'
import type {
  AccessNote,
  ConsentKind,
  Consents,
  GroupView,
  PersonView,
  Profile,
  ThreadView,
  ViewerView,
  Welcome,
} from '@cercle/sdk'
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
  byInvitation: true,
  ...group,
})

interface World {
  spaces: SpaceView[]
  threads: ThreadView[]
  groups: FakeGroup[]
  readers: FakeReader[]
  people: PersonView[]
  organisations: { id: string; name: string }[]
  welcome: Welcome
  pageSize: number
  journal: AccessNote[]
  accepted: Consents
  about: { region: string | null; availability: string | null; organisation?: string | null | undefined }
  viewer: Pick<ViewerView, 'memberId' | 'name' | 'organisation' | 'language'> | null
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

export const buildPerson = (person: Partial<PersonView> = {}): PersonView => ({
  memberId: buildId(),
  name: 'Fatou',
  organisation: { id: buildId(), name: 'Maison Lumen' },
  facilitates: false,
  pivot: null,
  standing: 'active',
  since: now.toISOString(),
  until: null,
  ended: false,
  availability: null,
  help: null,
  groups: [],
  ...person,
})

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
    split: (split, options) =>
      ask('spaces.split', split, options?.signal, () => {
        const whole = world.spaces.find(({ slug }) => slug === split.space) ?? absent()
        if (world.spaces.some(({ slug }) => slug === split.slug)) throw new CercleClientError('conflict')
        const part: SpaceView = { ...whole, id: buildId(), slug: split.slug, name: split.name }
        world.spaces.push(part)
        return part
      }),
    merge: (merge, options) =>
      ask('spaces.merge', merge, options?.signal, () => {
        const [part, whole] = [merge.space, merge.into].map(
          (slug) => world.spaces.find((space) => space.slug === slug) ?? absent(),
        )
        const losing = Math.max(0, (part!.readers ?? 0) - (whole!.readers ?? 0))
        if (!losing) world.spaces = world.spaces.filter((space) => space !== part)
        return { losing }
      }),
    rename: (change, options) =>
      ask('spaces.rename', change, options?.signal, () => {
        const index = world.spaces.findIndex(({ slug }) => slug === change.space)
        return (world.spaces[index] = { ...(world.spaces[index] ?? absent()), name: change.name })
      }),
    arrange: ({ order }, options) =>
      ask('spaces.arrange', { order }, options?.signal, () => {
        const wanted = order.map((slug) => world.spaces.find((space) => space.slug === slug) ?? absent())
        if (new Set(wanted).size !== world.spaces.length) throw new CercleClientError('conflict')
        world.spaces = wanted
        return { items: wanted }
      }),
    seenBy: (seen, options) =>
      ask('spaces.seenBy', seen, options?.signal, () => ({
        at: now.toISOString(),
        name:
          world.readers.find(({ memberId }) => memberId === seen.member)?.name ??
          world.people.find(({ memberId }) => memberId === seen.member)?.name ??
          absent(),
        items: world.spaces.map(({ id, slug, name, level, groups }) => ({
          space: { id, slug, name, level },
          sees: level !== 'restricted' || groups.length > 0,
          through: groups,
        })),
      })),
  }
}

/** Nobody is asked twice: what is told of a person is changed in the world. */
const personIn = ({ people }: World, id: string): PersonView => people.find(({ memberId }) => memberId === id) ?? absent()

/** Where she works, kept apart while it is not shown. */
const profileIn = ({ viewer, about: { organisation: hidden, ...about } }: World): Profile => {
  const { name, organisation, language } = viewer ?? absent()
  return { name, organisation: hidden ?? organisation, organisationShown: hidden === undefined, language, ...about }
}

function showOrganisation({ viewer, about }: World, isShown: boolean): void {
  if (isShown === (about.organisation === undefined)) return
  if (isShown) viewer!.organisation = about.organisation!
  about.organisation = isShown ? undefined : viewer!.organisation
  if (!isShown) viewer!.organisation = null
}

const kinds: readonly ConsentKind[] = ['named', 'accompany', 'help_facts']
const never = { given: false, givenAt: null, withdrawnAt: null }
const acceptedIn = ({ accepted }: World): Consents => ({
  items: kinds.map((kind) => accepted.items.find((one) => one.kind === kind) ?? { kind, ...never }),
  help: accepted.help,
})
const said = (one: Consents['items'][number], given: boolean) => ({
  ...one,
  given,
  ...(given ? { givenAt: now.toISOString(), withdrawnAt: null } : { withdrawnAt: now.toISOString() }),
})

const ENDING = 30 * 86_400_000

function isAmong({ threads }: World, { memberId, until }: PersonView, only: PeopleFilter['only']): boolean {
  if (only === 'quiet') return !threads.some(({ author }) => author?.memberId === memberId)
  return only === undefined || (until !== null && Date.parse(until) < now.getTime() + ENDING)
}

function found(world: World, { search = '', group, member, standing = 'active', only }: PeopleFilter): PersonView[] {
  const words = search.toLowerCase().split(' ').filter(Boolean)
  return world.people.filter(
    ({ memberId, name, organisation, groups, ...person }) =>
      (member || person.standing === standing) &&
      isAmong(world, { memberId, name, organisation, groups, ...person }, only) &&
      words.every((word) => `${name} ${organisation?.name}`.toLowerCase().includes(word)) &&
      (!group || groups.some(({ id }) => id === group)) &&
      (!member || memberId === member),
  )
}

export function fakeGroups(ask: Ask, world: World): Pick<Cercle, 'groups' | 'members' | 'privacy'> {
  const done = () => ({ done: true }) as const
  const journal = (cursor?: string, options?: { signal?: AbortSignal | undefined }) =>
    ask('privacy.journal', { cursor }, options?.signal, () => ({ items: world.journal }))
  return {
    groups: {
      list: (options) => ask('groups.list', undefined, options?.signal, () => ({ items: world.groups })),
      create: (group, options) =>
        ask('groups.create', group, options?.signal, () => {
          const { name, kind, hidden = false, organisation, fact } = group
          const made = buildGroup({ name, kind, hidden, mine: hidden, byInvitation: !organisation && !fact })
          world.groups.push(made)
          return made
        }),
      invite: (invitation, options) =>
        ask('groups.invite', invitation, options?.signal, () => {
          const { id, name, byInvitation } = world.groups.find((one) => one.id === invitation.group) ?? absent()
          personIn(world, invitation.member).groups.push({ id, name, byInvitation })
          return done()
        }),
      part: (place, options) =>
        ask('groups.part', place, options?.signal, () => {
          const person = personIn(world, place.member)
          person.groups = person.groups.filter(({ id }) => id !== place.group)
          return done()
        }),
    },
    members: {
      profile: (options) => ask('members.profile', undefined, options?.signal, () => profileIn(world)),
      changeProfile: (change, options) =>
        ask('members.changeProfile', change, options?.signal, () => {
          if (change.name !== undefined) world.viewer!.name = change.name
          if (change.language !== undefined) world.viewer!.language = change.language
          if (change.organisationShown !== undefined) showOrganisation(world, change.organisationShown)
          if (change.availability !== undefined) world.about.availability = change.availability
          return profileIn(world)
        }),
      welcome: (options) => ask('members.welcome', undefined, options?.signal, () => world.welcome),
      step: (input, options) => ask('members.step', input, options?.signal, () => ({ done: true as const })),
      people: (filter = {}, options) => {
        const page = (cursor?: string) =>
          ask('members.people', { ...filter, cursor }, options?.signal, () => {
            const start = Number(cursor ?? 0)
            const items = found(world, filter)
            const end = start + world.pageSize
            return { items: items.slice(start, end), ...(end < items.length && { cursor: `${end}` }) }
          })
        return {
          page,
          async *[Symbol.asyncIterator]() {
            yield* (await page()).items
          },
        }
      },
      organisations: (options) =>
        ask('members.organisations', undefined, options?.signal, () => ({ items: world.organisations })),
      stand: ({ member, standing, facilitates }, options) =>
        ask('members.stand', { member, standing, facilitates }, options?.signal, () => {
          Object.assign(personIn(world, member), {
            ...(standing && { standing }),
            ...(facilitates !== undefined && { facilitates }),
          })
          return done()
        }),
      place: ({ member, organisation, until = null }, options) =>
        ask('members.place', { member, organisation, until }, options?.signal, () => {
          const place = world.organisations.find(({ id }) => id === organisation) ?? null
          Object.assign(personIn(world, member), { organisation: place, until })
          return { member, organisation: place?.name ?? null, until }
        }),
    },
    privacy: {
      journal: (_filter, options) => ({
        page: (cursor) => journal(cursor, options),
        async *[Symbol.asyncIterator]() {
          yield* (await journal(undefined, options)).items
        },
      }),
      consents: (options) => ask('privacy.consents', undefined, options?.signal, () => acceptedIn(world)),
      setConsent: (consent, options) =>
        ask('privacy.setConsent', consent, options?.signal, () => {
          const { kind, given } = consent
          const items = acceptedIn(world).items.map((one) => (one.kind === kind ? said(one, given) : one))
          const help = kind === 'help_facts' && !given ? null : world.accepted.help
          return (world.accepted = { items, help })
        }),
      sayHelp: (help, options) =>
        ask('privacy.sayHelp', help, options?.signal, () => (world.accepted = { ...acceptedIn(world), help })),
    },
  }
}
