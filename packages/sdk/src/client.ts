import { authClient, type AuthClient } from './auth/auth-client.ts'
import { charterClient, type CharterClient } from './charter/charter-client.ts'
import { memberCommunitiesClient, type MemberCommunitiesClient } from './communities/member-communities-client.ts'
import { discussionsClient, type DiscussionsClient } from './discussions/discussions-client.ts'
import { helpClient, type HelpClient } from './help/help-client.ts'
import { joiningClient, type JoiningClient } from './joining/joining-client.ts'
import { pivotsClient, type PivotsClient } from './joining/pivots-client.ts'
import { groupsClient, membersClient, type GroupsClient, type MembersClient } from './members/members-client.ts'
import { organisationsClient, type OrganisationsClient } from './organisations/organisations-client.ts'
import { notificationsClient, type NotificationsClient } from './notifications/notifications-client.ts'
import { passkeysClient, type PasskeysClient } from './passkeys/passkeys-client.ts'
import { privacyClient, type PrivacyClient } from './privacy/privacy-client.ts'
import { memberSpacesClient, type MemberSpacesClient } from './spaces/member-spaces-client.ts'
import type { Target } from './exchange.ts'
import { liveClient, type LiveClient } from './live/live-client.ts'
import { asCaller, type Credentials } from './signed-exchange.ts'
import { connect, type Sleep } from './transport.ts'

/** A community, as one caller may see it. Calls made in the same tick travel in one request; every failure is a `CercleClientError`. */
export interface Cercle {
  communities: MemberCommunitiesClient
  spaces: MemberSpacesClient
  discussions: DiscussionsClient
  charter: CharterClient
  groups: GroupsClient
  help: HelpClient
  joining: JoiningClient
  members: MembersClient
  organisations: OrganisationsClient
  notifications: NotificationsClient
  passkeys: PasskeysClient
  pivots: PivotsClient
  privacy: PrivacyClient
  auth: AuthClient
  live: LiveClient
}

export interface CercleOptions extends Target, Credentials {
  /** Waits between two tries; a timer unless given. */
  sleep?: Sleep | undefined
}

/**
 * A client of one community. Sends nothing by itself.
 *
 * Reads, and writes that name their id or set a state, are repeated at most twice when the network fails or the server is busy;
 * asking for a code, signing in and refreshing never are.
 */
export function createCercle(options: CercleOptions): Cercle {
  const call = connect(asCaller(options, options), options.sleep)
  return {
    communities: memberCommunitiesClient(call),
    spaces: memberSpacesClient(call),
    discussions: discussionsClient(call),
    charter: charterClient(call),
    groups: groupsClient(call),
    help: helpClient(call),
    joining: joiningClient(call),
    members: membersClient(call),
    organisations: organisationsClient(call),
    notifications: notificationsClient(call),
    passkeys: passkeysClient(call),
    pivots: pivotsClient(call),
    privacy: privacyClient(call),
    auth: authClient(call),
    live: liveClient(options),
  }
}
