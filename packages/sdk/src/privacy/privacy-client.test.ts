import { expect, test } from 'vitest'
import { EnvelopeServer } from '../../test/envelope-server.ts'
import { createCercle } from '../index.ts'

test('a member reads what she accepts, says it and takes it back', async () => {
  const items = [{ kind: 'named', given: true, givenAt: '2026-01-13T14:00:00.000Z', withdrawnAt: null }]
  const facts = { equipment: { computer: 'no' as const }, ease: 'easy' as const, phone: null }
  await using server = await EnvelopeServer.start({
    'privacy.consents': () => ({ items, help: null }),
    'privacy.setConsent': () => ({ items: [{ ...items[0], given: false }], help: null }),
    'privacy.sayHelp': (input: unknown) => ({ items, help: input }),
  })
  const { privacy } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await privacy.consents()).toEqual({ items, help: null })
  const back = await privacy.setConsent({ kind: 'named', given: false, words: 1 })
  expect(back.items[0]!.given).toBe(false)
  expect(server.last).toMatchObject({ method: 'POST', inputs: [{ kind: 'named', given: false, words: 1 }] })
  expect((await privacy.sayHelp(facts)).help).toEqual(facts)
})
