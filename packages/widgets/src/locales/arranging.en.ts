import type { ArrangingKey } from './arranging.fr.ts'
import type { Catalogue } from './texts.ts'

/** How spaces are called, and in which order they come, in English. */
export const arrangingEn: Catalogue<ArrangingKey> = {
  'rename.open': 'Rename',
  'rename.title': 'Rename “{name}”',
  'rename.name': 'Its name',
  'rename.hint': 'The address and the links stay the same.',
  'rename.send': 'Rename',
  'rename.close': 'Close',
  'rename.done': '“{from}” is now called “{name}”.',
  'rename.empty': 'Write a name.',
  'order.lead': 'Everybody sees their spaces in this order.',
  'order.up': 'Move up',
  'order.down': 'Move down',
  'order.done': '“{name}” is now in place {place} of {count}.',
  'order.changed': 'The spaces have changed in the meantime. Here they are as they are now; nothing was moved.',
}
