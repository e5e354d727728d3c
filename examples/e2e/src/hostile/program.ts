import { createCercle } from '@cercle/sdk'
import { mailedCodes, nextCode } from '../mailed-codes.ts'
import { bodies, texts, type HostileWorld } from './world.ts'

/** What the API takes of a text: a sign that cannot be printed is refused there. */
// oxlint-disable-next-line no-control-regex -- they are what is left out
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u2028\u2029]/gu, ' ').trim()

/** As a program of the first member does, by the SDK: a discussion, every vector as an answer, and each answer changed into another. */
export async function publishByProgram({ cercle }: HostileWorld): Promise<void> {
  const email = 'm0@h.example'
  const door = createCercle({ server: cercle, community: 'h' })
  const known = (await mailedCodes(cercle, email)).length
  const { loginId } = await door.auth.requestCode({ email })
  const { access } = await door.auth.signIn({ loginId, code: await nextCode(cercle, email, known) })
  const { discussions } = createCercle({ server: cercle, community: 'h', token: access })
  const { id: threadId } = await discussions.createThread({
    space: 's0',
    kind: 'tool',
    title: 'Par un programme',
    body: printable(bodies[0]!),
  })
  for (const body of bodies) {
    const { id } = await discussions.reply({ threadId, body: printable(body) })
    await discussions.edit({ id, body: printable(texts[(bodies.indexOf(body) + 1) % texts.length]!) })
  }
}
