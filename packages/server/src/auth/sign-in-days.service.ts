import { signInDay } from '../jobs/sign-in-days.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import type { SignIns } from './auth.schema.ts'
import { sumDays } from './sign-in-days.repository.ts'

/** Days that are told of. */
const TOLD = 7

/** How coming in went on the last seven days that are over. */
export const signIns = ({ db, viewer, clock }: MemberScope): Promise<SignIns> =>
  sumDays(db, viewer, signInDay(instantOf(clock).getTime(), TOLD))
