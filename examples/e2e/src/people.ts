import { inject } from 'vitest'
import { createCercle, type Cercle } from '@cercle/sdk'
import type { Demo } from '@cercle/example-demo'
import { mailedCodes, nextCode } from './mailed-codes.ts'

export type Community = 'a' | 'b' | 'c'
type Role = 'pending' | 'member' | 'outsider' | 'restricted' | 'facilitator' | 'removed' | 'unsigned'

export const cercle = inject('cercle')
export const sites = inject('sites')

/** Who is who, and which sentences are for whom, as the demo says it. */
export const guide = (await (await fetch(`${cercle}/dev/demo.json`)).json()) as Demo['guide']

export function addressOf(community: Community, role: Role): string {
  const { email } = guide.people.find(({ key }) => key === `${community}-${role}`) ?? {}
  if (!email) throw new Error(`The demo has no ${role} in ${community}`)
  return email
}

/** The sentences that a person, by her key in the guide, must never be shown: those of the other communities included. */
export const hiddenFrom = (key: string): string[] =>
  guide.canaries.filter(({ readableBy }) => !readableBy.includes(key)).map(({ text }) => text)

/** A person who speaks to the server through the SDK, as on Cercle's own pages: to prepare a journey, or to look behind it. */
export async function enter(community: Community, role: Role): Promise<Cercle> {
  const email = addressOf(community, role)
  const known = (await mailedCodes(cercle, email)).length
  const door = createCercle({ server: cercle, community })
  const { loginId } = await door.auth.requestCode({ email })
  const { access } = await door.auth.signIn({ loginId, code: await nextCode(cercle, email, known) })
  return createCercle({ server: cercle, community, token: access })
}
