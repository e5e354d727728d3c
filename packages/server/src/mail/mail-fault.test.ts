import { expect, test } from 'vitest'
import { faultOf } from './mail-fault.ts'

const answer = (responseCode: number, response: string, command = 'RCPT TO') => ({ responseCode, response, command })

test.each([
  ['a server that is not there', { code: 'ESOCKET', command: 'CONN' }, 'outage'],
  ['a name that leads nowhere', { code: 'EDNS' }, 'outage'],
  ['a password that is wrong', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'outage'],
  ['a server that closes', answer(421, '421 4.3.2 closing'), 'outage'],
  ['a line that broke under way', { code: 'ETIMEDOUT', command: 'DATA' }, 'later'],
  ['something nobody foresaw', new Error('?'), 'later'],
  ['greylisting', answer(451, '451 4.7.1 try again'), 'later'],
  ['a box that is full, for good or not', answer(552, '552 5.2.2 full'), 'later'],
  ['a box that is full, said otherwise', answer(550, '550 5.2.2 over quota'), 'later'],
  ['no such box', answer(550, '550 5.1.1 unknown'), 'bounced'],
  ['no such box, without a detail', answer(550, '550 unknown'), 'bounced'],
  ['a box that was closed', answer(550, '550 5.2.1 disabled'), 'bounced'],
  ['our server on a black list', answer(550, '550 5.7.1 blocked'), 'refused'],
  ['a text that is taken for spam', answer(554, '554 5.7.1 spam', 'DATA'), 'refused'],
  ['a sender that is not ours', answer(550, '550 5.1.8 sender', 'MAIL FROM'), 'refused'],
] as const)('%s', (_what, error, fault) => {
  expect(faultOf(error)).toBe(fault)
})
