import { sql } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { AccessKind } from './journal.table.ts'

export async function insertNote(
  db: Db,
  { communityId, memberId }: MemberViewer,
  note: { id: string; at: Date; kind: AccessKind; memberId: string },
): Promise<void> {
  await db
    .insertInto('access_note')
    .values({
      community_id: communityId,
      id: note.id,
      at: note.at,
      kind: note.kind,
      actor_id: memberId,
      member_id: note.memberId,
    })
    .execute()
}

/** What is noted about the viewer, newest first. Served by access_note_member_idx. */
export function listNotes(db: Db, { communityId, memberId }: MemberViewer, after: Keyset | undefined, limit: number) {
  return db
    .selectFrom('access_note as n')
    .innerJoin('member as m', (join) => join.onRef('m.community_id', '=', 'n.community_id').onRef('m.id', '=', 'n.actor_id'))
    .select(['n.id', 'n.at', 'n.kind', 'm.name as by'])
    .where('n.community_id', '=', communityId)
    .where('n.member_id', '=', memberId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(n.at, n.id) < (${after!.at}, ${after!.id})`))
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()
}
