import { randomBytes } from 'node:crypto'
import { appRouter } from '../../src/app-router.ts'
import type { ErrorCode } from '../../src/error-codes.ts'
import { uuidv7 } from '../../src/ids.ts'
import { isIn, type Persona } from './personas.ts'
import type { Target, World } from './world.ts'

/** How the suite calls one procedure. Every procedure of the router has an entry: `leak.test.ts` names those without. */
export interface Entry {
  /** What its input names; `none`: nothing that could be hidden. */
  takes: Target['kind'] | Target['kind'][] | 'none'
  /** Inputs about one target. */
  inputs(world: World, id: string, kind?: Target['kind']): unknown[]
  /** Inputs about nothing that could be hidden, beside those. */
  plain?: unknown[]
  /** What a reader of the target is answered, `undefined` for success. Absent: always success. */
  toReader?(persona: Persona, target: Target): ErrorCode | undefined
  /** Whether the suite asks about this target as this persona; absent: always. */
  isAsked?(persona: Persona, target: Target): boolean
  /** The only answer, whoever calls, where rights play no part. */
  always?: ErrorCode | 'done'
  /** What whoever has a session is answered, or of other procedures whoever may call them; absent: success. */
  signedIn?: ErrorCode | ((persona: Persona) => ErrorCode | undefined)
  /** For who is the pivot of a group: `forbidden` to others. */
  pivot?: true
}

const NO_VERSION = '00000000-0000-7000-8000-000000000000'
const noAnswer = { id: 'x', response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' } }
const fresh = () => uuidv7(Date.now())
const isAuthor = (persona: Persona, { author }: Target) => persona.member === author
/** For who facilitates it exists at the desk alone. */
const toAsker = (persona: Persona, target: Target): ErrorCode | undefined => (isAuthor(persona, target) ? undefined : 'not_found')
const unlessWithdrawn = (persona: Persona, target: Target): ErrorCode | undefined =>
  !isAuthor(persona, target) || target.withdrawn ? 'forbidden' : undefined
const toWriter = (persona: Persona, { posting }: Target): ErrorCode | undefined =>
  posting === 'facilitators' && !persona.facilitates ? 'forbidden' : undefined

export const entries: Record<string, Entry> = {
  'communities.current': { takes: 'none', inputs: () => [undefined] },
  'communities.settings': { takes: 'none', inputs: () => [undefined] },
  'communities.settle': {
    takes: 'none',
    // the gestures that the rest of the suite makes stay
    inputs: () => [
      {
        name: 'A',
        greeting: null,
        exitUrl: null,
        indexable: false,
        vocabulary: {},
        accent: null,
        scheme: null,
        contact: null,
        reactions: ['thanks', 'recognise'].map((key) => ({ key, label: key })),
      },
    ],
  },
  'auth.signIns': { takes: 'none', inputs: () => [undefined] },
  'communities.aims': { takes: 'none', inputs: () => [undefined] },
  'communities.settleAims': { takes: 'none', inputs: () => [{ aims: ['Nous entraider.'] }, { aims: [] }] },
  'spaces.list': { takes: 'none', inputs: () => [undefined] },
  'spaces.audience': {
    takes: ['space', 'thread'],
    inputs: ({ memberId }, id, kind) =>
      kind === 'thread' ? [{ thread: id }] : [{ space: id }, { space: id, members: [memberId] }],
  },
  'spaces.split': {
    takes: 'space',
    inputs: (_, space) => [{ id: fresh(), space, slug: `partie-${space}`, name: 'Partie' }],
  },
  // Into what is public nothing may go that fewer read; what would move is left where the rest of the suite looks for it.
  'spaces.merge': {
    takes: 'space',
    inputs: (_, space) => [{ space, into: 'entraide' }],
    isAsked: (persona, target) => !persona.facilitates || target.space === 'accueil' || !isIn(persona, target.space ?? ''),
  },
  // The canaries are known by the other names.
  'spaces.rename': {
    takes: 'space',
    inputs: (_, space) => [{ space, name: 'Accueil' }],
    isAsked: (persona, target) => !persona.facilitates || target.space === 'accueil' || !isIn(persona, target.space ?? ''),
  },
  'spaces.arrange': { takes: 'space', inputs: (_, space) => [{ order: [space] }], toReader: () => 'conflict' },
  'spaces.seenBy': { takes: 'none', inputs: ({ memberId }) => [{ member: memberId }] },
  'groups.list': { takes: 'none', inputs: () => [undefined] },
  'groups.create': {
    takes: 'none',
    inputs: () => [{ id: fresh(), name: 'Groupe', kind: 'social', hidden: true }],
  },
  'groups.invite': { takes: 'group', inputs: ({ memberId }, group) => [{ group, member: memberId }] },
  'groups.part': { takes: 'group', inputs: (_, group) => [{ group, member: NO_VERSION.replace(/0$/, '1') }] },
  'members.place': { takes: 'none', inputs: ({ memberId }) => [{ member: memberId }] },
  'members.people': {
    takes: 'group',
    inputs: ({ memberId }, group) => [{ group }, { group, member: memberId }],
    plain: [{}, { search: 'a', limit: 1 }, { only: 'quiet' }, { only: 'ending' }],
  },
  // nobody changes: to stand otherwise would make another persona of her
  'members.stand': { takes: 'none', inputs: ({ memberId }) => [{ member: memberId }] },
  'members.welcome': { takes: 'none', inputs: () => [undefined] },
  'members.step': { takes: 'none', inputs: () => [{ step: 'pass' }] },
  'members.profile': { takes: 'none', inputs: () => [undefined] },
  // Her name stays: the canaries are known by it.
  'members.changeProfile': {
    takes: 'none',
    inputs: () => [
      {},
      { organisationShown: false, availability: 'Le matin', language: 'en-CA' },
      { organisationShown: true, availability: null, language: null },
    ],
  },
  'members.organisations': { takes: 'none', inputs: () => [undefined] },
  'organisations.sites': { takes: 'none', inputs: () => [undefined] },
  'organisations.addSite': {
    takes: 'none',
    inputs: () => {
      const id = fresh()
      return [{ id, name: 'Site', origins: [`https://${id}.example`] }]
    },
  },
  // As they are: the frames of other personas stand in them.
  'organisations.setOrigins': {
    takes: 'site',
    inputs: (_, site) => [{ site, origins: ['http://127.0.0.1:4001', 'https://a.example'] }],
  },
  'organisations.setSignIn': {
    takes: 'site',
    inputs: (_, site) => [{ site, issuer: 'https://a.example', keysUrl: 'https://a.example/keys' }],
  },
  'organisations.switchSignIn': { takes: 'site', inputs: (_, site) => [{ site, on: true }] },
  'privacy.journal': { takes: 'none', inputs: () => [{}, { limit: 1 }] },
  'privacy.consents': { takes: 'none', inputs: () => [undefined] },
  'privacy.setConsent': {
    takes: 'none',
    inputs: () => [true, false].map((given) => ({ kind: 'named', given, words: 1 })),
  },
  // Who accepts that it is kept.
  'privacy.sayHelp': {
    takes: 'none',
    inputs: () => [{ equipment: {}, ease: null, phone: null }],
    signedIn: ({ member }) => (member === 'outside' ? undefined : 'conflict'),
  },
  'notifications.list': { takes: 'none', inputs: () => [{}, { limit: 1 }] },
  'notifications.unread': { takes: 'none', inputs: () => [undefined] },
  'notifications.markRead': { takes: 'notification', inputs: (_, id) => [{ id }] },
  'notifications.rhythms': { takes: 'none', inputs: () => [undefined] },
  'notifications.setRhythm': {
    takes: 'space',
    inputs: (_, space) => [
      { space, rhythm: 'never' },
      { space, rhythm: null },
    ],
    plain: [{ rhythm: 'days', days: [2] }],
  },
  'notifications.setQuiet': { takes: 'none', inputs: () => [{ quiet: { from: 21, until: 7 } }, { quiet: null }] },
  'charter.list': { takes: 'none', inputs: () => [undefined] },
  'charter.read': { takes: 'charter', inputs: (_, id) => [{ id }] },
  // At a hash of no text: to sign would make another persona of her.
  'charter.sign': { takes: 'charter', inputs: (_, id) => [{ id, hash: '0'.repeat(64) }], toReader: () => 'conflict' },
  // Of an old version, on which no right rests.
  'charter.withdraw': {
    takes: 'charter',
    inputs: (_, id) => [{ id }],
    isAsked: ({ name }, { isOld, seenBy = [] }) => isOld === true || !seenBy.includes(name),
  },
  'charter.proof': { takes: 'signature', inputs: (_, id) => [{ id }] },
  'charter.publish': {
    takes: 'space',
    inputs: (_, space) => [{ id: fresh(), space, language: 'fr-CA', text: 'Texte', replaces: NO_VERSION }],
    toReader: (_, { space }) => (space === 'accueil' ? 'invalid' : 'conflict'),
  },
  'discussions.threads': {
    takes: 'space',
    inputs: (_, space) => [{ space }, { space, kind: 'question', limit: 1 }],
    plain: [{}, { kind: 'question', limit: 50 }],
  },
  'discussions.thread': { takes: 'thread', inputs: (_, id) => [{ id }, { id, limit: 1 }] },
  'discussions.createThread': {
    takes: 'space',
    inputs: (_, space) => [{ id: fresh(), space, kind: 'tool', title: 'Titre', body: 'Texte' }],
    toReader: toWriter,
  },
  'discussions.reply': {
    takes: 'thread',
    inputs: (_, threadId) => [{ id: fresh(), threadId, body: 'Texte' }],
    toReader: toWriter,
  },
  'discussions.react': {
    takes: 'post',
    inputs: (_, postId) => [
      { postId, key: 'recognise', on: true },
      { postId, key: 'recognise', on: false },
    ],
    toReader: (persona, target) => (isAuthor(persona, target) || target.withdrawn ? 'forbidden' : undefined),
  },
  'discussions.source': { takes: 'post', inputs: (_, id) => [{ id }], toReader: unlessWithdrawn },
  'discussions.edit': { takes: 'post', inputs: (_, id) => [{ id, body: 'Autre texte' }], toReader: unlessWithdrawn },
  'discussions.withdraw': { takes: 'post', inputs: (_, id) => [{ id }], toReader: unlessWithdrawn },
  'discussions.restore': {
    takes: 'post',
    inputs: (_, id) => [{ id }],
    toReader: (persona, target) => (isAuthor(persona, target) ? undefined : 'forbidden'),
  },
  'discussions.revisions': { takes: 'post', inputs: (_, id) => [{ id }] },
  'discussions.pin': {
    takes: 'thread',
    inputs: (_, id) => [
      { id, pinned: true },
      { id, pinned: false },
    ],
  },
  'discussions.markRead': { takes: 'thread', inputs: (_, id) => [{ id }] },
  'help.own': { takes: 'none', inputs: () => [undefined] },
  'help.ask': { takes: 'none', inputs: () => [{ id: fresh(), text: 'Texte', call: true, phone: '819 555-0142' }] },
  'help.add': { takes: 'help', inputs: (_, help) => [{ id: fresh(), help, text: 'Texte' }], toReader: toAsker },
  'help.see': { takes: 'help', inputs: (_, id) => [{ id }], toReader: toAsker },
  // What is hers stays for the rest of the suite.
  'help.erase': {
    takes: 'help',
    inputs: (_, id) => [{ id }],
    toReader: toAsker,
    isAsked: (persona, target) => !isAuthor(persona, target) || persona.limited === true,
  },
  'help.requests': { takes: 'none', inputs: () => [{}, { state: 'answered' }, { state: 'settled', limit: 1 }] },
  'help.answer': { takes: 'help', inputs: (_, help) => [{ id: fresh(), help, text: 'Texte' }] },
  'help.settle': { takes: 'help', inputs: (_, id) => [{ id, settled: true }] },
  'joining.form': { takes: 'none', inputs: () => [undefined] },
  'joining.settleForm': {
    takes: 'none',
    inputs: () => [{ questions: [] }, { questions: [{ id: fresh(), label: 'Une question', required: false }] }],
  },
  // Addresses of members and of who has asked already: nothing is written, and the answer is that of everybody.
  'joining.ask': {
    takes: 'none',
    inputs: ({ knownAddresses }) => knownAddresses.map((email) => ({ id: fresh(), name: 'Nour', email, reason: 'Ici' })),
    always: 'done',
  },
  ...Object.fromEntries(
    ['joining.request', 'joining.retract', 'joining.invitation'].map((path) => [
      path,
      { takes: 'none', inputs: () => [{ token: 'A'.repeat(43) }], always: 'not_found' } satisfies Entry,
    ]),
  ),
  'joining.answer': { takes: 'none', inputs: () => [{ token: 'A'.repeat(43), text: 'Texte' }], always: 'not_found' },
  'joining.accept': { takes: 'none', inputs: () => [{ token: 'A'.repeat(43), name: 'Nour' }], always: 'not_found' },
  'joining.requests': { takes: 'none', inputs: () => [{}, { limit: 1 }, { state: 'decided' }, { call: true }] },
  'joining.decide': { takes: 'request', inputs: (_, id) => [{ id, decision: 'askBack', text: 'Une question' }] },
  'joining.invite': {
    takes: ['space', 'group'],
    inputs: (_, id, kind) => [kind === 'space' ? { id: fresh(), spaces: [id] } : { id: fresh(), groups: [id] }],
    toReader: (_, { kind, space }) => (kind === 'space' && !['laval', 'comite'].includes(space!) ? 'invalid' : undefined),
  },
  'joining.invitations': { takes: 'none', inputs: () => [{}, { limit: 1 }] },
  'joining.withdrawInvitation': { takes: 'invitation', inputs: (_, id) => [{ id }] },
  // nobody changes: to be the pivot of something would make another persona of her
  'pivots.appoint': {
    takes: 'group',
    inputs: ({ memberId }, group) => [{ member: memberId, group }],
  },
  'pivots.own': { takes: 'none', inputs: () => [undefined], pivot: true },
  'pivots.invite': {
    takes: ['space', 'group'],
    inputs: (_, id, kind) => [kind === 'space' ? { id: fresh(), spaces: [id] } : { id: fresh(), groups: [id] }],
    toReader: (_, { kind, space }) => (kind === 'space' && !['laval', 'comite'].includes(space!) ? 'invalid' : undefined),
    pivot: true,
  },
  'pivots.invitations': { takes: 'none', inputs: () => [{}, { limit: 1 }], pivot: true },
  'pivots.withdraw': { takes: 'invitation', inputs: (_, id) => [{ id }], pivot: true },
  'auth.requestCode': { takes: 'none', inputs: ({ addresses }) => addresses.map((email) => ({ email })), always: 'done' },
  'auth.signIn': {
    takes: 'none',
    inputs: ({ loginId }) => [loginId, fresh()].map((id) => ({ loginId: id, code: '12345678' })),
    always: 'invalid',
  },
  'auth.requestProof': { takes: 'none', inputs: () => [undefined] },
  'auth.prove': { takes: 'none', inputs: () => [{ loginId: fresh(), code: '12345678' }], signedIn: 'invalid' },
  'passkeys.list': { takes: 'none', inputs: () => [undefined] },
  'passkeys.askToAdd': { takes: 'none', inputs: () => [undefined] },
  'passkeys.add': {
    takes: 'none',
    inputs: () => [{ name: 'Clé', answer: { id: 'x', response: { clientDataJSON: 'x', attestationObject: 'x' } } }],
    signedIn: 'invalid',
  },
  'passkeys.remove': { takes: 'passkey', inputs: (_, id) => [{ id }] },
  // Who has a key, on pages of our own.
  'passkeys.askToProve': {
    takes: 'none',
    inputs: () => [undefined],
    signedIn: ({ name }) => (name === 'facilitator' ? undefined : 'not_found'),
  },
  'passkeys.prove': { takes: 'none', inputs: () => [{ answer: noAnswer }], signedIn: 'invalid' },
  'passkeys.askToSignIn': { takes: 'none', inputs: () => [undefined], always: 'done' },
  'passkeys.signIn': { takes: 'none', inputs: () => [{ answer: noAnswer }], always: 'invalid' },
  'auth.askSite': { takes: 'none', inputs: () => [{ origin: 'https://nowhere.example' }], always: 'invalid' },
  'auth.enterBySite': { takes: 'none', inputs: () => [{ ticket: 'x', assertion: 'x' }], always: 'invalid' },
  'auth.refresh': {
    takes: 'none',
    inputs: () => [{ refresh: randomBytes(48).toString('base64url') }, { refresh: 'x' }],
    always: 'unauthorized',
  },
  'auth.signOut': { takes: 'none', inputs: () => [{}, { refresh: randomBytes(48).toString('base64url') }] },
  'auth.devices': { takes: 'none', inputs: () => [undefined] },
  'auth.revoke': { takes: 'session', inputs: (_, id) => [{ id }], toReader: () => 'not_found' },
}

export interface Procedure {
  path: string
  type: 'query' | 'mutation'
  audience: 'public' | 'entered' | 'signing' | 'member' | 'facilitator' | 'auth'
  entry: Entry
}

type Definition = { _def: { type: 'query' | 'mutation'; meta?: { audience?: Procedure['audience'] } } }
export const definitions = Object.entries(appRouter._def.procedures as unknown as Record<string, Definition>)

/** All procedures of the router that the suite can call. */
export const procedures = definitions.flatMap(([path, { _def }]): Procedure[] => {
  const audience = _def.meta?.audience
  const entry = entries[path]
  return audience && entry ? [{ path, type: _def.type, audience, entry }] : []
})

/** Whether the suite can call it for this persona without ending what it stands on. */
export const isCalledBy = ({ path }: Procedure, persona: Persona): boolean =>
  path !== 'auth.signOut' || persona.status === 'stranger' || (persona.reads === 'refused' && persona.member === 'restricted')

/*
 * The rules in words, once more and apart from the server: what a call must answer.
 * A session that is none: `unauthorized` everywhere. Else who one is comes first, then whether one sees it, then what one may do with it.
 */
export function expected({ audience, entry }: Procedure, persona: Persona, target: Target | undefined): ErrorCode | undefined {
  const fromElsewhere = /origin|script/.test(persona.name)
  if (fromElsewhere) return 'unauthorized'
  if (entry.always) return entry.always === 'done' ? undefined : entry.always
  if (persona.reads === 'refused') return 'unauthorized'
  if (audience !== 'public' && persona.status === 'stranger') return 'unauthorized'
  const plain = typeof entry.signedIn === 'function' ? entry.signedIn(persona) : entry.signedIn
  if (audience === 'auth') return target ? 'not_found' : plain
  const isForAll = audience === 'public' || audience === 'entered'
  if (!isForAll && persona.status === 'pending') return 'forbidden'
  if (!isForAll && audience !== 'signing' && persona.status === 'unsigned') return 'forbidden'
  if (audience === 'facilitator' && !persona.facilitates) return 'forbidden'
  if (entry.pivot && !persona.pivot) return 'forbidden'
  if (!target) return plain
  const isThere = target.space === undefined ? target.seenBy?.includes(persona.name) : isIn(persona, target.space)
  if (!isThere) return 'not_found'
  return entry.toReader?.(persona, target)
}
