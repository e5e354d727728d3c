import type { FieldError, PostView, ReactionState, ThreadView } from '@cercle/server'
import type { NewReply, NewThread, PostEdit, Reaction } from '../discussions/discussions-client.ts'
import type { ClientErrorCode } from '../errors.ts'

/** What can wait to be sent: calls that name their id or set a state, so that sending one again changes nothing. */
export type Unsent =
  | { type: 'createThread'; input: NewThread }
  | { type: 'reply'; input: NewReply }
  | { type: 'react'; input: Reaction }
  | { type: 'edit'; input: PostEdit }

/**
 * `waiting`: goes by itself when it can; `code` says why it could not so far (`unauthorized`: once somebody signs in). `sending`. `sent`: written by the
 * server; no longer in the list. `refused`: needs the person, `code` and `fields` say what for.
 */
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'refused'

export type OutboxEntry = Unsent & {
  /** Of the entry; what is made by it has its own, in `input`. */
  id: string
  state: OutboxState
  /** ISO instant, by this computer's clock. */
  addedAt: string
  /** How often it was given to the network. */
  tries: number
  /** Goes up with each change of the input. */
  revision: number
  code?: ClientErrorCode | undefined
  fields?: FieldError[] | undefined
}

export type OutboxResult = ThreadView | PostView | ReactionState

/** All that waits, in the order it goes. */
export interface Queue {
  entries: OutboxEntry[]
  /** Who sends now, where the browser has no locks; `until` in ms since 1970. */
  lease?: { owner: string; until: number } | undefined
}

/** Where the queue lies. */
export interface OutboxStore {
  /** Reads the queue and writes what `change` makes of it, with no other change in between; resolves once that is safely stored. The same object: nothing is written. */
  update(change: (queue: Queue) => Queue): Promise<Queue>
  /** Whether it outlives the page; known after the first `update`. */
  readonly durable: boolean
  close(): void
}

/** Forgets with the page. */
export function memoryOutboxStore(queue: Queue = { entries: [] }): OutboxStore {
  return {
    durable: false,
    update: async (change) => (queue = structuredClone(change(structuredClone(queue)))),
    close() {},
  }
}

export const isCreate = (unsent: Unsent): unsent is Extract<Unsent, { type: 'createThread' | 'reply' }> =>
  unsent.type === 'createThread' || unsent.type === 'reply'

/** The id of what it speaks about, which an earlier entry may have to make. */
const aboutOf = ({ type, input }: Unsent): string | undefined =>
  type === 'reply' ? input.threadId : type === 'react' ? input.postId : type === 'edit' ? input.id : undefined

/** The first that may go: strictly in order, but for what was refused and what builds on it. */
export function nextOf({ entries }: Queue): OutboxEntry | undefined {
  const missing = new Set<string | undefined>()
  for (const entry of entries) {
    const about = aboutOf(entry)
    const stuck = entry.state === 'refused' || (about !== undefined && missing.has(about))
    if (!stuck) return entry
    if (isCreate(entry)) missing.add(entry.input.id)
  }
  return undefined
}

/** What speaks of `before` speaks of `after`. */
export function repoint(entry: OutboxEntry, before: string, after: string): OutboxEntry {
  if (aboutOf(entry) !== before) return entry
  if (entry.type === 'reply') return { ...entry, input: { ...entry.input, threadId: after } }
  if (entry.type === 'react') return { ...entry, input: { ...entry.input, postId: after } }
  return entry.type === 'edit' ? { ...entry, input: { ...entry.input, id: after } } : entry
}

/** Whether the server can have written it. It has not where nothing was ever sent, nor where the refusal depends on the input alone, which stayed the same in every try. */
export const mayBeWritten = ({ tries, state, code }: OutboxEntry): boolean =>
  tries > 0 && !(state === 'refused' && (code === 'invalid' || code === 'too_large' || code === 'conflict'))
