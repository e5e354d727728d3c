import { output } from '../trpc/output.ts'
import { memberProcedure, router } from '../trpc/procedures.ts'
import { Journal, ListJournal } from './journal.schema.ts'
import { journal } from './journal.service.ts'

export const privacyRouter = router({
  /** Who looked at what is private of the viewer's. */
  journal: memberProcedure
    .input(ListJournal)
    .output(output(Journal))
    .query(({ ctx, input }) => journal(ctx.scope, input)),
})
