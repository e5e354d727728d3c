import type { GroupKind } from '../members/members.schema.ts'
import type { RequestStatus } from './joining.table.ts'

/** What may be done with a request; who may do it is said by its procedures. */
export const joiningPolicy = {
  /** What was decided stays: it was mailed. */
  decide: (status: RequestStatus): boolean => status === 'waiting' || status === 'asked',
  /** Only where something was asked back. */
  answer: (status: RequestStatus): boolean => status === 'asked',
  retract: (status: RequestStatus): boolean => status === 'waiting' || status === 'asked',
  /** What people share before they come in. */
  hasPivot: (kind: GroupKind): boolean => kind === 'workplace' || kind === 'region' || kind === 'sector',
}
