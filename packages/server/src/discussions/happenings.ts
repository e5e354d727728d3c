import { appendActivity, type ActivityKind } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'

/** Says in the journal, within the transaction of the effect, what happened to a text. */
export const tellOf = (
  scope: MemberScope,
  kind: ActivityKind,
  post: { id: string; threadId: string; spaceId: string },
): Promise<void> =>
  appendActivity(scope.db, scope.viewer.communityId, {
    kind,
    actorId: scope.viewer.memberId,
    spaceId: post.spaceId,
    threadId: post.threadId,
    subjectId: post.id,
    at: instantOf(scope.clock),
  })
