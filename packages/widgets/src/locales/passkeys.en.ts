import type { PasskeysKey } from './passkeys.fr.ts'
import type { Catalogue } from './texts.ts'

/** Keys of who facilitates, at the desk, in English. */
export const passkeysEn: Catalogue<PasskeysKey> = {
  'key.title': 'Your key',
  'key.lead': 'Your phone or your computer can confirm that it is you, as when you unlock it. The code by mail always works.',
  'key.without': 'This browser cannot use a key. The code by mail does the same.',
  'key.none': 'You have no key yet.',
  'key.added': 'Added: {date}.',
  'key.used': 'Last used: {date}.',
  'key.unused': 'Not used yet.',
  'key.add': 'Add a key',
  'key.name': 'Name of the key',
  'key.nameHint': 'To know it by, for example “My phone”.',
  'key.make': 'Add the key',
  'key.done': '“{name}” is added. It replaces the code whenever you like.',
  'key.remove': 'Remove',
  'key.removeOf': 'Remove the key “{name}”',
  'key.sure': 'Remove “{name}”? It will open nothing here any more. It remains to be erased from the device.',
  'key.removeNow': 'Remove this key',
  'key.keep': 'Keep it',
  'key.removed': '“{name}” is removed.',
  'key.prove': 'Use my key',
  'key.signIn': 'Sign in with my key',
  'key.signInTitle': 'With your key',
  'key.signInHow': 'If you added one at the desk, it replaces the address and the code.',
  'key.unanswered': 'The key did not answer. You can try again, or ask for a code.',
  'key.notMade': 'No key was added. You can try again.',
  'key.known': 'This device already has a key for here.',
  'key.full': 'You have 20 keys already. Remove one first.',
  'key.refused': 'This key opens nothing here. Ask for a code instead.',
}
