export { insertActivity as appendActivity, type Happening } from './activity.repository.ts'
export type { ActivityKind } from './live.schema.ts'
