export { insertActivity as appendActivity } from './activity.repository.ts'
export type { ActivityKind } from './live.schema.ts'
