import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { noteHappened, type Happened } from '../notifications/notices.service.ts'

/** Tells the members of what was written, published and answered with a gesture since, as if they had been there. No mail is written of it. */
export async function seedNews(db: Db, communityId: string, since: Date): Promise<void> {
  const { rows } = await sql<Happened>`
    select ${communityId}::uuid as "communityId", kind, actor as "actorId", space as "spaceId", thread as "threadId", subject as "subjectId", at from (
      select 'thread.created' as kind, author_id as actor, space_id as space, id as thread, id as subject, created_at as at from thread
        where community_id = ${communityId}
      union all select 'post.created', author_id, space_id, thread_id, id, created_at from post where community_id = ${communityId} and id <> thread_id
      union all select 'reaction.changed', r.member_id, r.space_id, p.thread_id, r.post_id, r.created_at from reaction r
        join post p on p.community_id = r.community_id and p.id = r.post_id where r.community_id = ${communityId}
      union all select 'charter.published', null, space_id, null, id, published_at from charter_version where community_id = ${communityId}
    ) happened where at >= ${since} or kind = 'charter.published' order by at, subject`.execute(db)
  await noteHappened(db, rows)
}
