import { communitiesClient, type CommunitiesClient } from './communities/communities-client.ts'
import { discussionsReading, type DiscussionsReading } from './discussions/discussions-reading.ts'
import { spacesClient, type SpacesClient } from './spaces/spaces-client.ts'
import { asStranger, type Target } from './exchange.ts'
import { connect } from './transport.ts'

/** The part of `Cercle` that a page needs to show a community to strangers. */
export interface CercleReader {
  communities: CommunitiesClient
  spaces: SpacesClient
  discussions: DiscussionsReading
}

/** As `createCercle`, with reading alone: the lightest client for pages that anybody opens. */
export function createReader(target: Target): CercleReader {
  const call = connect(asStranger(target))
  return { communities: communitiesClient(call), spaces: spacesClient(call), discussions: discussionsReading(call) }
}
