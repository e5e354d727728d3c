import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { listQuestions } from './asking.repository.ts'
import { lockForm, setQuestions } from './form.repository.ts'
import type { JoinForm } from './joining.schema.ts'

/** Replaces what is asked, whole. Answers that were given stay with their requests, which keep the question as it was put. */
export async function settleForm({ db, viewer, clock }: MemberScope, form: JoinForm): Promise<JoinForm> {
  await lockForm(db, viewer)
  await setQuestions(db, viewer, form)
  const at = instantOf(clock)
  await appendActivity(db, viewer.communityId, {
    kind: 'join.formSettled',
    actorId: viewer.memberId,
    subjectId: viewer.communityId,
    at,
  })
  return { questions: await listQuestions(db, viewer.communityId) }
}
