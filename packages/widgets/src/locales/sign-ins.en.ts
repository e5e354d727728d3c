import type { SignInsKey } from './sign-ins.fr.ts'
import type { Catalogue } from './texts.ts'

/** How coming in by a code went lately, at the desk, in English. */
export const signInsEn: Catalogue<SignInsKey> = {
  title: { one: '{count} try to come in did not work', other: '{count} tries to come in did not work' },
  unprovedTitle: { one: '{count} step was not confirmed by a code', other: '{count} steps were not confirmed by a code' },
  week: 'These last seven days, until yesterday:',
  asked: { one: '{count} code asked for,', other: '{count} codes asked for,' },
  entered: { one: '{count} entry.', other: '{count} entries.' },
  wrong: { one: 'Once, the code typed was not the right one.', other: '{count} times, the code typed was not the right one.' },
  silent: { one: 'Once, no code was typed in time.', other: '{count} times, no code was typed in time.' },
  unknown: { one: 'Once, the address opened nothing here.', other: '{count} times, the address opened nothing here.' },
  unproved: {
    one: 'Once, the code that confirms a step was not given.',
    other: '{count} times, the code that confirms a step was not given.',
  },
  how: 'Numbers, without name or address: nobody knows who. If somebody tells you, a call is often enough; a link of invitation helps who is no member yet.',
  do: 'Invite by a link',
  invite: 'Invite',
}
