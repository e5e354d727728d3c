import { CercleError } from '../errors.ts'
import { appendActivity, type ActivityKind } from '../live/live.service.ts'
import { namesOf } from '../members/members.service.ts'
import { instantOf, type EnteredScope } from '../scope.ts'
import { tellDesk } from './help-mails.ts'
import { helpPolicy, WAITING_MAX } from './help.policy.ts'
import * as rows from './help.repository.ts'
import type { AskForHelp, HelpTurn, HelpView, OwnHelp, SayInHelp } from './help.schema.ts'

const stateOf = ({ waits, settledAt }: rows.HelpRow): HelpView['state'] =>
  settledAt ? 'settled' : waits ? 'waiting' : 'answered'

/** For the desk as for her: what was asked, and what was said after it. */
export async function exchangesOf(scope: EnteredScope, found: rows.HelpRow[]) {
  const turns = await rows.listTurns(
    scope.db,
    scope.viewer,
    found.map(({ id }) => id),
  )
  const names = await namesOf(
    scope,
    turns.map(({ authorId }) => authorId),
  )
  const turnOf = ({ memberId }: rows.HelpRow, { id, authorId, text, at }: rows.TurnRow): HelpTurn => {
    const isHers = authorId === memberId
    const name = isHers ? null : (names.get(authorId)?.name ?? null)
    return { id, by: isHers ? 'asker' : 'facilitator', name, text, at: at.toISOString() }
  }
  return found.map((row) => ({
    id: row.id,
    text: row.text,
    place: row.place,
    call: row.call,
    phone: row.phone,
    askedAt: row.askedAt.toISOString(),
    turns: turns.filter(({ helpId }) => helpId === row.id).map((turn) => turnOf(row, turn)),
    state: stateOf(row),
  }))
}

async function present(scope: EnteredScope, found: rows.HelpRow[]): Promise<HelpView[]> {
  const exchanges = await exchangesOf(scope, found)
  return exchanges.map((exchange, index) => {
    const { answeredAt, seenAt } = found[index]!
    return { ...exchange, unseen: answeredAt !== null && seenAt === null }
  })
}

/** Who would read what she asks, and what she has asked. */
export async function ownHelp(scope: EnteredScope): Promise<OwnHelp> {
  const { db, viewer } = scope
  const [helpers, found] = await Promise.all([
    viewer.status === 'active' ? rows.listHelpers(db) : [],
    rows.listOwn(db, viewer, helpPolicy.readsOwn(viewer)),
  ])
  const others = helpers.filter(({ memberId }) => memberId !== viewer.memberId)
  return {
    readers: others.map(({ name, availability }) => ({ name, availability })),
    facilitates: viewer.status === 'active' && viewer.facilitates,
    items: await present(scope, found),
  }
}

/** For the audit: ids only. */
export const noteHelp = ({ db, viewer, clock }: EnteredScope, kind: ActivityKind, subjectId: string): Promise<void> =>
  appendActivity(db, viewer.communityId, { kind, actorId: viewer.memberId, subjectId, at: instantOf(clock) })

const isSame = (row: rows.HelpRow, { text, place, call, phone }: AskForHelp): boolean =>
  row.text === text && row.place === place && row.call === call && row.phone === phone

/** Asks once, however often it is sent. `conflict` when the id stands for something else, or as many wait as may: nothing is asked then. */
export async function askForHelp(scope: EnteredScope, input: AskForHelp): Promise<void> {
  const { db, viewer, clock } = scope
  if (await rows.insertRequest(db, viewer, input, instantOf(clock))) {
    // after it was written: two that come at once are then both counted
    if ((await rows.countWaiting(db)) > WAITING_MAX) throw new CercleError('conflict')
    await noteHelp(scope, 'help.asked', input.id)
    return tellDesk(scope)
  }
  // Who does not read what she asked is not told either whether it is hers.
  if (!helpPolicy.readsOwn(viewer)) return
  const known = await rows.findOwn(db, viewer, input.id, true)
  if (!known || !isSame(known, input)) throw new CercleError('conflict')
}

async function findOwn({ db, viewer }: EnteredScope, id: string): Promise<rows.HelpRow> {
  const row = await rows.findOwn(db, viewer, id, helpPolicy.readsOwn(viewer))
  if (!row) throw new CercleError('not_found')
  return row
}

/** A word of hers after the first; it opens what was settled. `conflict` when the id stands for something else. */
export async function addToHelp(scope: EnteredScope, input: SayInHelp): Promise<HelpView> {
  const { db, clock } = scope
  await findOwn(scope, input.help)
  if (await sayOnce(scope, input)) {
    await rows.followOwn(db, input.help, true, instantOf(clock))
    await noteHelp(scope, 'help.asked', input.help)
    await tellDesk(scope)
  }
  return (await present(scope, [await findOwn(scope, input.help)]))[0]!
}

/** `false`: it was said already. `conflict` when the id stands for something else. */
export async function sayOnce({ db, viewer, clock }: EnteredScope, input: SayInHelp): Promise<boolean> {
  if (await rows.insertTurn(db, viewer, input, instantOf(clock))) return true
  const known = (await rows.listTurns(db, viewer, [input.help])).find(({ id }) => id === input.id)
  if (!known || known.authorId !== viewer.memberId || known.text !== input.text) throw new CercleError('conflict')
  return false
}

/** She has looked at it: its answer is no news any more. */
export async function seeHelp({ db, clock }: EnteredScope, id: string): Promise<void> {
  if (!(await rows.followOwn(db, id, false, instantOf(clock)))) throw new CercleError('not_found')
}

/** Nothing of it is kept, whoever wrote it. */
export async function eraseHelp(scope: EnteredScope, id: string): Promise<void> {
  await findOwn(scope, id)
  await rows.removeRequest(scope.db, scope.viewer, id)
  await noteHelp(scope, 'help.erased', id)
}
