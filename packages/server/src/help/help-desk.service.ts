import { decodeCursor, toPage } from '../db/keyset.ts'
import { CercleError } from '../errors.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { tellAsker } from './help-mails.ts'
import * as rows from './help.repository.ts'
import type { HelpRequests, HelpRequestView, ListHelp, SayInHelp, SettleHelp } from './help.schema.ts'
import { exchangesOf, noteHelp, sayOnce } from './help.service.ts'

async function present(scope: MemberScope, found: rows.DeskHelpRow[]): Promise<HelpRequestView[]> {
  const exchanges = await exchangesOf(scope, found)
  return exchanges.map((exchange, index) => {
    const { name, organisation, status } = found[index]!
    return { ...exchange, name, organisation, pending: status === 'pending' }
  })
}

/** Who asks for help, a page at a time. */
export async function helpList(scope: MemberScope, { state, cursor, limit }: ListHelp): Promise<HelpRequests> {
  const { db, viewer } = scope
  const found = await rows.listAtDesk(db, viewer, { state, after: decodeCursor(cursor), limit: limit + 1 })
  const page = toPage(found, limit, ({ askedAt, id }) => ({ at: askedAt, id }))
  return { ...page, items: await present(scope, page.items) }
}

async function findAtDesk({ db, viewer }: MemberScope, id: string): Promise<rows.DeskHelpRow> {
  const row = await rows.findAtDesk(db, viewer, id)
  if (!row) throw new CercleError('not_found')
  return row
}

const view = async (scope: MemberScope, id: string): Promise<HelpRequestView> =>
  (await present(scope, [await findAtDesk(scope, id)]))[0]!

/** She is told that there is an answer. Repeating it answers once; `conflict` when the id stands for something else. */
export async function answerHelp(scope: MemberScope, input: SayInHelp): Promise<HelpRequestView> {
  const { db, clock } = scope
  await findAtDesk(scope, input.help)
  if (await sayOnce(scope, input)) {
    const mailTo = await rows.noteAnswer(db, input.help, null, instantOf(clock))
    await noteHelp(scope, 'help.answered', input.help)
    if (mailTo !== undefined) await tellAsker(scope, mailTo)
  }
  return view(scope, input.help)
}

/** Nothing waits here any more, or does after all. */
export async function settleHelp(scope: MemberScope, { id, settled }: SettleHelp): Promise<HelpRequestView> {
  const row = await findAtDesk(scope, id)
  if ((row.settledAt !== null) !== settled) {
    await rows.noteAnswer(scope.db, id, settled, instantOf(scope.clock))
    await noteHelp(scope, 'help.settled', id)
  }
  return view(scope, id)
}
