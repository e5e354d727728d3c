export { insertActivity as appendActivity, listActivity as activityAfter } from './activity.repository.ts'
export type { ActivityKind } from './live.schema.ts'
