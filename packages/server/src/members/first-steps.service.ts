import { instantOf, type MemberScope } from '../scope.ts'
import { findHere, findNamed, findWords, listHosts, takeStep } from './first-steps.repository.ts'
import type { TakeStep, Welcome } from './members.schema.ts'

/** Who greets the viewer, in what words, what the community wants, and who is here. */
export async function welcome({ db, viewer }: MemberScope): Promise<Welcome> {
  const [{ greeting, aims }, hosts, here, named] = await Promise.all([
    findWords(db, viewer),
    listHosts(db, viewer),
    findHere(db),
    findNamed(db),
  ])
  return { greeting, aims, hosts, here: here ?? null, named: named ?? null }
}

/** Her own steps; taken twice is taken. */
export const takeFirstStep = ({ db, clock }: MemberScope, { step }: TakeStep): Promise<void> =>
  takeStep(db, step, instantOf(clock))
