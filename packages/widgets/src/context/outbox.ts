import { createContext } from '@lit/context'
import type { Outbox } from '@cercle/sdk/outbox'

/** Opens the outbox of one member; the same one each time. Rejects when its code does not come. */
export type OutboxSource = (member: string) => Promise<Outbox>

/** Given by the frame. A page that brings its own client may give none: then a send that fails stays in its box. */
export const outboxContext = createContext<OutboxSource>(Symbol.for('cercle.outbox'))
