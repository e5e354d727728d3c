import { html, type TemplateResult } from 'lit'
import type { Cercle, CommunityView } from '@cercle/sdk'
import { key, message, pencil, person, users } from '../primitives/icons.ts'
import { circleCheck, handHelping, mail, palette } from '../primitives/member-icons.ts'
import { book, question } from '../primitives/read-icons.ts'

/** What a room is given. */
export interface RoomSetting {
  client: Cercle | undefined
  community: CommunityView
  /** Who is at the desk. */
  memberId: string
  /** Of people: id of a group, `quiet` or `ending`. */
  group: string | undefined
  now: Date | undefined
}

export type DeskRoom =
  | 'work'
  | 'requests'
  | 'help'
  | 'invitations'
  | 'arrival'
  | 'people'
  | 'groups'
  | 'spaces'
  | 'charter'
  | 'sites'
  | 'words'
  | 'look'
  | 'key'

/** « #people=quiet », beside « #people=<id of a group> ». */
const isOnly = (named: string | undefined) => named === 'quiet' || named === 'ending'

/** In the order in which they are listed: its name, its drawing, itself. */
export const rooms: readonly (readonly [DeskRoom, string, (setting: RoomSetting) => TemplateResult])[] = [
  [
    'work',
    circleCheck,
    ({ client, community, now }) =>
      html`<cercle-desk-work .client=${client} .community=${community} .now=${now}></cercle-desk-work>`,
  ],
  [
    'requests',
    handHelping,
    ({ client, community, now }) =>
      html`<cercle-desk-requests .client=${client} .community=${community} .now=${now}></cercle-desk-requests>`,
  ],
  [
    'help',
    question,
    ({ client, community, now }) =>
      html`<cercle-desk-help .client=${client} .community=${community} .now=${now}></cercle-desk-help>`,
  ],
  [
    'invitations',
    mail,
    ({ client, community, now }) =>
      html`<cercle-desk-invitations .client=${client} .community=${community} .now=${now}></cercle-desk-invitations>`,
  ],
  ['arrival', question, ({ client }) => html`<cercle-desk-arrival .client=${client}></cercle-desk-arrival>`],
  [
    'people',
    person,
    ({ client, community, memberId, group, now }) =>
      html`<cercle-desk-people
        .client=${client}
        .community=${community}
        .group=${isOnly(group) ? undefined : group}
        .shown=${isOnly(group) ? group : 'active'}
        .memberId=${memberId}
        .now=${now}
      ></cercle-desk-people>`,
  ],
  ['groups', users, ({ client }) => html`<cercle-desk-groups .client=${client}></cercle-desk-groups>`],
  ['spaces', message, ({ client }) => html`<cercle-desk-spaces .client=${client}></cercle-desk-spaces>`],
  [
    'charter',
    book,
    ({ client, community, memberId }) =>
      html`<cercle-desk-charter .client=${client} .community=${community} .memberId=${memberId}></cercle-desk-charter>`,
  ],
  [
    'sites',
    key,
    ({ client, community }) => html`<cercle-desk-sites .client=${client} .community=${community}></cercle-desk-sites>`,
  ],
  ['words', pencil, ({ client }) => html`<cercle-desk-words .client=${client}></cercle-desk-words>`],
  [
    'look',
    palette,
    ({ client, community }) => html`<cercle-desk-look .client=${client} .community=${community}></cercle-desk-look>`,
  ],
  [
    'key',
    key,
    ({ client, community, now }) =>
      html`<cercle-desk-passkeys .client=${client} .community=${community} .now=${now}></cercle-desk-passkeys>`,
  ],
]
