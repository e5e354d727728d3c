import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { JoinForm } from './joining.schema.ts'

/** Until the end of the transaction, what one community asks is changed by one person after another. */
export async function lockForm(db: Db, { communityId }: MemberViewer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('join form ' || ${communityId}, 0))`.execute(db)
}

/** These questions, in this order, and no other. */
export async function setQuestions(db: Db, { communityId, facilitates }: MemberViewer, { questions }: JoinForm): Promise<void> {
  if (!facilitates) return
  const kept = questions.map(({ id }) => id)
  await db
    .deleteFrom('join_question')
    .where('community_id', '=', communityId)
    .where(sql<boolean>`id <> all(${kept}::uuid[])`)
    .execute()
  if (!questions.length) return
  await db
    .insertInto('join_question')
    .values(questions.map((question, position) => ({ ...question, community_id: communityId, position })))
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'id']).doUpdateSet(({ ref }) => ({
        label: ref('excluded.label'),
        required: ref('excluded.required'),
        position: ref('excluded.position'),
      })),
    )
    .execute()
}
