import type { AccessNote, Consents, Page, SayHelp, SetConsent } from '@cercle/server'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface PrivacyClient {
  /** Who looked at what is private of the viewer's, newest first. For members. `limit`: items in a page, 1 to 50. */
  journal(filter?: { limit?: number | undefined }, options?: CallOptions): PagedList<AccessNote>
  /** What the viewer accepts, and since when; also for a member who has not signed the charter. */
  consents(options?: CallOptions): Promise<Consents>
  /** Holds at once. Taking `help_facts` back erases what was kept by it. `words`: the version of the words that she read. */
  setConsent(consent: SetConsent, options?: CallOptions): Promise<Consents>
  /** What helps her take part. `conflict`: she does not accept that it is kept. */
  sayHelp(facts: SayHelp, options?: CallOptions): Promise<Consents>
}

export const privacyClient = (call: Call): PrivacyClient => ({
  journal: (filter, options) => pagedList((cursor) => call<Page<AccessNote>>('privacy.journal', { ...filter, cursor }, options)),
  consents: (options) => call('privacy.consents', undefined, options),
  setConsent: (consent, options) => call('privacy.setConsent', consent, options, 'write'),
  sayHelp: (facts, options) => call('privacy.sayHelp', facts, options, 'write'),
})
