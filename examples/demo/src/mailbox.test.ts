import { expect, test } from 'vitest'
import { Mailbox } from './mailbox.ts'

const mail = (id: string, to: string, code?: string) => ({
  id,
  to,
  subject: 'Votre code',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  ...(code === undefined ? {} : { code }),
})

test('mails come newest first, by address whatever its case, and go when emptied', async () => {
  const mailbox = new Mailbox({ now: () => Date.parse('2026-11-24T12:00:00.000Z') })
  await mailbox.send(mail('1', 'josee@saules.example', '12345678'))
  await mailbox.send(mail('2', 'fatou@lumen.example'))
  await mailbox.send(mail('3', 'Josee@Saules.example'))

  expect(mailbox.list().map(({ id }) => id)).toEqual(['3', '2', '1'])
  expect(mailbox.list('JOSEE@saules.example').map(({ id }) => id)).toEqual(['3', '1'])
  expect(mailbox.list('josee@saules.example')[1]).toMatchObject({ code: '12345678', at: '2026-11-24T12:00:00.000Z' })
  expect(mailbox.list('fatou@lumen.example')[0]).toMatchObject({ code: null })

  mailbox.empty()
  expect(mailbox.list()).toEqual([])
})

test('the same mail sent twice arrives once', async () => {
  const mailbox = new Mailbox({ now: () => 0 })
  await mailbox.send(mail('1', 'josee@saules.example'))
  await mailbox.send(mail('1', 'josee@saules.example'))
  expect(mailbox.list()).toHaveLength(1)
})

test('only the newest 500 are kept', async () => {
  const mailbox = new Mailbox({ now: () => 0 })
  for (let number = 1; number <= 501; number += 1) await mailbox.send(mail(String(number), 'josee@saules.example'))
  expect(mailbox.list()).toHaveLength(500)
  expect(mailbox.list()[0]?.id).toBe('501')
  expect(mailbox.list().at(-1)?.id).toBe('2')
})
