import type { CommunityView } from '../../communities/communities.schema.ts'
import type { PartnerSite } from '../../communities/sites.service.ts'
import type { Look } from '../../communities/vocabulary.schema.ts'
import type { ThreadKind } from '../../discussions/discussions.schema.ts'
import type { PageKey } from '../../locales/page.fr.ts'
import type { Translate } from '../../locales/texts.ts'
import type { DateSetting } from './dates.ts'

/** What every page of a community is written with. */
export interface PageSetting {
  community: CommunityView
  look: Look
  /** Search engines are welcome: the community said so. */
  indexable: boolean
  /** Where one leaves to in a hurry; `https:`. */
  exit: string
  /** What the community wants to do together, in its order. */
  aims: string[]
  /** Where members enter. */
  sites: PartnerSite[]
  /** Of this server, without a slash at the end. */
  url: string
  t: Translate<PageKey>
  dates: DateSetting
}

/** What a page of the feed shows. */
export interface FeedAddress {
  space?: string | undefined
  kind?: ThreadKind | undefined
  cursor?: string | undefined
}

const query = (params: Record<string, string | undefined>): string => {
  const given = Object.entries(params).filter((one): one is [string, string] => one[1] !== undefined)
  return given.length ? `?${new URLSearchParams(given).toString()}` : ''
}

/** `/c/a?space=accueil&kind=question`, always in this order, so that a page has one address. */
export const feedAddress = (slug: string, { space, kind, cursor }: FeedAddress = {}): string =>
  `/c/${slug}${query({ space, kind, cursor })}`

/** `/c/a/d/<id>` */
export const threadAddress = (slug: string, id: string, cursor?: string): string => `/c/${slug}/d/${id}${query({ cursor })}`

/** `/c/a/join`; with a secret, `/c/a/join/r/<token>` (a request) or `/c/a/join/i/<token>` (an invitation). */
export const joinAddress = (slug: string, link?: { kind: 'r' | 'i'; token: string }): string =>
  `/c/${slug}/join${link ? `/${link.kind}/${link.token}` : ''}`
