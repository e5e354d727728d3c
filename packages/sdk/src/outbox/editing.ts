import { CercleClientError } from '../errors.ts'
import { newId } from '../ids.ts'
import { isCreate, mayBeWritten, repoint, type OutboxEntry, type Queue, type Unsent } from './queue.ts'

type Created = Extract<OutboxEntry, { type: 'createThread' | 'reply' }>
type Input = Unsent['input']
type Entries = Pick<Queue, 'entries'>

export interface Edited extends Entries {
  /** The entry that holds the new text. */
  changed: OutboxEntry
}

/**
 * The queue with another input for one entry. The server answers the same id with another input by `conflict`, so a new text may change under its id
 * only while it surely was not written; else the change is an edit that follows it.
 */
export function edited(queue: Entries, id: string, input: Input, entryOf: (unsent: Unsent) => OutboxEntry): Edited {
  const held = queue.entries.find((entry) => entry.id === id)
  if (!held) throw new CercleClientError('not_found')
  return isCreate(held) && mayBeWritten(held) ? editBehind(queue, held, input, entryOf) : editIn(queue, held, input)
}

/** Nothing by this input was written, or it only sets a state. An id that stands for something else is given up, and what builds on it follows. */
function editIn({ entries }: Entries, held: OutboxEntry, input: Input): Edited {
  const before = 'id' in held.input ? held.input.id : undefined
  const after = isCreate(held) && held.code === 'conflict' ? newId() : before
  const changed = {
    ...held,
    input: { ...held.input, ...input, ...(after !== undefined && { id: after }) },
    state: held.state === 'sending' ? 'sending' : 'waiting',
    revision: held.revision + 1,
    code: undefined,
    fields: undefined,
  } as OutboxEntry
  const moved = (entry: OutboxEntry): OutboxEntry => (before !== after ? repoint(entry, before!, after!) : entry)
  return { changed, entries: entries.map((entry) => (entry.id === held.id ? changed : moved(entry))) }
}

/** The text that may be written already goes again as it was. What an edit cannot say (another space, kind or thread) is a `conflict`. */
function editBehind({ entries }: Entries, held: Created, input: Input, entryOf: (unsent: Unsent) => OutboxEntry): Edited {
  const { title, body, ...rest } = { title: undefined, ...held.input, ...input } as { title?: string; body: string }
  if (!isSame({ ...rest, id: held.input.id }, { ...held.input, title: undefined, body: undefined }))
    throw new CercleClientError('conflict')
  const text = { id: held.input.id!, body, ...(title !== undefined && { title }) }
  const waiting = entries.filter((entry) => entry.type === 'edit' && entry.input.id === text.id).at(-1)
  if (waiting) return editIn({ entries }, waiting, text)
  const changed = entryOf({ type: 'edit', input: text })
  return { changed, entries: [...entries, changed] }
}

/** Whether two inputs say the same; absent and `undefined` are one. */
export function isSame(a: Record<string, unknown> | Input, b: Record<string, unknown> | Input): boolean {
  const [left, right] = [a, b] as Record<string, unknown>[]
  return Object.keys({ ...left, ...right }).every((key) => left![key] === right![key])
}
