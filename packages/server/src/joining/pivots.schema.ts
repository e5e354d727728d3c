import { z } from 'zod'
import { Id } from '../wire.schema.ts'

/** `pivots.appoint`: of one group of a workplace, a region or a sector, in the place of the one before; `null`: of none any more. */
export const AppointPivot = z.object({ member: Id, group: Id.nullable() })
export type AppointPivot = z.output<typeof AppointPivot>

/** `pivots.own`: the group that the viewer is the pivot of, and how many invitations she made for it; never who accepted. */
export const OwnPivot = z.object({ group: z.object({ id: Id, name: z.string() }), open: z.int(), accepted: z.int() })
export type OwnPivot = z.output<typeof OwnPivot>
