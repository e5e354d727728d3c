import type { CommunitySeed, PostSeed, ThreadSeed } from '../../src/communities/community-seed.ts'
import { communitySeed } from '../server.ts'
import { helpOf } from './help.ts'
import type { Canaries } from './canaries.ts'
import { CIRCLE, insiders, membersOf, personas, readersOf, signers, spaceSigners } from './personas.ts'

/** Slugs: one public, two for members, two restricted. */
export const SPACES = ['accueil', 'entraide', 'nouvelles', 'laval', 'comite']
const active = membersOf('entraide')

/** A community whose every text that people write holds a canary. */
export function seedOf(canaries: Canaries): CommunitySeed {
  const seed = communitySeed()
  const email = (key: string) => `${key}@${seed.slug}.example`
  const word = (label: string, readers: Iterable<string>) => canaries.word(label, readers)
  seed.groups = [
    { key: 'laval', name: word('name of the hidden group', insiders), hidden: true },
    { key: 'comite', name: word('name of the committee', active), kind: 'region' },
  ]
  seed.organisations = [
    { key: 'lumen', name: word('organisation of the one who writes everywhere', ['facilitator']) },
    { key: 'quiet', name: word('organisation of the one who writes in the restricted space', active) },
    { key: 'silent', name: word('organisation of the one who never wrote', active) },
    { key: 'closed', name: 'Ancien organisme' },
  ]
  const groups = ['laval', 'comite']
  // both have asked for help
  const named: Record<string, string[]> = { pending: ['pending', 'facilitator'], suspended: ['facilitator'] }
  seed.members = [
    {
      key: 'writer',
      name: word('name of the one who writes everywhere', active),
      email: email('writer'),
      organisation: 'lumen',
      // her name alone stands beside all that she writes
      organisationShown: false,
      consents: ['accompany', 'help_facts'],
    },
    {
      key: 'recluse',
      name: word('name of the one who writes in the restricted space', active),
      email: email('recluse'),
      organisation: 'quiet',
      groups: ['laval'],
    },
    {
      key: 'silent',
      name: word('name of the one who never wrote', active),
      email: email('silent'),
      organisation: 'silent',
      availability: word('when the one who never wrote can be reached', ['facilitator']),
      consents: ['named', 'accompany'],
      help: { equipment: {}, ease: 'call', phone: word('telephone of the one who never wrote', ['facilitator']) },
      groups,
    },
    ...['pending', 'suspended', 'removed', 'orphan'].map((key) => ({
      key,
      name: word(`name of ${key}`, named[key] ?? []) + key,
      email: email(key),
      status: key === 'pending' ? ('pending' as const) : ('active' as const),
      groups,
      ...(key === 'orphan' ? { organisation: 'closed' } : {}),
    })),
    ...['unsigned', 'withdrew', 'outdated', 'hasty'].map((key) => ({
      key,
      name: key === 'withdrew' ? 'Withdrew' : 'Rachel',
      email: email(key),
      groups,
      facilitates: key === 'hasty',
    })),
    { key: 'outside', name: 'Nour', email: email('outside'), groups: ['laval'], consents: ['help_facts'] },
    { key: 'member', name: 'Fatou', email: email('member') },
    { key: 'other', name: 'Kim', email: email('other'), pivotOf: 'comite' },
    { key: 'restricted', name: 'Josée', email: email('restricted'), groups: ['laval'] },
    { key: 'named', name: 'Ana', email: email('named') },
    {
      key: 'facilitator',
      name: 'Marie',
      email: email('facilitator'),
      facilitates: true,
      groups: ['comite'],
      availability: word('when who facilitates can be reached', active),
    },
  ]
  seed.spaces = [
    { slug: 'accueil', name: 'Accueil', level: 'public' },
    { slug: 'entraide', name: word('name of the members’ space', active), level: 'members' },
    { slug: 'nouvelles', name: word('name of the news space', active), level: 'members', posting: 'facilitators' },
    { slug: 'laval', name: word('name of the restricted space', spaceSigners), level: 'restricted', groups: ['laval'] },
    { slug: 'comite', name: word('name of the committee’s space', membersOf('comite')), level: 'restricted', groups: ['comite'] },
  ]
  // chosen to be read by the whole world
  const anybody = personas.filter(({ reads }) => reads !== 'refused').map(({ name }) => name)
  seed.contact = { name: word('name of whom to reach', anybody), email: null, phone: word('telephone of whom to reach', anybody) }
  const charter = (label: string, readers: Iterable<string>) => `Une *charte* ${word(label, readers)}.`
  const left = new Set(['unsigned', 'outdated', 'hasty', 'pending'])
  const signed = seed.members.map(({ key }) => key).filter((key) => !left.has(key))
  seed.charters = [
    { text: charter('first charter', signers), minutesAgo: 900, signedBy: [...signed, 'outdated'] },
    { text: charter('charter', signers), minutesAgo: 600, signedBy: signed },
    {
      space: 'laval',
      text: charter('charter of the restricted space', spaceSigners),
      minutesAgo: 500,
      // Kim has signed it too, in a time when she read there.
      signedBy: ['recluse', 'silent', 'restricted', 'named', 'other'],
    },
  ]
  const desk = (label: string) => word(label, ['facilitator'])
  seed.questions = [{ label: 'Une question' }]
  seed.requests = [
    {
      name: desk('name of who asks'),
      email: `${desk('address of who asks')}@nowhere.example`,
      organisation: desk('organisation of who asks'),
      role: desk('role of who asks'),
      region: desk('region of who asks'),
      reason: desk('reason of who asks'),
      answers: [desk('answer of who asks')],
      ease: 'call',
      phone: desk('telephone of who asks'),
      minutesAgo: 30,
    },
  ]
  seed.help = helpOf(canaries)
  const post = (space: string, what: string): PostSeed => ({
    author: space === 'laval' ? 'recluse' : 'writer',
    body: `Un **${word(`${what} in ${space}`, readersOf(space))}**`,
    minutesAgo: 60,
    reactions: { thanks: ['silent'] },
  })
  const thread = (space: string): ThreadSeed => ({
    ...post(space, 'opening'),
    space,
    kind: 'question',
    title: word(`title in ${space}`, readersOf(space)),
    // Nour wrote in the restricted space, and has not signed its charter as it is now.
    replies: [post(space, 'reply'), ...(space === 'laval' ? [{ ...post(space, 'other reply'), author: 'outside' }] : [])],
    pinned: space === 'entraide',
  })
  const own: ThreadSeed = { ...thread('entraide'), author: 'member', pinned: false }
  const inCircle: ThreadSeed = { ...thread(CIRCLE), space: 'entraide' }
  // by one who has taken her signature back since
  const kept: ThreadSeed = { ...thread('accueil'), author: 'withdrew' }
  seed.threads = [...SPACES.map(thread), own, kept, inCircle]
  return seed
}

/** Another community, of which nobody here may learn anything. */
export function foreignSeed(canaries: Canaries): CommunitySeed {
  const seed = communitySeed()
  const word = (label: string) => canaries.word(`${label} of another community`, [])
  seed.name = word('name')
  seed.members.push({
    key: 'foreign',
    name: word('facilitator'),
    email: `foreign@${seed.slug}.example`,
    facilitates: true,
    groups: ['laval'],
    consents: ['accompany', 'named'],
    help: { equipment: {}, ease: 'call', phone: word('telephone') },
  })
  seed.charters = [{ text: word('charter'), minutesAgo: 90, signedBy: ['foreign'] }]
  seed.questions = [{ label: word('question') }]
  seed.contact = { name: word('name of whom to reach'), email: null, phone: word('telephone of whom to reach') }
  seed.vocabulary = { facilitator: word('word for who facilitates'), join: word('word to join') }
  seed.requests = [{ name: word('name of who asks'), email: 'asks@nowhere.example', reason: word('reason'), minutesAgo: 5 }]
  seed.help = [{ member: 'foreign', text: word('call for help'), minutesAgo: 5 }]
  seed.spaces = [{ slug: 'ailleurs', name: word('space'), level: 'public' }]
  seed.threads = [{ space: 'ailleurs', author: 'foreign', kind: 'news', title: word('title'), body: word('body'), minutesAgo: 5 }]
  return seed
}
