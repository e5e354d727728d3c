import { instantOf, type MemberScope } from '../scope.ts'
import { findGreeting, findHere, listHosts, takeStep } from './first-steps.repository.ts'
import type { TakeStep, Welcome } from './members.schema.ts'

/** Who greets the viewer, in what words, and who is here. */
export async function welcome({ db, viewer }: MemberScope): Promise<Welcome> {
  const [greeting, hosts, here] = await Promise.all([findGreeting(db, viewer), listHosts(db, viewer), findHere(db)])
  return { greeting, hosts, here: here ?? null }
}

/** Her own steps; taken twice is taken. */
export const takeFirstStep = ({ db, clock }: MemberScope, { step }: TakeStep): Promise<void> =>
  takeStep(db, step, instantOf(clock))
