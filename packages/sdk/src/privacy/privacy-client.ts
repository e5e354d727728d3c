import type { AccessNote, Page } from '@cercle/server'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface PrivacyClient {
  /** Who looked at what is private of the viewer's, newest first. For members. `limit`: items in a page, 1 to 50. */
  journal(filter?: { limit?: number | undefined }, options?: CallOptions): PagedList<AccessNote>
}

export const privacyClient = (call: Call): PrivacyClient => ({
  journal: (filter, options) => pagedList((cursor) => call<Page<AccessNote>>('privacy.journal', { ...filter, cursor }, options)),
})
