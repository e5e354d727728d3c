import { decodeCursor, toPage } from '../db/keyset.ts'
import type { MemberScope } from '../scope.ts'
import { insertNote, listNotes } from './journal.repository.ts'
import type { Journal } from './journal.schema.ts'
import type { AccessKind } from './journal.table.ts'

/** For other features: notes in the transaction of the reading that the viewer looked at something private of a member's. */
export const noteAccess = (
  { db, viewer, newId }: MemberScope,
  note: { kind: AccessKind; memberId: string; at: Date },
): Promise<void> => insertNote(db, viewer, { id: newId(), ...note })

/** Who looked at what is private of the viewer's. */
export async function journal(
  { db, viewer }: MemberScope,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Journal> {
  const page = toPage(await listNotes(db, viewer, decodeCursor(cursor), limit + 1), limit, ({ at, id }) => ({ at, id }))
  return { ...page, items: page.items.map(({ at, kind, by }) => ({ at: at.toISOString(), kind, by })) }
}
