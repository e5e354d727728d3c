import { instantOf, type MemberScope } from '../scope.ts'
import { findGreeting, findHere, findNamed, listHosts, takeStep } from './first-steps.repository.ts'
import type { TakeStep, Welcome } from './members.schema.ts'

/** Who greets the viewer, in what words, and who is here. */
export async function welcome({ db, viewer }: MemberScope): Promise<Welcome> {
  const [greeting, hosts, here, named] = await Promise.all([
    findGreeting(db, viewer),
    listHosts(db, viewer),
    findHere(db),
    findNamed(db),
  ])
  return { greeting, hosts, here: here ?? null, named: named ?? null }
}

/** Her own steps; taken twice is taken. */
export const takeFirstStep = ({ db, clock }: MemberScope, { step }: TakeStep): Promise<void> =>
  takeStep(db, step, instantOf(clock))
