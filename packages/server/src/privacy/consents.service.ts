import { CercleError } from '../errors.ts'
import { instantOf, type SigningScope } from '../scope.ts'
import { findHelp, holdsConsent, insertConsent, listConsents, setHelp, setTakenBack } from './consents.repository.ts'
import { ConsentKind, type Consents, type SayHelp, type SetConsent } from './consents.schema.ts'

/** What the viewer accepts, for her alone. */
export async function consents({ db, viewer }: SigningScope): Promise<Consents> {
  const [rows, help] = await Promise.all([listConsents(db, viewer), findHelp(db, viewer)])
  const items = ConsentKind.options.map((kind) => {
    const last = rows.findLast((row) => row.kind === kind)
    return {
      kind,
      given: last !== undefined && last.withdrawnAt === null,
      givenAt: last?.givenAt.toISOString() ?? null,
      withdrawnAt: last?.withdrawnAt?.toISOString() ?? null,
    }
  })
  return { items, help: help ?? null }
}

/** Holds from this moment on. */
export async function setConsent(scope: SigningScope, { kind, given, words }: SetConsent): Promise<Consents> {
  const { db, viewer, clock, newId } = scope
  const at = instantOf(clock)
  if (given) await insertConsent(db, viewer, { id: newId(), kind, words, at })
  else await setTakenBack(db, viewer, kind, at)
  return consents(scope)
}

/** `conflict`: she does not accept that it is kept. */
export async function sayHelp(scope: SigningScope, facts: SayHelp): Promise<Consents> {
  const { db, viewer } = scope
  if (!(await holdsConsent(db, viewer, 'help_facts'))) throw new CercleError('conflict')
  await setHelp(db, viewer, facts)
  return consents(scope)
}
