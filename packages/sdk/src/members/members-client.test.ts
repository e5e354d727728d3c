import { expect, test } from 'vitest'
import { EnvelopeServer } from '../../test/envelope-server.ts'
import { createCercle } from '../index.ts'

test('a member reads and changes what is said of her, and of nobody else', async () => {
  const whole = { name: 'Nadia', organisation: null, organisationShown: true, region: 'Laval', availability: null }
  await using server = await EnvelopeServer.start({
    'members.profile': () => whole,
    'members.changeProfile': (input: unknown) => ({ ...whole, ...(input as object) }),
  })
  const { members } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await members.profile()).toEqual(whole)
  expect(await members.changeProfile({ availability: 'Le matin' })).toEqual({ ...whole, availability: 'Le matin' })
  expect(server.last).toMatchObject({ method: 'POST', paths: ['members.changeProfile'], inputs: [{ availability: 'Le matin' }] })
  expect(await members.changeProfile({ organisationShown: false })).toEqual({ ...whole, organisationShown: false })
  expect(await members.changeProfile({ name: 'Nadia B.', availability: null })).toMatchObject({ name: 'Nadia B.' })
})
