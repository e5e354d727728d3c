import { output } from '../trpc/output.ts'
import { memberProcedure, router, signingProcedure } from '../trpc/procedures.ts'
import { Consents, SayHelp, SetConsent } from './consents.schema.ts'
import { consents, sayHelp, setConsent } from './consents.service.ts'
import { Journal, ListJournal } from './journal.schema.ts'
import { journal } from './journal.service.ts'

export const privacyRouter = router({
  /** Who looked at what is private of the viewer's. */
  journal: memberProcedure
    .input(ListJournal)
    .output(output(Journal))
    .query(({ ctx, input }) => journal(ctx.scope, input)),
  /** What the viewer accepts: hers to see and to take back whether or not she has signed a charter. */
  consents: signingProcedure.output(output(Consents)).query(({ ctx }) => consents(ctx.scope)),
  setConsent: signingProcedure
    .input(SetConsent)
    .output(output(Consents))
    .mutation(({ ctx, input }) => setConsent(ctx.scope, input)),
  /** `conflict` for who does not accept that it is kept. */
  sayHelp: signingProcedure
    .input(SayHelp)
    .output(output(Consents))
    .mutation(({ ctx, input }) => sayHelp(ctx.scope, input)),
})
