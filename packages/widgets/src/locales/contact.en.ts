import type { ContactKey } from './contact.fr.ts'
import type { Catalogue } from './texts.ts'

/** At the desk: whom to reach for who cannot enter; in English. */
export const contactEn: Catalogue<ContactKey> = {
  title: 'For who cannot come in',
  lead: 'Somebody to reach, shown with the sign-in code, on the request to join and on the pages without script.',
  public: 'Anybody will be able to read it on the web, member or not. If all stays empty, nobody is named.',
  name: 'First name (optional)',
  email: 'Email address',
  phone: 'Telephone',
  phoneHint: 'As it is to be read, for example “819 555-0142, ext. 3”.',
  badEmail: 'Part of this address is missing, for example “@organisation.org”.',
  noWay: 'A first name is not enough: give an address or a telephone number, or leave all empty.',
  save: 'Save whom to reach',
  saved: 'It is saved. Anybody can read it.',
  none: 'It is saved. Nobody is named.',
}
