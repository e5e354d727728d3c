import type { Scope } from '../scope.ts'
import { findSelf } from './members.repository.ts'

/** For other features: the viewer's own membership; `undefined` for a stranger. */
export const ownMembership = ({ db, viewer }: Scope) => findSelf(db, viewer)
