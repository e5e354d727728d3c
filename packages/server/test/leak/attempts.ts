import { as, isDenied, type Asker, type Ground } from './bare-tables.ts'
import { personas } from './personas.ts'

/** Who tries: one of each standing, who once had another, and sign-in. */
export const writers: readonly Asker[] = [
  ...[
    'member',
    'other',
    'facilitator',
    'who has not signed the charter of the space',
    'pending',
    'who has not signed',
    'who took her signature back',
    'anonymous',
    'suspended',
  ].map((name) => personas.find((persona) => persona.name === name)!),
  'sign-in',
]

const id = "'00000000-0000-7000-8000-000000000001'"

/*
 * What may not be written straight into the tables: $1 community, $2 herself, $3 another member, $4 a space she reads, $5 one that she does not,
 * $6 another's post in what she reads, $7 another community, $8 a member there, $9 a space without a charter that nobody reads, $a one
 * whose charter the facilitator is asked to sign, $h a hidden group, $u a member who has signed an old version only, $s a site there, $t one of here, $k another's call for help.
 */

/** Only of who accepts that it is kept: Nour does. */
const KEPT_HELP = 'what helps her, which she does not accept is kept'

/** What nobody may write. */
const attempts: Record<string, string> = {
  'a thread in a space she does not read': `insert into thread (community_id, id, space_id, author_id, kind, title, excerpt, created_at, last_activity_at) values ($1, ${id}, $5, $2, 'tool', '', '', now(), now())`,
  'a thread by another': `insert into thread (community_id, id, space_id, author_id, kind, title, excerpt, created_at, last_activity_at) values ($1, ${id}, $4, $3, 'tool', '', '', now(), now())`,
  'a post in a space she does not read': `insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at) select $1, ${id}, thread_id, $5, $2, '', '[]', '', now() from post where id = $6`,
  'a post by another': `insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at) select $1, ${id}, thread_id, $4, $3, '', '[]', '', now() from post where id = $6`,
  'the space of a thread': `update thread set space_id = $5`,
  'a text of hers that is out of reach, blindly': `update post set source = 'x'`,
  'an earlier text of hers, elsewhere': `insert into revision (community_id, id, post_id, space_id, body, replaced_at) select $1, ${id}, id, $5, '[]', now() from post where author_id = $2 limit 1`,
  'the author of a post': `update post set author_id = $2`,
  'another’s post': `update post set source = 'x' where author_id = $3`,
  'a gesture of another': `insert into reaction (community_id, post_id, key, member_id, space_id, created_at) values ($1, $6, 'x', $3, $4, now())`,
  'a gesture where she does not read': `insert into reaction (community_id, post_id, key, member_id, space_id, created_at) values ($1, $6, 'x', $2, $5, now())`,
  'another’s gesture, away': `delete from reaction where member_id <> $2`,
  'an earlier text of another’s post': `insert into revision (community_id, id, post_id, space_id, body, replaced_at) values ($1, ${id}, $6, $4, '[]', now())`,
  'an earlier text of another’s post, away': `delete from revision r using post p where p.id = r.post_id and p.author_id = $3`,
  'what another has read': `insert into reading (community_id, member_id, thread_id, read_at) select $1, $3, thread_id, now() from post where id = $6`,
  'what another withdrew': `insert into withdrawal (community_id, post_id, author_id, source, body, restorable_until) values ($1, $6, $3, '', '[]', now())`,
  'what another withdrew, away': `delete from withdrawal where author_id <> $2`,
  'the journal of another community': `insert into activity (community_id, at, kind) values ($7, now(), 'x')`,
  'her own standing': `update member set facilitates = true`,
  'her own standing, alone': `update member set status = 'removed' where id = $2`,
  'the standing of who waits': `update member set status = 'active' where status = 'pending'`,
  'an audience': `insert into audience (community_id, id, space_id, member_id) values ($1, ${id}, $5, $2)`,
  'the text of a charter': `update charter_version set source = 'x' where community_id = $1`,
  'another’s signature': `insert into charter_signature (community_id, id, member_id, version_id, hash, signed_at) select $1, ${id}, $3, v.id, v.hash, now() from charter c join charter_version v on v.id = c.version_id where c.space_id is null`,
  'a signature of whoever has not signed': `insert into charter_signature (community_id, id, member_id, version_id, hash, signed_at) select $1, ${id}, $u, v.id, v.hash, now() from charter c join charter_version v on v.id = c.version_id where c.space_id is null`,
  'a signature that is taken back already': `insert into charter_signature (community_id, id, member_id, version_id, hash, signed_at, withdrawn_at) select $1, ${id}, $2, v.id, v.hash, now(), now() from charter c join charter_version v on v.id = c.version_id where c.space_id is null`,
  'a signature of an old version': `insert into charter_signature (community_id, id, member_id, version_id, hash, signed_at) select $1, ${id}, $2, v.id, v.hash, now() from charter_version v where v.number = 1 and v.space_id is null`,
  'another’s signature, back': `update charter_signature set withdrawn_at = now() where member_id <> $2`,
  'when she signed': `update charter_signature set signed_at = now()`,
  'where a member of another community works': `update member set organisation_id = null where id = $8`,
  'that another looked at what is private': `insert into access_note (community_id, id, at, kind, actor_id, member_id) values ($1, ${id}, now(), 'seen_by', $3, $2)`,
  'what is true of a member': `insert into member_fact (community_id, member_id, kind, value) values ($1, $2, 'region', 'x')`,
  'when she took a signature back': `update charter_signature set withdrawn_at = now() where withdrawn_at is not null`,
  'how another community is called': `update community set name = 'x' where id = $7`,
  'the address of the community': `update community set slug = 'x'`,
  'that something concerns her': `insert into notification (community_id, member_id, kind, target_id, since, at) values ($1, $2, 'membership', $2, now(), now())`,
  'what concerns another, read': `update notification set read_at = now() where member_id <> $2`,
  'what she is told of': `update notification set target_id = $6`,
  'when another wants mail': `insert into mail_preference (community_id, member_id, rhythm) values ($1, $3, 'never')`,
  'when she wants mail of a space that she does not read': `insert into mail_preference (community_id, member_id, space_id, rhythm) values ($1, $2, $9, 'never')`,
  'when she wants mail, elsewhere': `insert into mail_preference (community_id, member_id, rhythm) values ($7, $8, 'never')`,
  'a key of a site elsewhere': `insert into site_key (community_id, site_id, thumbprint, jwk, added_at) values ($7, $s, 'y', '{}', now())`,
  'an address of a site elsewhere': `insert into site_origin (community_id, site_id, origin) values ($7, $s, 'https://y.example')`,
  'when another can be reached': `insert into member_profile (community_id, member_id, availability) values ($1, $3, 'x')`,
  'when a member of another community can be reached': `insert into member_profile (community_id, member_id, availability) values ($7, $8, 'x')`,
  'otherwise when others can be reached': `update member_profile set availability = 'x' where member_id <> $2`,
  'that another accepts': `insert into consent (community_id, id, member_id, kind, words, given_at) values ($1, ${id}, $3, 'named', 1, now())`,
  'what she accepted and took back at once': `insert into consent (community_id, id, member_id, kind, words, given_at, withdrawn_at) values ($1, ${id}, $2, 'named', 1, now(), now())`,
  'what another accepts, taken back': `update consent set withdrawn_at = now() where member_id <> $2`,
  'when she took back what she accepted': `update consent set withdrawn_at = now() where withdrawn_at is not null`,
  'that she took back nothing': `update consent set withdrawn_at = null`,
  'when she accepted': `update consent set given_at = now()`,
  'what she accepted, away': `delete from consent`,
  'what helps another': `insert into member_help (community_id, member_id, equipment) values ($1, $3, '{}')`,
  [KEPT_HELP]: `insert into member_help (community_id, member_id, equipment) values ($1, $2, '{}')`,
  'what helps others': `update member_help set phone = 'x' where member_id <> $2`,
  'in which language others are spoken to': `update member_profile set language = 'en-CA' where member_id <> $2`,
  'a name': `update member set name = 'x'`,
  'that where another works is not shown, or hers': `update member set organisation_shown = false`,
  'a mail of another community': `insert into mail_queue (community_id, id, kind, language, facts, created_at, due_at) values ($7, ${id}, 'news', 'fr-CA', '{}', now(), now())`,
  'that a mail was sent': `insert into mail_queue (community_id, id, kind, language, facts, created_at, due_at, settled_at, outcome) values ($1, ${id}, 'news', 'fr-CA', '{}', now(), now(), now(), 'sent')`,
  'where a mail goes, blindly': `update mail_queue set address = 'x'`,
  'a mail, away': `delete from mail_queue`,
  'who gets no mail': `insert into mail_stop (community_id, address_hash, topic, reason, at) values ($1, sha256(''), 'all', 'asked', now())`,
  'who gets no mail, away': `delete from mail_stop`,
  'that somebody asks to come in': `insert into join_request (community_id, id, email, name, reason, answers, equipment, token_hash, link_expires_at, created_at) values ($1, ${id}, 'x', 'x', 'x', '[]', '{}', '', now(), now())`,
  'that a request is approved': `update join_request set status = 'approved'`,
  'what somebody wrote who asks to come in': `update join_request set reason = 'x'`,
  'a request, away': `delete from join_request`,
  'an invitation by another': `insert into invitation (community_id, id, invited_by, groups, spaces, token_hash, created_at, expires_at) values ($1, ${id}, $3, '{}', '{}', '', now(), now())`,
  'an invitation in another community': `insert into invitation (community_id, id, invited_by, groups, spaces, token_hash, created_at, expires_at) values ($7, ${id}, $8, '{}', '{}', '', now(), now())`,
  'that an invitation was of her group': `insert into invitation (community_id, id, invited_by, scope_group_id, groups, spaces, token_hash, created_at, expires_at) select $1, ${id}, $2, id, '{}', '{}', '', now(), now() from "group" where not hidden limit 1`,
  'a pivot of what has none': `insert into pivot (community_id, member_id, group_id, since) select $1, $2, id, now() from "group" where kind not in ('workplace', 'region', 'sector') limit 1`,
  'a pivot of a group that is hidden from her': `insert into pivot (community_id, member_id, group_id, since) values ($1, $2, $h, now())`,
  'a pivot of another community': `insert into pivot (community_id, member_id, group_id, since) select $7, $8, id, now() from "group" limit 1`,
  'that an invitation was accepted': `update invitation set accepted_at = now()`,
  'what another community asks': `insert into join_question (community_id, id, label, position) values ($7, ${id}, 'x', 0)`,
  'a call for help by another': `insert into help_request (community_id, id, member_id, text, wants_call, asked_at, word_at) values ($1, ${id}, $3, 'x', false, now(), now())`,
  'another’s call for help, away': `delete from help_request where member_id <> $2`,
  'what was asked': `update help_request set text = 'x'`,
  'that a call for help is settled': `update help_request set settled_at = now()`,
  'a word by another in a call for help': `insert into help_turn (community_id, id, help_id, author_id, text, at) select $1, ${id}, h.id, $3, 'x', now() from help_request h limit 1`,
  'what was said in a call for help': `update help_turn set text = 'x'`,
  'what was said in a call for help, away': `delete from help_turn`,
  'a session': `update session set revoked_at = null`,
  'a passkey of another': `insert into passkey (community_id, id, member_id, credential_id, public_key, counter, transports, name, created_at) values ($1, ${id}, $3, 'x', 'x', 0, '{}', 'x', now())`,
  'a passkey of another community': `insert into passkey (community_id, id, member_id, credential_id, public_key, counter, transports, name, created_at) values ($7, ${id}, $8, 'x', 'x', 0, '{}', 'x', now())`,
  'how far a passkey has counted': `update passkey set counter = 0`,
  'another’s passkey, away': `delete from passkey where member_id <> $2`,
  'what another’s key is asked': `insert into passkey_challenge (community_id, challenge_hash, purpose, member_id, expires_at) values ($1, 'x', 'add', $3, now())`,
  'what a key is asked to sign in': `insert into passkey_challenge (community_id, challenge_hash, purpose, member_id, expires_at) values ($1, 'x', 'sign_in', $2, now())`,
  'what another’s key was asked, away': `delete from passkey_challenge where member_id <> $2`,
  'a site of another community': `insert into site (community_id, id, name) values ($7, ${id}, 'x')`,
  'an origin of another community': `delete from site_origin where community_id = $7`,
  'whose word is taken in another community': `update site_trust set enabled = false where community_id = $7`,
  'how coming in went': `insert into sign_in_day values ($1, '2001-01-01', 1, 1, 0, 0, 0, 0, 0)`,
  'from where frames were asked for': `insert into site_sighting (community_id, origin, seen_at) values ($1, 'https://y.example', now())`,
  'whom a site knows': `insert into site_subject (community_id, site_id, subject_hash, member_id, bound_at) select $1, id, '', $2, now() from site where community_id = $1 limit 1`,
}

/** What only who facilitates may write. */
const facilitatorAttempts: Record<string, string> = {
  'another’s thread': `update thread set title = 'x' where author_id = $3`,
  'a charter': `insert into charter_version (community_id, id, number, language, source, body, hash, published_at) values ($1, ${id}, 9, 'fr-CA', '', '[]', sha256(''), now())`,
  'the title of a thread that is out of reach, blindly': `update thread set title = 'x'`,
  'which charter is asked for': `update charter set version_id = version_id where community_id = $1`,
  'a place in a group': `insert into group_member (community_id, group_id, member_id) select $1, id, $3 from "group" where not hidden limit 1`,
  'until when a place in a group lasts': `update group_member set expires_at = null`,
  'a place in a group, away': `delete from group_member`,
  'the standing of a member': `update member set status = 'removed' where id = $3`,
  'how the community is called': `update community set name = name where id = $1`,
  'where a member works': `update member set organisation_id = null where id = $3`,
  'that she looked at what is private': `insert into access_note (community_id, id, at, kind, actor_id, member_id) values ($1, ${id}, now(), 'seen_by', $2, $3)`,
  'a passkey of her own': `insert into passkey (community_id, id, member_id, credential_id, public_key, counter, transports, name, created_at) values ($1, ${id}, $2, 'x', 'x', 0, '{}', 'x', now())`,
  'a passkey of her own, away': `delete from passkey where member_id = $2`,
  'what a new key of hers is asked': `insert into passkey_challenge (community_id, challenge_hash, purpose, member_id, expires_at) values ($1, 'x', 'add', $2, now())`,
  'what a new key of hers was asked, away': `delete from passkey_challenge where member_id = $2`,
  'a site': `insert into site (community_id, id, name) values ($1, ${id}, 'x')`,
  'an origin, away': `delete from site_origin`,
  'an origin': `insert into site_origin (community_id, site_id, origin) select $1, site_id, 'https://x.example' from site_origin limit 1`,
  'whose word is taken': `update site_trust set issuer = 'x'`,
  'a key that is taken': `insert into site_key (community_id, site_id, thumbprint, jwk, added_at) select $1, site_id, 'y', '{}', now() from site_trust limit 1`,
  'a key of a site that she names': `insert into site_key (community_id, site_id, thumbprint, jwk, added_at) values ($1, $t, 'y', '{}', now())`,
  'an origin of a site that she names': `insert into site_origin (community_id, site_id, origin) values ($1, $t, 'https://z.example')`,
  'a key that is taken, away': `delete from site_key`,
  'what the community asks': `insert into join_question (community_id, id, label, position) values ($1, ${id}, 'x', 0)`,
  'what the community asks, away': `delete from join_question where community_id = $1`,
  'a request, refused': `update join_request set status = 'refused' where community_id = $1 and status = 'waiting'`,
  'an invitation': `insert into invitation (community_id, id, invited_by, groups, spaces, token_hash, created_at, expires_at) values ($1, ${id}, $2, '{}', '{}', '', now(), now())`,
  'a pivot': `insert into pivot (community_id, member_id, group_id, since) select $1, $3, id, now() from "group" where kind = 'region' limit 1`,
  'a pivot, away': `delete from pivot`,
  'a word in another’s call for help': `insert into help_turn (community_id, id, help_id, author_id, text, at) values ($1, ${id}, $k, $2, 'x', now())`,
  'an invitation, withdrawn': `update invitation set withdrawn_at = now() where community_id = $1`,
  'that a charter is asked for': `insert into charter (community_id, space_id, version_id) select $1, $4, version_id from charter where space_id is null`,
}

/** Nor may she, where she does not read. */
const placeAttempts: Record<string, string> = {
  'a charter of a space that she does not read': `insert into charter_version (community_id, id, space_id, number, language, source, body, hash, published_at) values ($1, ${id}, $9, 9, 'fr-CA', '', '[]', sha256(''), now())`,
  'that a charter is asked for in a space that she does not read': `insert into charter (community_id, space_id, version_id) select $1, $9, version_id from charter where space_id is null`,
  'which charter is asked for in a space that she may sign for': `update charter set version_id = version_id where space_id = $a`,
  'a member into a hidden group that she is not in': `insert into group_member (community_id, group_id, member_id) values ($1, $h, $2)`,
  'a charter of another community': `insert into charter_version (community_id, id, number, language, source, body, hash, published_at) values ($7, ${id}, 9, 'fr-CA', '', '[]', sha256(''), now())`,
}

/** What whoever signed may do with her own, and nobody else with hers. */
const signerAttempts: Record<string, string> = {
  'a signature, back, blindly': `update charter_signature set withdrawn_at = now()`,
}

const OWN_INVITATION = 'that an invitation was of her group'
const asPivot = (group: string, groups: string, spaces: string) =>
  `insert into invitation (community_id, id, invited_by, scope_group_id, groups, spaces, token_hash, created_at, expires_at) select $1, ${id}, $2, ${group}, ${groups}, ${spaces}, '', now(), now()`

/** What the pivot of the committee may write, and what not even she. */
const pivotMay = {
  [OWN_INVITATION]: attempts[OWN_INVITATION]!,
  'an invitation, withdrawn': facilitatorAttempts['an invitation, withdrawn']!,
}
const pivotMayNot: Record<string, string> = {
  'an invitation into a space that she does not read': asPivot('group_id', `'{}'`, `array[$9]`) + ' from pivot',
  'an invitation into a group that she is not in': asPivot('group_id', `array[$h]`, `'{}'`) + ' from pivot',
  'an invitation of another group': asPivot('$h', `'{}'`, `'{}'`),
  'another group of her own': `update pivot set group_id = $h`,
}

/** What a member may write, and nobody who is none, or has not signed. */
const memberAttempts: Record<string, string> = {
  'a thread of her own': `insert into thread (community_id, id, space_id, author_id, kind, title, excerpt, created_at, last_activity_at) values ($1, ${id}, $4, $2, 'tool', '', '', now(), now())`,
  'a post of her own': `insert into post (community_id, id, thread_id, space_id, author_id, source, body, input_hash, created_at) select $1, ${id}, thread_id, $4, $2, '', '[]', '', now() from post where id = $6`,
  'a gesture of her own': `insert into reaction (community_id, post_id, key, member_id, space_id, created_at) values ($1, $6, 'x', $2, $4, now())`,
}

/** Nor may who has not signed, or is no longer in, change what she wrote herself. */
const ownAttempts: Record<string, string> = {
  'the title of a thread of her own': `update thread set title = 'x' where author_id = $2`,
  'an earlier text of her own': `insert into revision (community_id, id, post_id, space_id, body, replaced_at) select $1, ${id}, id, space_id, '[]', now() from post where author_id = $2 limit 1`,
  'an earlier text of her own, away': `delete from revision r using post p where p.id = r.post_id and p.author_id = $2`,
}

/** What whoever is signed in may write, who waits to come in included. */
const enteredAttempts: Record<string, string> = {
  'a call for help of her own': `insert into help_request (community_id, id, member_id, text, wants_call, asked_at, word_at) values ($1, ${id}, $2, 'x', false, now(), now())`,
}

const columns = `access_hash, access_expires_at, family_hash, refresh_hash, rotated_at, idle_expires_at, absolute_expires_at, created_at`
const others = `sha256(access_hash), access_expires_at, sha256(family_hash), sha256(refresh_hash), rotated_at, idle_expires_at, absolute_expires_at, created_at`

/** What the role of sign-in may not write. */
const signInAttempts: Record<string, string> = {
  'a session in another community': `insert into session (community_id, id, member_id, ${columns}) select $7, ${id}, $8, ${others} from session where community_id = $1 limit 1`,
  'a session of another community, over': `update session set revoked_at = now() where community_id = $7`,
  'a code in another community': `insert into login (community_id, id, email_hash, code_hash, created_at, expires_at) values ($7, ${id}, '', '', now(), now())`,
  'the journal of another community': `insert into activity (community_id, at, kind) values ($7, now(), 'x')`,
  'whose word is taken': `update site_trust set enabled = true`,
  'a key that is taken': `insert into site_key (community_id, site_id, thumbprint, jwk, added_at) select $1, site_id, 'y', '{}', now() from site_trust limit 1`,
  'from where frames of another community were asked for': `insert into site_sighting (community_id, origin, seen_at) values ($7, 'https://y.example', now())`,
  'whom a site of another community knows': `insert into site_subject (community_id, site_id, subject_hash, member_id, bound_at) select $7, id, '', $8, now() from site where community_id = $7 limit 1`,
  'a request to come in elsewhere': `insert into join_request (community_id, id, email, name, reason, answers, equipment, token_hash, link_expires_at, created_at) values ($7, ${id}, 'x@x.example', 'x', 'x', '[]', '{}', sha256('x'), now(), now())`,
  'a request that is decided from the start': `insert into join_request (community_id, id, email, name, reason, answers, equipment, status, token_hash, link_expires_at, created_at) values ($1, ${id}, 'x@x.example', 'x', 'x', '[]', '{}', 'approved', sha256('x'), now(), now())`,
  'a decided request, away': `delete from join_request where status in ('approved', 'refused')`,
  'a decided request, open again': `update join_request set status = 'waiting' where status in ('approved', 'refused')`,
  'a mail of another community': `insert into mail_queue (community_id, id, kind, language, facts, created_at, due_at) values ($7, ${id}, 'news', 'fr-CA', '{}', now(), now())`,
  'a word heard elsewhere': `insert into site_assertion (community_id, site_id, jti_hash, expires_at) values ($7, $s, sha256('y'), now())`,
  'a question asked elsewhere': `insert into site_attempt (community_id, ticket_hash, site_id, nonce_hash, origin, expires_at) values ($7, sha256('y'), $s, sha256('y'), 'https://y.example', now())`,
  'whom a site elsewhere knows': `insert into site_subject (community_id, site_id, subject_hash, member_id, bound_at) values ($7, $s, sha256('y'), $8, now())`,
  'a passkey': `insert into passkey (community_id, id, member_id, credential_id, public_key, counter, transports, name, created_at) values ($1, ${id}, $8, 'x', 'x', 0, '{}', 'x', now())`,
  'whose passkey it is': `update passkey set member_id = member_id`,
  'a passkey of another community': `update passkey set counter = 0 where community_id = $7`,
  'a passkey, away': `delete from passkey`,
  'what a new key is asked': `insert into passkey_challenge (community_id, challenge_hash, purpose, member_id, expires_at) values ($1, 'x', 'add', null, now())`,
  'what a new key was asked, away': `delete from passkey_challenge where purpose = 'add'`,
  'what a key of another community is asked': `insert into passkey_challenge (community_id, challenge_hash, purpose, member_id, expires_at) values ($7, 'x', 'sign_in', null, now())`,
  'her standing': `update member set status = 'active'`,
  'a request of another community, away': `delete from join_request where community_id = $7`,
  'a request that is decided': `update join_request set status = 'approved' where community_id = $1`,
  'an invitation': `update invitation set accepted_at = now()`,
  'a text': `update post set source = 'x'`,
}

/** What this asker may write, and what not. */
export function attemptsOf(asker: Asker): { may: Record<string, string>; mayNot: Record<string, string> } {
  if (asker === 'sign-in') return { may: {}, mayNot: signInAttempts }
  const all = { ...attempts, ...placeAttempts }
  const entered = asker.status !== 'stranger' && asker.reads !== 'refused'
  if (asker.status !== 'active' || !entered) {
    const mayNot = { ...all, ...facilitatorAttempts, ...memberAttempts, ...signerAttempts, ...ownAttempts }
    return entered ? { may: enteredAttempts, mayNot } : { may: {}, mayNot: { ...mayNot, ...enteredAttempts } }
  }
  if (!asker.facilitates) {
    const mayNot = { ...all, ...facilitatorAttempts }
    if (asker.pivot) {
      for (const what of Object.keys(pivotMay)) delete mayNot[what]
      return {
        may: { ...memberAttempts, ...enteredAttempts, ...signerAttempts, ...pivotMay },
        mayNot: { ...mayNot, ...pivotMayNot },
      }
    }
    if (asker.member === 'outside') {
      delete mayNot[KEPT_HELP]
      return { may: { ...memberAttempts, ...signerAttempts, [KEPT_HELP]: attempts[KEPT_HELP]! }, mayNot }
    }
    // She has texts of her own within reach, which a blind change finds.
    if (asker.member === 'member') for (const what of Object.keys(mayNot)) if (what.endsWith('blindly')) delete mayNot[what]
    return { may: { ...memberAttempts, ...enteredAttempts, ...signerAttempts }, mayNot }
  }
  return { may: { ...memberAttempts, ...enteredAttempts, ...facilitatorAttempts, ...signerAttempts }, mayNot: all }
}

/** How many rows the attempt wrote (all is taken back): 0 when there were none for it or it was refused; another error as it is. */
export async function rowsWritten(ground: Ground, asker: Asker, attempt: string): Promise<number | null | Error> {
  const { community, foreign, site, post, closed, asked, hidden, unsigned, help } = ground
  const spaceOf = (slug: string) => ground.spaces.find((space) => space.slug === slug)!.id
  return as(ground, asker, async (client, memberId) => {
    const values: Record<string, unknown> = {
      1: community,
      2: memberId,
      3: post.author,
      4: spaceOf('accueil'),
      5: spaceOf('laval'),
      6: post.id,
      7: foreign.id,
      8: foreign.member,
      9: closed,
      a: asked,
      h: hidden,
      u: unsigned,
      s: foreign.site,
      t: site,
      k: help,
    }
    const needed = [...new Set([...attempt.matchAll(/\$(\w)/g)].map(([, one]) => one!))]
    const typed = attempt.replaceAll(/\$(\w)/g, (_all, one: string) => `$${needed.indexOf(one) + 1}::uuid`)
    const given = needed.map((one) => values[one])
    try {
      return (await client.query(typed, given)).rowCount
    } catch (error) {
      return isDenied(error) ? 0 : (error as Error)
    }
  })
}
