-- The shape of the database after all migrations. A test compares it on both engines: UPDATE_SNAPSHOTS=1 writes it anew.

-- Tables

access_note: community_id uuid not null
access_note: id uuid not null
access_note: at timestamp(3) with time zone not null
access_note: kind text not null
access_note: actor_id uuid not null
access_note: member_id uuid not null
activity: community_id uuid not null
activity: id bigint not null identity
activity: at timestamp(3) with time zone not null
activity: kind text not null
activity: actor_id uuid
activity: space_id uuid
activity: thread_id uuid
activity: subject_id uuid
activity: seq bigint
activity: hash bytea
activity_cursor: reader text not null
activity_cursor: seq bigint not null
activity_head: only_row boolean not null default true
activity_head: seq bigint not null
activity_head: hash bytea not null
audience: community_id uuid not null
audience: id uuid not null
audience: space_id uuid not null
audience: group_id uuid
audience: member_id uuid
audience: within uuid[] not null default '{}'::uuid[]
charter: community_id uuid not null
charter: space_id uuid
charter: version_id uuid not null
charter_signature: community_id uuid not null
charter_signature: id uuid not null
charter_signature: member_id uuid not null
charter_signature: version_id uuid not null
charter_signature: hash bytea not null
charter_signature: signed_at timestamp(3) with time zone not null
charter_signature: withdrawn_at timestamp(3) with time zone
charter_version: community_id uuid not null
charter_version: id uuid not null
charter_version: space_id uuid
charter_version: number integer not null
charter_version: language text not null
charter_version: source text not null
charter_version: body jsonb not null
charter_version: hash bytea not null
charter_version: published_at timestamp(3) with time zone not null
community: id uuid not null
community: slug text not null
community: name text not null
community: language text not null
community: time_zone text not null
community: reactions jsonb not null
community: created_at timestamp(3) with time zone not null
community: indexable boolean not null default false
community: exit_url text
community: greeting text
community: vocabulary jsonb not null default '{}'::jsonb
community: accent text
community: scheme text
community: contact jsonb
community: aims jsonb not null default '[]'::jsonb
consent: community_id uuid not null
consent: id uuid not null
consent: member_id uuid not null
consent: kind text not null
consent: words smallint not null
consent: given_at timestamp(3) with time zone not null
consent: withdrawn_at timestamp(3) with time zone
erasure: community_id uuid not null
erasure: kind text not null
erasure: id uuid not null
erasure: at timestamp(3) with time zone not null
erasure: number bigint not null identity
group: community_id uuid not null
group: id uuid not null
group: name text not null
group: hidden boolean not null default false
group: kind text not null default 'social'::text
group: organisation_id uuid
group: fact text
group_member: community_id uuid not null
group_member: group_id uuid not null
group_member: member_id uuid not null
group_member: expires_at timestamp(3) with time zone
help_request: community_id uuid not null
help_request: id uuid not null
help_request: member_id uuid not null
help_request: text text not null
help_request: place text
help_request: wants_call boolean not null
help_request: phone text
help_request: asked_at timestamp(3) with time zone not null
help_request: word_at timestamp(3) with time zone not null
help_request: waits boolean not null default true
help_request: answered_at timestamp(3) with time zone
help_request: seen_at timestamp(3) with time zone
help_request: settled_at timestamp(3) with time zone
help_turn: community_id uuid not null
help_turn: id uuid not null
help_turn: help_id uuid not null
help_turn: author_id uuid not null
help_turn: text text not null
help_turn: at timestamp(3) with time zone not null
invitation: community_id uuid not null
invitation: id uuid not null
invitation: invited_by uuid not null
invitation: email text
invitation: groups uuid[] not null
invitation: spaces uuid[] not null
invitation: token_hash bytea not null
invitation: created_at timestamp(3) with time zone not null
invitation: expires_at timestamp(3) with time zone not null
invitation: accepted_at timestamp(3) with time zone
invitation: withdrawn_at timestamp(3) with time zone
invitation: scope_group_id uuid
join_question: community_id uuid not null
join_question: id uuid not null
join_question: label text not null
join_question: required boolean not null default false
join_question: position integer not null
join_request: community_id uuid not null
join_request: id uuid not null
join_request: email text not null
join_request: name text not null
join_request: organisation text
join_request: role text
join_request: region text
join_request: reason text not null
join_request: answers jsonb not null
join_request: equipment jsonb not null
join_request: ease text
join_request: phone text
join_request: status text not null default 'waiting'::text
join_request: exchange jsonb not null default '[]'::jsonb
join_request: token_hash bytea not null
join_request: asked_token_hash bytea
join_request: link_expires_at timestamp(3) with time zone not null
join_request: created_at timestamp(3) with time zone not null
join_request: told_at timestamp(3) with time zone
join_request: decided_at timestamp(3) with time zone
join_request: decided_by uuid
login: community_id uuid not null
login: id uuid not null
login: site_id uuid
login: person_id uuid
login: email_hash bytea not null
login: code_hash bytea not null
login: tries integer not null default 0
login: created_at timestamp(3) with time zone not null
login: expires_at timestamp(3) with time zone not null
login: used_at timestamp(3) with time zone
login: proof boolean not null default false
mail_preference: community_id uuid not null
mail_preference: member_id uuid not null
mail_preference: space_id uuid
mail_preference: rhythm text not null
mail_preference: days smallint[] not null default '{}'::smallint[]
mail_preference: quiet_from smallint
mail_preference: quiet_until smallint
mail_queue: community_id uuid not null
mail_queue: id uuid not null
mail_queue: kind text not null
mail_queue: member_id uuid
mail_queue: address text
mail_queue: space_id uuid
mail_queue: topic text
mail_queue: language text not null
mail_queue: facts jsonb not null
mail_queue: created_at timestamp(3) with time zone not null
mail_queue: due_at timestamp(3) with time zone not null
mail_queue: leased_until timestamp(3) with time zone
mail_queue: tries integer not null default 0
mail_queue: stop_key uuid not null default gen_random_uuid()
mail_queue: address_hash bytea
mail_queue: settled_at timestamp(3) with time zone
mail_queue: outcome text
mail_stop: community_id uuid not null
mail_stop: address_hash bytea not null
mail_stop: topic text not null
mail_stop: reason text not null
mail_stop: at timestamp(3) with time zone not null
member: community_id uuid not null
member: id uuid not null
member: person_id uuid not null
member: organisation_id uuid
member: name text not null
member: status text not null
member: facilitates boolean not null default false
member: created_at timestamp(3) with time zone not null
member: expires_at timestamp(3) with time zone
member: first_steps text[] not null default '{}'::text[]
member: welcomed_at timestamp(3) with time zone
member: organisation_shown boolean not null default true
member_fact: community_id uuid not null
member_fact: member_id uuid not null
member_fact: kind text not null
member_fact: value text not null
member_help: community_id uuid not null
member_help: member_id uuid not null
member_help: equipment jsonb not null
member_help: ease text
member_help: phone text
member_profile: community_id uuid not null
member_profile: member_id uuid not null
member_profile: availability text
member_profile: language text
notification: community_id uuid not null
notification: member_id uuid not null
notification: id uuid not null default gen_random_uuid()
notification: kind text not null
notification: target_id uuid not null
notification: thread_id uuid
notification: since timestamp(3) with time zone not null
notification: at timestamp(3) with time zone not null
notification: read_at timestamp(3) with time zone
notification: mail_at timestamp(3) with time zone
notification: mail_id uuid
organisation: community_id uuid not null
organisation: id uuid not null
organisation: name text not null
organisation: removed_at timestamp(3) with time zone
organisation: region text
organisation: sector text
passkey: community_id uuid not null
passkey: id uuid not null
passkey: member_id uuid not null
passkey: credential_id bytea not null
passkey: public_key bytea not null
passkey: counter bigint not null
passkey: transports text[] not null
passkey: name text not null
passkey: created_at timestamp(3) with time zone not null
passkey: used_at timestamp(3) with time zone
passkey_challenge: community_id uuid not null
passkey_challenge: challenge_hash bytea not null
passkey_challenge: purpose text not null
passkey_challenge: member_id uuid
passkey_challenge: expires_at timestamp(3) with time zone not null
person: id uuid not null
person: email text not null
person: created_at timestamp(3) with time zone not null
pivot: community_id uuid not null
pivot: member_id uuid not null
pivot: group_id uuid not null
pivot: since timestamp(3) with time zone not null
post: community_id uuid not null
post: id uuid not null
post: thread_id uuid not null
post: space_id uuid not null
post: author_id uuid not null
post: source text not null
post: body jsonb not null
post: input_hash bytea not null
post: created_at timestamp(3) with time zone not null
post: edited_at timestamp(3) with time zone
post: withdrawn_at timestamp(3) with time zone
post: gone boolean not null default false
reaction: community_id uuid not null
reaction: post_id uuid not null
reaction: key text not null
reaction: member_id uuid not null
reaction: space_id uuid not null
reaction: created_at timestamp(3) with time zone not null
reading: community_id uuid not null
reading: member_id uuid not null
reading: thread_id uuid not null
reading: read_at timestamp(3) with time zone not null
revision: community_id uuid not null
revision: id uuid not null
revision: post_id uuid not null
revision: space_id uuid not null
revision: title text
revision: body jsonb not null
revision: replaced_at timestamp(3) with time zone not null
session: community_id uuid not null
session: id uuid not null
session: member_id uuid not null
session: site_id uuid
session: access_hash bytea not null
session: access_expires_at timestamp(3) with time zone not null
session: family_hash bytea not null
session: refresh_hash bytea not null
session: previous_refresh_hash bytea
session: rotated_at timestamp(3) with time zone not null
session: idle_expires_at timestamp(3) with time zone not null
session: absolute_expires_at timestamp(3) with time zone not null
session: created_at timestamp(3) with time zone not null
session: revoked_at timestamp(3) with time zone
session: idle_seconds integer not null default 2592000
session: proved_at timestamp(3) with time zone
session: by_site boolean not null default false
session: verified_until timestamp(3) with time zone
sign_in_day: community_id uuid not null
sign_in_day: day date not null
sign_in_day: asked integer not null
sign_in_day: entered integer not null
sign_in_day: wrong integer not null
sign_in_day: silent integer not null
sign_in_day: unknown integer not null
sign_in_day: proofs integer not null
sign_in_day: proved integer not null
site: community_id uuid not null
site: id uuid not null
site: organisation_id uuid
site: name text not null
site: exit_url text
site_assertion: community_id uuid not null
site_assertion: site_id uuid not null
site_assertion: jti_hash bytea not null
site_assertion: expires_at timestamp(3) with time zone not null
site_attempt: community_id uuid not null
site_attempt: ticket_hash bytea not null
site_attempt: site_id uuid not null
site_attempt: nonce_hash bytea not null
site_attempt: origin text not null
site_attempt: expires_at timestamp(3) with time zone not null
site_attempt: used_at timestamp(3) with time zone
site_attempt: link_hash bytea
site_attempt: subject_hash bytea
site_font: community_id uuid not null
site_font: site_id uuid not null
site_font: id uuid not null
site_font: family text not null
site_font: weight text not null
site_font: data bytea not null
site_key: community_id uuid not null
site_key: site_id uuid not null
site_key: thumbprint text not null
site_key: jwk jsonb not null
site_key: added_at timestamp(3) with time zone not null
site_key: ends_at timestamp(3) with time zone
site_origin: community_id uuid not null
site_origin: site_id uuid not null
site_origin: origin text not null
site_sighting: community_id uuid not null
site_sighting: origin text not null
site_sighting: seen_at timestamp(3) with time zone not null
site_subject: community_id uuid not null
site_subject: site_id uuid not null
site_subject: subject_hash bytea not null
site_subject: member_id uuid not null
site_subject: bound_at timestamp(3) with time zone not null
site_trust: community_id uuid not null
site_trust: site_id uuid not null
site_trust: issuer text not null
site_trust: keys_url text
site_trust: enabled boolean not null default true
space: community_id uuid not null
space: id uuid not null
space: slug text not null
space: name text not null
space: level text not null
space: posting text not null default 'readers'::text
space: retention_days integer
space: position integer not null
space: within uuid[] not null default '{}'::uuid[]
space: home_id uuid
space: circle text
thread: community_id uuid not null
thread: id uuid not null
thread: space_id uuid not null
thread: author_id uuid not null
thread: kind text not null
thread: title text not null
thread: excerpt text not null
thread: created_at timestamp(3) with time zone not null
thread: last_activity_at timestamp(3) with time zone not null
thread: reply_count integer not null default 0
thread: pinned_at timestamp(3) with time zone
thread: gone boolean not null default false
withdrawal: community_id uuid not null
withdrawal: post_id uuid not null
withdrawal: author_id uuid not null
withdrawal: title text
withdrawal: excerpt text
withdrawal: source text not null
withdrawal: body jsonb not null
withdrawal: restorable_until timestamp(3) with time zone not null

-- Row-level security

access_note: enabled
activity: enabled
activity_cursor: enabled
activity_head: enabled
audience: enabled
charter: enabled
charter_signature: enabled
charter_version: enabled
community: enabled
consent: enabled
erasure: enabled
group: enabled
group_member: enabled
help_request: enabled
help_turn: enabled
invitation: enabled
join_question: enabled
join_request: enabled
login: enabled
mail_preference: enabled
mail_queue: enabled
mail_stop: enabled
member: enabled
member_fact: enabled
member_help: enabled
member_profile: enabled
notification: enabled
organisation: enabled
passkey: enabled
passkey_challenge: enabled
person: enabled
pivot: enabled
post: enabled
reaction: enabled
reading: enabled
revision: enabled
session: enabled
sign_in_day: enabled
site: enabled
site_assertion: enabled
site_attempt: enabled
site_font: enabled
site_key: enabled
site_origin: enabled
site_sighting: enabled
site_subject: enabled
site_trust: enabled
space: enabled
thread: enabled autovacuum_vacuum_scale_factor=0.02 autovacuum_vacuum_insert_scale_factor=0.02
withdrawal: enabled

-- Constraints

"group": CHECK (((fact IS NULL) OR (kind = ANY (ARRAY['region'::text, 'sector'::text]))))
"group": CHECK (((organisation_id IS NULL) OR (kind = 'workplace'::text)))
"group": CHECK ((kind = ANY (ARRAY['workplace'::text, 'region'::text, 'sector'::text, 'social'::text, 'committee'::text])))
"group": FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
"group": FOREIGN KEY (community_id, organisation_id) REFERENCES organisation(community_id, id) ON DELETE CASCADE
"group": PRIMARY KEY (community_id, id)
access_note: CHECK ((kind = 'seen_by'::text))
access_note: FOREIGN KEY (community_id, actor_id) REFERENCES member(community_id, id) ON DELETE CASCADE
access_note: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
access_note: PRIMARY KEY (community_id, id)
activity_cursor: PRIMARY KEY (reader)
activity_head: CHECK (only_row)
activity_head: PRIMARY KEY (only_row)
activity: FOREIGN KEY (community_id) REFERENCES community(id)
activity: PRIMARY KEY (id)
audience: CHECK ((num_nonnulls(group_id, member_id) = 1))
audience: FOREIGN KEY (community_id, group_id) REFERENCES "group"(community_id, id) ON DELETE CASCADE
audience: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
audience: FOREIGN KEY (community_id, space_id) REFERENCES space(community_id, id) ON DELETE CASCADE
audience: PRIMARY KEY (community_id, id)
audience: UNIQUE NULLS NOT DISTINCT (community_id, space_id, group_id, member_id)
charter_signature: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
charter_signature: FOREIGN KEY (community_id, version_id, hash) REFERENCES charter_version(community_id, id, hash) ON DELETE CASCADE
charter_signature: PRIMARY KEY (community_id, id)
charter_version: CHECK ((language = ANY (ARRAY['fr-CA'::text, 'en-CA'::text])))
charter_version: CHECK ((number > 0))
charter_version: CHECK ((octet_length(hash) = 32))
charter_version: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
charter_version: FOREIGN KEY (community_id, space_id) REFERENCES space(community_id, id) ON DELETE CASCADE
charter_version: PRIMARY KEY (community_id, id)
charter_version: UNIQUE (community_id, id, hash)
charter_version: UNIQUE NULLS NOT DISTINCT (community_id, space_id, number)
charter: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
charter: FOREIGN KEY (community_id, space_id) REFERENCES space(community_id, id) ON DELETE CASCADE
charter: FOREIGN KEY (community_id, version_id) REFERENCES charter_version(community_id, id) ON DELETE CASCADE
charter: UNIQUE NULLS NOT DISTINCT (community_id, space_id)
community: CHECK (((char_length(greeting) >= 1) AND (char_length(greeting) <= 500)))
community: CHECK (((exit_url ~ '^https://[^/]'::text) AND (length(exit_url) <= 300)))
community: CHECK (((jsonb_typeof(aims) = 'array'::text) AND (jsonb_array_length(aims) <= 5)))
community: CHECK ((accent ~ '^#[0-9a-f]{6}$'::text))
community: CHECK ((jsonb_typeof(contact) = 'object'::text))
community: CHECK ((jsonb_typeof(vocabulary) = 'object'::text))
community: CHECK ((language = ANY (ARRAY['fr-CA'::text, 'en-CA'::text])))
community: CHECK ((scheme = ANY (ARRAY['light'::text, 'dark'::text])))
community: PRIMARY KEY (id)
community: UNIQUE (slug)
consent: CHECK ((kind = ANY (ARRAY['named'::text, 'accompany'::text, 'help_facts'::text])))
consent: CHECK ((withdrawn_at >= given_at))
consent: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
consent: PRIMARY KEY (community_id, id)
erasure: CHECK ((kind = ANY (ARRAY['thread'::text, 'post'::text, 'text'::text, 'revision'::text, 'passkey'::text, 'help'::text, 'consent'::text])))
erasure: PRIMARY KEY (community_id, kind, id)
group_member: FOREIGN KEY (community_id, group_id) REFERENCES "group"(community_id, id) ON DELETE CASCADE
group_member: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
group_member: PRIMARY KEY (community_id, member_id, group_id)
help_request: CHECK (((char_length(phone) >= 1) AND (char_length(phone) <= 40)))
help_request: CHECK (((char_length(place) >= 1) AND (char_length(place) <= 120)))
help_request: CHECK (((char_length(text) >= 1) AND (char_length(text) <= 2000)))
help_request: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
help_request: PRIMARY KEY (community_id, id)
help_turn: CHECK (((char_length(text) >= 1) AND (char_length(text) <= 2000)))
help_turn: FOREIGN KEY (community_id, author_id) REFERENCES member(community_id, id) ON DELETE CASCADE
help_turn: FOREIGN KEY (community_id, help_id) REFERENCES help_request(community_id, id) ON DELETE CASCADE
help_turn: PRIMARY KEY (community_id, id)
invitation: CHECK ((email = lower(email)))
invitation: FOREIGN KEY (community_id, invited_by) REFERENCES member(community_id, id) ON DELETE CASCADE
invitation: FOREIGN KEY (community_id, scope_group_id) REFERENCES "group"(community_id, id) ON DELETE CASCADE
invitation: PRIMARY KEY (community_id, id)
invitation: UNIQUE (token_hash)
join_question: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
join_question: PRIMARY KEY (community_id, id)
join_request: CHECK ((ease = ANY (ARRAY['easy'::text, 'depends'::text, 'call'::text])))
join_request: CHECK ((email = lower(email)))
join_request: CHECK ((status = ANY (ARRAY['waiting'::text, 'asked'::text, 'approved'::text, 'refused'::text])))
join_request: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
join_request: FOREIGN KEY (community_id, decided_by) REFERENCES member(community_id, id) ON DELETE SET NULL (decided_by)
join_request: PRIMARY KEY (community_id, id)
login: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
login: FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
login: PRIMARY KEY (community_id, id)
mail_preference: CHECK (((((quiet_from IS NULL) = (quiet_until IS NULL)) AND (quiet_from IS DISTINCT FROM quiet_until)) OR ((quiet_from IS NULL) AND (quiet_until IS NULL))))
mail_preference: CHECK (((days <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint, (7)::smallint]) AND ((rhythm <> 'days'::text) OR (days <> '{}'::smallint[]))))
mail_preference: CHECK (((quiet_from >= 0) AND (quiet_from <= 23)))
mail_preference: CHECK (((quiet_until >= 0) AND (quiet_until <= 23)))
mail_preference: CHECK ((rhythm = ANY (ARRAY['at_once'::text, 'daily'::text, 'days'::text, 'never'::text])))
mail_preference: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
mail_preference: FOREIGN KEY (community_id, space_id) REFERENCES space(community_id, id) ON DELETE CASCADE
mail_preference: UNIQUE NULLS NOT DISTINCT (community_id, member_id, space_id)
mail_queue: CHECK (((member_id IS NULL) OR (address IS NULL)))
mail_queue: CHECK (((settled_at IS NULL) = (outcome IS NULL)))
mail_queue: CHECK ((char_length(address) <= 254))
mail_queue: CHECK ((kind ~ '^[a-z][a-z-]{0,39}$'::text))
mail_queue: CHECK ((language = ANY (ARRAY['fr-CA'::text, 'en-CA'::text])))
mail_queue: CHECK ((octet_length((facts)::text) <= 4096))
mail_queue: CHECK ((outcome = ANY (ARRAY['sent'::text, 'dropped'::text, 'parked'::text, 'shared'::text])))
mail_queue: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
mail_queue: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
mail_queue: FOREIGN KEY (community_id, space_id) REFERENCES space(community_id, id) ON DELETE CASCADE
mail_queue: PRIMARY KEY (community_id, id)
mail_stop: CHECK ((octet_length(address_hash) = 32))
mail_stop: CHECK ((reason = ANY (ARRAY['asked'::text, 'bounced'::text])))
mail_stop: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
mail_stop: PRIMARY KEY (community_id, address_hash, topic)
member_fact: CHECK ((kind = ANY (ARRAY['region'::text, 'sector'::text])))
member_fact: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
member_fact: PRIMARY KEY (community_id, member_id, kind)
member_help: CHECK (((char_length(phone) >= 1) AND (char_length(phone) <= 40)))
member_help: CHECK ((ease = ANY (ARRAY['easy'::text, 'depends'::text, 'call'::text])))
member_help: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
member_help: PRIMARY KEY (community_id, member_id)
member_profile: CHECK (((char_length(availability) >= 1) AND (char_length(availability) <= 80)))
member_profile: CHECK ((language = ANY (ARRAY['fr-CA'::text, 'en-CA'::text])))
member_profile: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
member_profile: PRIMARY KEY (community_id, member_id)
member: CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'suspended'::text, 'removed'::text])))
member: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
member: FOREIGN KEY (community_id, organisation_id) REFERENCES organisation(community_id, id)
member: FOREIGN KEY (person_id) REFERENCES person(id)
member: PRIMARY KEY (community_id, id)
member: UNIQUE (community_id, person_id)
notification: CHECK ((kind = ANY (ARRAY['reply'::text, 'reaction'::text, 'charter'::text, 'membership'::text, 'thread'::text, 'help'::text])))
notification: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
notification: FOREIGN KEY (community_id, thread_id) REFERENCES thread(community_id, id) ON DELETE CASCADE
notification: PRIMARY KEY (community_id, id)
notification: UNIQUE (community_id, member_id, kind, target_id)
organisation: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
organisation: PRIMARY KEY (community_id, id)
passkey_challenge: CHECK ((purpose = ANY (ARRAY['add'::text, 'prove'::text, 'sign_in'::text])))
passkey_challenge: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
passkey_challenge: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
passkey_challenge: PRIMARY KEY (community_id, challenge_hash)
passkey: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
passkey: PRIMARY KEY (community_id, id)
passkey: UNIQUE (community_id, credential_id)
person: CHECK ((email = lower(email)))
person: PRIMARY KEY (id)
person: UNIQUE (email)
pivot: FOREIGN KEY (community_id, group_id) REFERENCES "group"(community_id, id) ON DELETE CASCADE
pivot: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
pivot: PRIMARY KEY (community_id, member_id)
post: FOREIGN KEY (community_id, author_id) REFERENCES member(community_id, id)
post: FOREIGN KEY (community_id, space_id) REFERENCES space(community_id, id) ON DELETE CASCADE
post: FOREIGN KEY (community_id, thread_id) REFERENCES thread(community_id, id) ON DELETE CASCADE
post: PRIMARY KEY (community_id, id)
reaction: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
reaction: FOREIGN KEY (community_id, post_id) REFERENCES post(community_id, id) ON DELETE CASCADE
reaction: PRIMARY KEY (community_id, post_id, key, member_id)
reading: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
reading: FOREIGN KEY (community_id, thread_id) REFERENCES thread(community_id, id) ON DELETE CASCADE
reading: PRIMARY KEY (community_id, member_id, thread_id)
revision: FOREIGN KEY (community_id, post_id) REFERENCES post(community_id, id) ON DELETE CASCADE
revision: PRIMARY KEY (community_id, id)
session: CHECK ((idle_seconds > 0))
session: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
session: PRIMARY KEY (community_id, id)
session: UNIQUE (access_hash)
session: UNIQUE (family_hash)
session: UNIQUE (refresh_hash)
sign_in_day: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
sign_in_day: PRIMARY KEY (community_id, day)
site_assertion: FOREIGN KEY (community_id, site_id) REFERENCES site(community_id, id) ON DELETE CASCADE
site_assertion: PRIMARY KEY (community_id, site_id, jti_hash)
site_attempt: FOREIGN KEY (community_id, site_id) REFERENCES site(community_id, id) ON DELETE CASCADE
site_attempt: PRIMARY KEY (community_id, ticket_hash)
site_font: CHECK ((((octet_length(data) >= 100) AND (octet_length(data) <= 262144)) AND (SUBSTRING(data FROM 1 FOR 4) = '\x774f4632'::bytea)))
site_font: CHECK ((weight ~ '^[1-9][0-9]{0,2}( [1-9][0-9]{0,2})?$'::text))
site_font: FOREIGN KEY (community_id, site_id) REFERENCES site(community_id, id) ON DELETE CASCADE
site_font: PRIMARY KEY (community_id, id)
site_key: FOREIGN KEY (community_id, site_id) REFERENCES site_trust(community_id, site_id) ON DELETE CASCADE
site_key: PRIMARY KEY (community_id, site_id, thumbprint)
site_origin: CHECK ((origin ~ '^https?://[^/]+$'::text))
site_origin: FOREIGN KEY (community_id, site_id) REFERENCES site(community_id, id) ON DELETE CASCADE
site_origin: PRIMARY KEY (community_id, origin)
site_sighting: CHECK ((origin ~ '^https?://[^/]+$'::text))
site_sighting: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
site_sighting: PRIMARY KEY (community_id, origin)
site_subject: FOREIGN KEY (community_id, member_id) REFERENCES member(community_id, id) ON DELETE CASCADE
site_subject: FOREIGN KEY (community_id, site_id) REFERENCES site(community_id, id) ON DELETE CASCADE
site_subject: PRIMARY KEY (community_id, site_id, subject_hash)
site_trust: FOREIGN KEY (community_id, site_id) REFERENCES site(community_id, id) ON DELETE CASCADE
site_trust: PRIMARY KEY (community_id, site_id)
site: CHECK (((exit_url ~ '^https://[^/]'::text) AND (length(exit_url) <= 300)))
site: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
site: FOREIGN KEY (community_id, organisation_id) REFERENCES organisation(community_id, id)
site: PRIMARY KEY (community_id, id)
space: CHECK (((circle IS NULL) OR (home_id IS NOT NULL)))
space: CHECK (((home_id IS NULL) OR (home_id = ANY (within))))
space: CHECK ((level = ANY (ARRAY['public'::text, 'members'::text, 'restricted'::text])))
space: CHECK ((posting = ANY (ARRAY['readers'::text, 'facilitators'::text])))
space: CHECK ((retention_days > 0))
space: FOREIGN KEY (community_id) REFERENCES community(id) ON DELETE CASCADE
space: FOREIGN KEY (community_id, home_id) REFERENCES space(community_id, id)
space: PRIMARY KEY (community_id, id)
space: UNIQUE (community_id, slug)
thread: CHECK ((kind = ANY (ARRAY['question'::text, 'experience'::text, 'tool'::text, 'news'::text])))
thread: FOREIGN KEY (community_id, author_id) REFERENCES member(community_id, id)
thread: FOREIGN KEY (community_id, space_id) REFERENCES space(community_id, id) ON DELETE CASCADE
thread: PRIMARY KEY (community_id, id)
withdrawal: FOREIGN KEY (community_id, post_id) REFERENCES post(community_id, id) ON DELETE CASCADE
withdrawal: PRIMARY KEY (community_id, post_id)

-- Indexes

CREATE INDEX access_note_at_idx ON public.access_note USING btree (at)
CREATE INDEX access_note_member_idx ON public.access_note USING btree (community_id, member_id, at DESC, id DESC)
CREATE UNIQUE INDEX access_note_pkey ON public.access_note USING btree (community_id, id)
CREATE INDEX activity_community_idx ON public.activity USING btree (community_id, seq) WHERE (seq IS NOT NULL)
CREATE UNIQUE INDEX activity_cursor_pkey ON public.activity_cursor USING btree (reader)
CREATE UNIQUE INDEX activity_head_pkey ON public.activity_head USING btree (only_row)
CREATE UNIQUE INDEX activity_pkey ON public.activity USING btree (id)
CREATE UNIQUE INDEX activity_seq_idx ON public.activity USING btree (seq) WHERE (seq IS NOT NULL)
CREATE INDEX activity_unstamped_idx ON public.activity USING btree (id) WHERE (seq IS NULL)
CREATE UNIQUE INDEX audience_community_id_space_id_group_id_member_id_key ON public.audience USING btree (community_id, space_id, group_id, member_id) NULLS NOT DISTINCT
CREATE INDEX audience_group_idx ON public.audience USING btree (community_id, group_id, space_id) INCLUDE (within) WHERE (group_id IS NOT NULL)
CREATE INDEX audience_member_idx ON public.audience USING btree (community_id, member_id, space_id) INCLUDE (within) WHERE (member_id IS NOT NULL)
CREATE UNIQUE INDEX audience_pkey ON public.audience USING btree (community_id, id)
CREATE UNIQUE INDEX charter_community_id_space_id_key ON public.charter USING btree (community_id, space_id) NULLS NOT DISTINCT
CREATE INDEX charter_signature_member_idx ON public.charter_signature USING btree (community_id, member_id, version_id, withdrawn_at)
CREATE UNIQUE INDEX charter_signature_pkey ON public.charter_signature USING btree (community_id, id)
CREATE UNIQUE INDEX charter_signature_standing_idx ON public.charter_signature USING btree (community_id, member_id, version_id) WHERE (withdrawn_at IS NULL)
CREATE INDEX charter_signature_version_idx ON public.charter_signature USING btree (community_id, version_id, member_id) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX charter_version_community_id_id_hash_key ON public.charter_version USING btree (community_id, id, hash)
CREATE UNIQUE INDEX charter_version_community_id_space_id_number_key ON public.charter_version USING btree (community_id, space_id, number) NULLS NOT DISTINCT
CREATE UNIQUE INDEX charter_version_pkey ON public.charter_version USING btree (community_id, id)
CREATE UNIQUE INDEX community_pkey ON public.community USING btree (id)
CREATE UNIQUE INDEX community_slug_key ON public.community USING btree (slug)
CREATE INDEX consent_kind_idx ON public.consent USING btree (community_id, kind, given_at, id) WHERE (withdrawn_at IS NULL)
CREATE INDEX consent_member_idx ON public.consent USING btree (community_id, member_id, given_at)
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (community_id, id)
CREATE UNIQUE INDEX consent_standing_idx ON public.consent USING btree (community_id, member_id, kind) WHERE (withdrawn_at IS NULL)
CREATE INDEX erasure_at_idx ON public.erasure USING btree (at)
CREATE UNIQUE INDEX erasure_number_idx ON public.erasure USING btree (number)
CREATE UNIQUE INDEX erasure_pkey ON public.erasure USING btree (community_id, kind, id)
CREATE INDEX group_derived_idx ON public."group" USING btree (community_id) INCLUDE (id, kind, organisation_id, fact) WHERE ((organisation_id IS NOT NULL) OR (fact IS NOT NULL))
CREATE INDEX group_member_group_idx ON public.group_member USING btree (community_id, group_id)
CREATE INDEX group_member_of_idx ON public.group_member USING btree (community_id, member_id) INCLUDE (group_id, expires_at)
CREATE UNIQUE INDEX group_member_pkey ON public.group_member USING btree (community_id, member_id, group_id)
CREATE UNIQUE INDEX group_pkey ON public."group" USING btree (community_id, id)
CREATE INDEX help_request_list_idx ON public.help_request USING btree (community_id, asked_at, id)
CREATE INDEX help_request_member_idx ON public.help_request USING btree (community_id, member_id, asked_at DESC, id DESC)
CREATE UNIQUE INDEX help_request_pkey ON public.help_request USING btree (community_id, id)
CREATE INDEX help_request_word_idx ON public.help_request USING btree (word_at)
CREATE INDEX help_turn_author_idx ON public.help_turn USING btree (community_id, author_id)
CREATE UNIQUE INDEX help_turn_pkey ON public.help_turn USING btree (community_id, id)
CREATE INDEX help_turn_request_idx ON public.help_turn USING btree (community_id, help_id, at, id)
CREATE INDEX invitation_list_idx ON public.invitation USING btree (community_id, created_at DESC, id DESC)
CREATE INDEX invitation_own_idx ON public.invitation USING btree (community_id, invited_by, created_at DESC, id DESC) WHERE (scope_group_id IS NOT NULL)
CREATE UNIQUE INDEX invitation_pkey ON public.invitation USING btree (community_id, id)
CREATE UNIQUE INDEX invitation_token_hash_key ON public.invitation USING btree (token_hash)
CREATE UNIQUE INDEX join_question_pkey ON public.join_question USING btree (community_id, id)
CREATE UNIQUE INDEX join_request_asked_idx ON public.join_request USING btree (asked_token_hash)
CREATE INDEX join_request_list_idx ON public.join_request USING btree (community_id, created_at, id)
CREATE UNIQUE INDEX join_request_open_idx ON public.join_request USING btree (community_id, email) WHERE (status = ANY (ARRAY['waiting'::text, 'asked'::text]))
CREATE UNIQUE INDEX join_request_pkey ON public.join_request USING btree (community_id, id)
CREATE UNIQUE INDEX join_request_token_idx ON public.join_request USING btree (token_hash)
CREATE INDEX login_email_idx ON public.login USING btree (email_hash, created_at)
CREATE INDEX login_expires_idx ON public.login USING btree (expires_at)
CREATE UNIQUE INDEX login_pkey ON public.login USING btree (community_id, id)
CREATE UNIQUE INDEX mail_preference_community_id_member_id_space_id_key ON public.mail_preference USING btree (community_id, member_id, space_id) NULLS NOT DISTINCT
CREATE INDEX mail_queue_due_idx ON public.mail_queue USING btree (due_at, id) WHERE (outcome IS NULL)
CREATE INDEX mail_queue_member_idx ON public.mail_queue USING btree (community_id, member_id) WHERE (member_id IS NOT NULL)
CREATE UNIQUE INDEX mail_queue_pkey ON public.mail_queue USING btree (community_id, id)
CREATE INDEX mail_queue_settled_idx ON public.mail_queue USING btree (settled_at) WHERE (outcome IS NOT NULL)
CREATE UNIQUE INDEX mail_queue_stop_idx ON public.mail_queue USING btree (stop_key)
CREATE UNIQUE INDEX mail_stop_pkey ON public.mail_stop USING btree (community_id, address_hash, topic)
CREATE INDEX member_active_idx ON public.member USING btree (community_id) WHERE (status = 'active'::text)
CREATE UNIQUE INDEX member_community_id_person_id_key ON public.member USING btree (community_id, person_id)
CREATE UNIQUE INDEX member_fact_pkey ON public.member_fact USING btree (community_id, member_id, kind)
CREATE UNIQUE INDEX member_help_pkey ON public.member_help USING btree (community_id, member_id)
CREATE INDEX member_organisation_idx ON public.member USING btree (community_id, organisation_id) WHERE (organisation_id IS NOT NULL)
CREATE UNIQUE INDEX member_pkey ON public.member USING btree (community_id, id)
CREATE UNIQUE INDEX member_profile_pkey ON public.member_profile USING btree (community_id, member_id)
CREATE INDEX notification_at_idx ON public.notification USING btree (at)
CREATE UNIQUE INDEX notification_community_id_member_id_kind_target_id_key ON public.notification USING btree (community_id, member_id, kind, target_id)
CREATE INDEX notification_member_idx ON public.notification USING btree (community_id, member_id, at DESC, id DESC)
CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (community_id, id)
CREATE INDEX notification_thread_idx ON public.notification USING btree (community_id, thread_id) WHERE (thread_id IS NOT NULL)
CREATE UNIQUE INDEX organisation_pkey ON public.organisation USING btree (community_id, id)
CREATE INDEX passkey_challenge_expires_idx ON public.passkey_challenge USING btree (expires_at)
CREATE UNIQUE INDEX passkey_challenge_pkey ON public.passkey_challenge USING btree (community_id, challenge_hash)
CREATE UNIQUE INDEX passkey_community_id_credential_id_key ON public.passkey USING btree (community_id, credential_id)
CREATE INDEX passkey_member_idx ON public.passkey USING btree (community_id, member_id)
CREATE UNIQUE INDEX passkey_pkey ON public.passkey USING btree (community_id, id)
CREATE UNIQUE INDEX person_email_key ON public.person USING btree (email)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE INDEX pivot_group_idx ON public.pivot USING btree (community_id, group_id)
CREATE UNIQUE INDEX pivot_pkey ON public.pivot USING btree (community_id, member_id)
CREATE INDEX post_age_idx ON public.post USING btree (space_id, created_at)
CREATE INDEX post_author_idx ON public.post USING btree (community_id, author_id, space_id)
CREATE UNIQUE INDEX post_pkey ON public.post USING btree (community_id, id)
CREATE INDEX post_thread_idx ON public.post USING btree (community_id, thread_id, created_at, id)
CREATE INDEX reaction_member_idx ON public.reaction USING btree (community_id, member_id)
CREATE UNIQUE INDEX reaction_pkey ON public.reaction USING btree (community_id, post_id, key, member_id)
CREATE UNIQUE INDEX reading_pkey ON public.reading USING btree (community_id, member_id, thread_id)
CREATE INDEX reading_thread_idx ON public.reading USING btree (community_id, thread_id)
CREATE UNIQUE INDEX revision_pkey ON public.revision USING btree (community_id, id)
CREATE INDEX revision_post_idx ON public.revision USING btree (community_id, post_id, replaced_at DESC)
CREATE UNIQUE INDEX session_access_hash_key ON public.session USING btree (access_hash)
CREATE INDEX session_expires_idx ON public.session USING btree (absolute_expires_at)
CREATE UNIQUE INDEX session_family_hash_key ON public.session USING btree (family_hash)
CREATE INDEX session_id_idx ON public.session USING btree (id)
CREATE INDEX session_member_idx ON public.session USING btree (community_id, member_id)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (community_id, id)
CREATE UNIQUE INDEX session_refresh_hash_key ON public.session USING btree (refresh_hash)
CREATE INDEX sign_in_day_day_idx ON public.sign_in_day USING btree (day)
CREATE UNIQUE INDEX sign_in_day_pkey ON public.sign_in_day USING btree (community_id, day)
CREATE INDEX site_assertion_expires_idx ON public.site_assertion USING btree (expires_at)
CREATE UNIQUE INDEX site_assertion_pkey ON public.site_assertion USING btree (community_id, site_id, jti_hash)
CREATE INDEX site_attempt_expires_idx ON public.site_attempt USING btree (expires_at)
CREATE UNIQUE INDEX site_attempt_link_idx ON public.site_attempt USING btree (community_id, link_hash) WHERE (link_hash IS NOT NULL)
CREATE UNIQUE INDEX site_attempt_pkey ON public.site_attempt USING btree (community_id, ticket_hash)
CREATE UNIQUE INDEX site_font_pkey ON public.site_font USING btree (community_id, id)
CREATE INDEX site_font_site_idx ON public.site_font USING btree (community_id, site_id)
CREATE UNIQUE INDEX site_key_pkey ON public.site_key USING btree (community_id, site_id, thumbprint)
CREATE UNIQUE INDEX site_origin_pkey ON public.site_origin USING btree (community_id, origin)
CREATE UNIQUE INDEX site_pkey ON public.site USING btree (community_id, id)
CREATE UNIQUE INDEX site_sighting_pkey ON public.site_sighting USING btree (community_id, origin)
CREATE INDEX site_sighting_seen_idx ON public.site_sighting USING btree (seen_at)
CREATE UNIQUE INDEX site_subject_pkey ON public.site_subject USING btree (community_id, site_id, subject_hash)
CREATE UNIQUE INDEX site_trust_pkey ON public.site_trust USING btree (community_id, site_id)
CREATE UNIQUE INDEX space_circle_idx ON public.space USING btree (community_id, circle) WHERE (circle IS NOT NULL)
CREATE UNIQUE INDEX space_community_id_slug_key ON public.space USING btree (community_id, slug)
CREATE INDEX space_home_idx ON public.space USING btree (community_id, home_id) WHERE (home_id IS NOT NULL)
CREATE INDEX space_level_idx ON public.space USING btree (community_id) INCLUDE (id, level, within) WHERE (level <> 'restricted'::text)
CREATE UNIQUE INDEX space_pkey ON public.space USING btree (community_id, id)
CREATE INDEX thread_feed_idx ON public.thread USING btree (space_id, last_activity_at DESC, id DESC) INCLUDE (community_id, pinned_at) WHERE (NOT gone)
CREATE INDEX thread_kind_idx ON public.thread USING btree (space_id, kind, last_activity_at DESC, id DESC) INCLUDE (community_id, pinned_at) WHERE (NOT gone)
CREATE INDEX thread_pinned_idx ON public.thread USING btree (space_id, pinned_at DESC) WHERE ((pinned_at IS NOT NULL) AND (NOT gone))
CREATE UNIQUE INDEX thread_pkey ON public.thread USING btree (community_id, id)
CREATE UNIQUE INDEX withdrawal_pkey ON public.withdrawal USING btree (community_id, post_id)
CREATE INDEX withdrawal_until_idx ON public.withdrawal USING btree (restorable_until)

-- Policies

access_note: note for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND (actor_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_facilitate() AS i_facilitate)))
access_note: own for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member))))
access_note: sweep for all to cercle_worker using (true)
activity: append for insert to cercle_app, cercle_auth with check ((community_id = ( SELECT my_community() AS my_community)))
activity: dispatch for select to cercle_worker using (true)
activity_cursor: follow for all to cercle_worker using (true)
activity_head: dispatch for select to cercle_worker using (true)
audience: read for select to cercle_app using (((space_id IN ( SELECT unnest(my_spaces()) AS unnest)) AND ((group_id IS NULL) OR (group_id IN ( SELECT g.id
   FROM "group" g)))))
charter: publish for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND ((space_id IS NULL) OR (space_id IN ( SELECT unnest(my_spaces()) AS unnest)))))
charter: read for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ((space_id IN ( SELECT unnest(my_charter_spaces()) AS unnest)) OR ((space_id IS NULL) AND ( SELECT i_am_in() AS i_am_in)))))
charter: replace for update to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND ((space_id IS NULL) OR (space_id IN ( SELECT unnest(my_spaces()) AS unnest)))))
charter_signature: own for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member))))
charter_signature: sign for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_am_in() AS i_am_in) AND (withdrawn_at IS NULL) AND (version_id IN ( SELECT c.version_id
   FROM charter c))))
charter_signature: withdraw for update to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND (withdrawn_at IS NULL))) with check (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member))))
charter_version: publish for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND ((space_id IS NULL) OR (space_id IN ( SELECT unnest(my_spaces()) AS unnest)))))
charter_version: read for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ((space_id IN ( SELECT unnest(my_charter_spaces()) AS unnest)) OR ((space_id IS NULL) AND ( SELECT i_am_in() AS i_am_in)))))
community: mail for select to cercle_worker using (true)
community: read for select to cercle_anon, cercle_app, cercle_auth using ((id = ( SELECT my_community() AS my_community)))
community: settle for update to cercle_app using ((id = ( SELECT my_community() AS my_community))) with check (( SELECT i_facilitate() AS i_facilitate))
consent: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (kind = 'accompany'::text) AND (withdrawn_at IS NULL)))
consent: give for insert to cercle_app with check (((member_id = ( SELECT my_member() AS my_member)) AND (withdrawn_at IS NULL)))
consent: own for select to cercle_app using ((member_id = ( SELECT my_member() AS my_member)))
consent: take_back for update to cercle_app using (((member_id = ( SELECT my_member() AS my_member)) AND (withdrawn_at IS NULL))) with check ((withdrawn_at IS NOT NULL))
erasure: sweep for all to cercle_worker using (true)
group: read for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_am_active() AS i_am_active) AND ((NOT hidden) OR (id IN ( SELECT unnest(my_groups()) AS unnest)))))
group_member: invite for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (group_id IN ( SELECT g.id
   FROM "group" g))))
group_member: part for delete to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (group_id IN ( SELECT g.id
   FROM "group" g))))
group_member: read for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (group_id IN ( SELECT unnest(my_groups()) AS unnest))))
group_member: renew for update to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (group_id IN ( SELECT g.id
   FROM "group" g))))
help_request: ask for insert to cercle_app with check ((member_id = ( SELECT my_member() AS my_member)))
help_request: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
help_request: erase for delete to cercle_app using ((member_id = ( SELECT my_member() AS my_member)))
help_request: own for select to cercle_app using (((member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_am_verified() AS i_am_verified)))
help_request: sweep for all to cercle_worker using (true)
help_turn: read for select to cercle_app using ((help_id IN ( SELECT h.id
   FROM help_request h)))
help_turn: say for insert to cercle_app with check (((author_id = ( SELECT my_member() AS my_member)) AND (help_id IN ( SELECT h.id
   FROM help_request h))))
invitation: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
invitation: invite for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (invited_by = ( SELECT my_member() AS my_member)) AND (accepted_at IS NULL) AND (scope_group_id IS NULL)))
invitation: invite_own for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND (invited_by = ( SELECT my_member() AS my_member)) AND (scope_group_id = ( SELECT i_pivot() AS i_pivot)) AND (accepted_at IS NULL) AND (groups <@ ( SELECT my_groups() AS my_groups)) AND (spaces <@ ( SELECT my_spaces() AS my_spaces))))
invitation: link for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
invitation: own for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (invited_by = ( SELECT my_member() AS my_member)) AND (scope_group_id = ( SELECT i_pivot() AS i_pivot))))
invitation: sweep for all to cercle_worker using (true)
invitation: withdraw for update to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (accepted_at IS NULL)))
invitation: withdraw_own for update to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (invited_by = ( SELECT my_member() AS my_member)) AND (scope_group_id = ( SELECT i_pivot() AS i_pivot)) AND (accepted_at IS NULL)))
join_question: desk for all to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
join_question: read for select to cercle_anon, cercle_app, cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
join_request: answer for update to cercle_auth using (((community_id = ( SELECT my_community() AS my_community)) AND (status = ANY (ARRAY['waiting'::text, 'asked'::text])))) with check ((status = 'waiting'::text))
join_request: ask for insert to cercle_auth with check (((community_id = ( SELECT my_community() AS my_community)) AND (status = 'waiting'::text)))
join_request: decide for update to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (status = ANY (ARRAY['waiting'::text, 'asked'::text])))) with check ((status = ANY (ARRAY['asked'::text, 'refused'::text])))
join_request: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
join_request: link for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
join_request: retract for delete to cercle_auth using (((community_id = ( SELECT my_community() AS my_community)) AND (status = ANY (ARRAY['waiting'::text, 'asked'::text]))))
join_request: sweep for all to cercle_worker using (true)
login: auth for all to cercle_auth using (true) with check ((community_id = ( SELECT my_community() AS my_community)))
login: sweep for all to cercle_worker using (true)
mail_preference: own for all to cercle_app using ((member_id = ( SELECT my_member() AS my_member))) with check (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ((space_id IS NULL) OR (space_id IN ( SELECT unnest(my_spaces()) AS unnest)))))
mail_preference: tell for select to cercle_worker using (true)
mail_queue: answer for insert to cercle_auth with check ((community_id = ( SELECT my_community() AS my_community)))
mail_queue: queue for insert to cercle_anon, cercle_app with check ((community_id = ( SELECT my_community() AS my_community)))
mail_queue: send for all to cercle_worker using (true) with check (true)
mail_stop: send for all to cercle_worker using (true) with check (true)
member: auth for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
member: place for update to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
member: read for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (( SELECT i_am_active() AS i_am_active) OR (id = ( SELECT my_member() AS my_member)))))
member_fact: own for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member))))
member_help: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
member_help: own for all to cercle_app using ((member_id = ( SELECT my_member() AS my_member))) with check (((member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_accept('help_facts'::text) AS i_accept)))
member_profile: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
member_profile: own for all to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)))) with check (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_am_active() AS i_am_active)))
notification: own for all to cercle_app using ((member_id = ( SELECT my_member() AS my_member))) with check ((member_id = ( SELECT my_member() AS my_member)))
notification: tell for all to cercle_worker using (true) with check (true)
organisation: auth for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
organisation: read for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_am_active() AS i_am_active)))
passkey: added for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_facilitate() AS i_facilitate)))
passkey: auth for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
passkey: own for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_facilitate() AS i_facilitate)))
passkey: removed for delete to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_facilitate() AS i_facilitate)))
passkey: used for update to cercle_auth using ((community_id = ( SELECT my_community() AS my_community))) with check ((community_id = ( SELECT my_community() AS my_community)))
passkey_challenge: auth for all to cercle_auth using (((community_id = ( SELECT my_community() AS my_community)) AND (purpose <> 'add'::text))) with check (((community_id = ( SELECT my_community() AS my_community)) AND (purpose <> 'add'::text)))
passkey_challenge: own for all to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_facilitate() AS i_facilitate) AND (purpose = 'add'::text))) with check (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_facilitate() AS i_facilitate) AND (purpose = 'add'::text)))
passkey_challenge: sweep for all to cercle_worker using (true)
person: auth for select to cercle_auth using (true)
pivot: appoint for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (EXISTS ( SELECT
   FROM "group" g
  WHERE ((g.community_id = pivot.community_id) AND (g.id = pivot.group_id) AND (g.kind = ANY (ARRAY['workplace'::text, 'region'::text, 'sector'::text])))))))
pivot: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate) AND (EXISTS ( SELECT
   FROM "group" g
  WHERE ((g.community_id = pivot.community_id) AND (g.id = pivot.group_id))))))
pivot: dismiss for delete to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
pivot: own for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND (member_id = ( SELECT my_member() AS my_member)) AND (group_id = ( SELECT i_pivot() AS i_pivot))))
post: change for update to cercle_app using (((space_id IN ( SELECT unnest(my_spaces()) AS unnest)) AND (author_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_am_active() AS i_am_active)))
post: read for select to cercle_anon, cercle_app using ((space_id IN ( SELECT unnest(my_spaces()) AS unnest)))
post: sweep for all to cercle_worker using (true)
post: write for insert to cercle_app with check (((space_id IN ( SELECT unnest(my_spaces()) AS unnest)) AND (author_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_am_active() AS i_am_active)))
reaction: clear for delete to cercle_app using ((member_id = ( SELECT my_member() AS my_member)))
reaction: read for select to cercle_anon, cercle_app using ((space_id IN ( SELECT unnest(my_spaces()) AS unnest)))
reaction: sweep for all to cercle_worker using (true)
reaction: write for insert to cercle_app with check (((space_id IN ( SELECT unnest(my_spaces()) AS unnest)) AND (member_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_am_active() AS i_am_active)))
reading: own for all to cercle_app using ((member_id = ( SELECT my_member() AS my_member))) with check ((member_id = ( SELECT my_member() AS my_member)))
reading: sweep for all to cercle_worker using (true)
revision: clear for delete to cercle_app using ((( SELECT i_am_active() AS i_am_active) AND (EXISTS ( SELECT
   FROM post p
  WHERE ((p.community_id = revision.community_id) AND (p.id = revision.post_id) AND (p.author_id = ( SELECT my_member() AS my_member)))))))
revision: read for select to cercle_app using ((space_id IN ( SELECT unnest(my_spaces()) AS unnest)))
revision: sweep for all to cercle_worker using (true)
revision: write for insert to cercle_app with check (((space_id IN ( SELECT unnest(my_spaces()) AS unnest)) AND ( SELECT i_am_active() AS i_am_active) AND (EXISTS ( SELECT
   FROM post p
  WHERE ((p.community_id = revision.community_id) AND (p.id = revision.post_id) AND (p.author_id = ( SELECT my_member() AS my_member)))))))
session: auth for all to cercle_auth using ((community_id = ( SELECT my_community() AS my_community))) with check ((community_id = ( SELECT my_community() AS my_community)))
session: sweep for all to cercle_worker using (true)
sign_in_day: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
sign_in_day: sweep for all to cercle_worker using (true)
site: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
site: found for insert to cercle_app with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
site: read for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
site_assertion: auth for all to cercle_auth using ((community_id = ( SELECT my_community() AS my_community))) with check ((community_id = ( SELECT my_community() AS my_community)))
site_assertion: sweep for all to cercle_worker using (true)
site_attempt: auth for all to cercle_auth using ((community_id = ( SELECT my_community() AS my_community))) with check ((community_id = ( SELECT my_community() AS my_community)))
site_attempt: sweep for all to cercle_worker using (true)
site_font: read for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
site_key: auth for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
site_key: desk for all to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate))) with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
site_origin: desk for all to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate))) with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
site_origin: read for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
site_sighting: auth for all to cercle_auth using ((community_id = ( SELECT my_community() AS my_community))) with check ((community_id = ( SELECT my_community() AS my_community)))
site_sighting: desk for select to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
site_sighting: sweep for all to cercle_worker using (true)
site_subject: auth for all to cercle_auth using ((community_id = ( SELECT my_community() AS my_community))) with check ((community_id = ( SELECT my_community() AS my_community)))
site_trust: auth for select to cercle_auth using ((community_id = ( SELECT my_community() AS my_community)))
site_trust: desk for all to cercle_app using (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate))) with check (((community_id = ( SELECT my_community() AS my_community)) AND ( SELECT i_facilitate() AS i_facilitate)))
space: read for select to cercle_anon, cercle_app using ((id IN ( SELECT unnest(my_spaces()) AS unnest)))
space: sweep for select to cercle_worker using (true)
thread: change for update to cercle_app using (((space_id IN ( SELECT unnest(my_spaces()) AS unnest)) AND ( SELECT i_am_active() AS i_am_active) AND ((author_id = ( SELECT my_member() AS my_member)) OR ( SELECT i_facilitate() AS i_facilitate))))
thread: read for select to cercle_anon, cercle_app using ((space_id IN ( SELECT unnest(my_spaces()) AS unnest)))
thread: sweep for all to cercle_worker using (true)
thread: write for insert to cercle_app with check (((space_id IN ( SELECT unnest(my_spaces()) AS unnest)) AND (author_id = ( SELECT my_member() AS my_member)) AND ( SELECT i_am_active() AS i_am_active)))
withdrawal: own for all to cercle_app using ((author_id = ( SELECT my_member() AS my_member))) with check ((author_id = ( SELECT my_member() AS my_member)))
withdrawal: sweep for all to cercle_worker using (true)

-- Functions

accept_invitation(p_hash bytea, p_person uuid, p_member uuid, p_email text, p_name text, p_at timestamp with time zone) returns TABLE(invitation_id uuid, address text) volatile security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    declare i invitation; whose text; leads boolean; around "group"; is_new boolean; places uuid[]; her uuid;
    begin
      select * into i from invitation v where v.community_id = my_community() and v.token_hash = p_hash and v.accepted_at is null
        and v.withdrawn_at is null and v.expires_at > p_at for update;
      if not found or not takes_part(i.community_id, i.invited_by) then return; end if;
      leads := exists (select from member m where m.community_id = i.community_id and m.id = i.invited_by and m.facilitates);
      if not leads and (i.scope_group_id is null or pivot_of(i.community_id, i.invited_by) is distinct from i.scope_group_id) then return; end if;
      whose := coalesce(i.email, p_email);
      if whose is null then return; end if;
      update invitation v set accepted_at = p_at where v.community_id = i.community_id and v.id = i.id;
      places := i.groups;
      if i.scope_group_id is not null then
        select * into around from "group" g where g.community_id = i.community_id and g.id = i.scope_group_id;
        -- A link that somebody holds moves nobody who is a member already.
        is_new := not exists (select from member m join person p on p.id = m.person_id
          where m.community_id = i.community_id and p.email = whose and m.status <> 'pending');
        if not leads then
          places := array(select x.id from unnest(i.groups) as x(id) where x.id = any(groups_of(i.community_id, i.invited_by)));
        end if;
        places := places || around.id;
      end if;
      her := admit(i.invited_by, p_person, p_member, whose, p_name, case when is_new then around.organisation_id end, null, places, i.spaces, false, p_at);
      if her is not null and is_new and around.fact is not null then
        insert into member_fact (community_id, member_id, kind, value) values (i.community_id, her, around.kind, around.fact)
          on conflict (community_id, member_id, kind) do update set value = excluded.value;
      end if;
      return query select i.id, case when her is not null then whose end;
    end
activity_hash(p_previous bytea, a activity) returns bytea immutable set search_path=pg_catalog, public, pg_temp

      select sha256(p_previous || convert_to(concat_ws('|', a.seq, a.id, a.community_id, round(extract(epoch from a.at) * 1000), a.kind,
        coalesce(a.actor_id::text, '-'), coalesce(a.space_id::text, '-'), coalesce(a.thread_id::text, '-'), coalesce(a.subject_id::text, '-')), 'UTF8'))
address_language(p_address text) returns text stable security definer set search_path=pg_catalog, public, pg_temp

    begin return letter_language(my_community(), null, p_address); end
admit(p_by uuid, p_person uuid, p_member uuid, p_email text, p_name text, p_organisation uuid, p_region text, p_groups uuid[], p_spaces uuid[], p_returns boolean, p_at timestamp with time zone) returns uuid volatile security definer set search_path=pg_catalog, public, pg_temp

    declare here uuid := my_community(); who uuid; her member;
    begin
      insert into person (id, email, created_at) values (p_person, p_email, p_at) on conflict (email) do nothing;
      who := (select p.id from person p where p.email = p_email);
      insert into member (community_id, id, person_id, organisation_id, name, status, created_at)
        values (here, p_member, who, p_organisation, p_name, 'active', p_at) on conflict (community_id, person_id) do nothing;
      select * into her from member m where m.community_id = here and m.person_id = who for update;
      if her.status in ('suspended', 'removed') and not p_returns then return null; end if;
      -- an end that is still to come is taken away by who decides, never by a link that somebody holds
      update member m set status = 'active', expires_at = case when p_returns or m.status = 'pending' or m.expires_at <= p_at then null else m.expires_at end,
        organisation_id = case when p_returns or m.status = 'pending' then p_organisation else m.organisation_id end
        where m.community_id = here and m.id = her.id;
      if p_region is not null then
        insert into member_fact (community_id, member_id, kind, value) values (here, her.id, 'region', p_region)
          on conflict (community_id, member_id, kind) do update set value = excluded.value;
      end if;
      insert into group_member (community_id, group_id, member_id) select here, g.id, her.id from "group" g
        where g.community_id = here and g.id = any(p_groups) and g.organisation_id is null and g.fact is null
          and (not g.hidden or g.id = any(groups_of(here, p_by))) on conflict do nothing;
      insert into audience (community_id, id, space_id, member_id) select here, gen_random_uuid(), s.id, her.id from space s
        where s.community_id = here and s.level = 'restricted' and s.circle is null and s.id = any(spaces_of(here, p_by))
          and exists (select from space c where c.community_id = here and c.id = any(p_spaces) and (c.id = s.id or s.id = any(c.within)))
          and not exists (select from audience a where a.community_id = here and a.space_id = s.id and a.member_id = her.id);
      return her.id;
    end
answer_help(p_help uuid, p_settled boolean, p_now timestamp with time zone) returns TABLE(mail_to uuid) volatile security definer set search_path=pg_catalog, public, pg_temp

    declare who uuid;
    begin
      if not i_facilitate() then return; end if;
      update help_request h set waits = h.waits and p_settled is not null, word_at = case when p_settled is null then p_now else h.word_at end,
          answered_at = case when p_settled is null then p_now else h.answered_at end, seen_at = case when p_settled is null then null else h.seen_at end,
          settled_at = case when p_settled then coalesce(h.settled_at, p_now) when not p_settled then null else h.settled_at end
        where h.community_id = my_community() and h.id = p_help returning h.member_id into who;
      if who is null or p_settled is not null then return; end if;
      insert into notification as n (community_id, member_id, kind, target_id, since, at) values (my_community(), who, 'help', p_help, p_now, p_now)
        on conflict (community_id, member_id, kind, target_id) do update set at = p_now, read_at = null;
      return query select who where not exists (select from mail_preference g
        where g.community_id = my_community() and g.member_id = who and g.space_id is null and g.rhythm = 'never');
    end
approve_request(p_request uuid, p_person uuid, p_member uuid, p_organisation uuid, p_region text, p_groups uuid[], p_spaces uuid[], p_words jsonb, p_at timestamp with time zone) returns boolean volatile security definer set search_path=pg_catalog, public, pg_temp

    declare r join_request; her uuid;
    begin 
      if not i_facilitate() then return false; end if;
      select * into r from join_request q where q.community_id = my_community() and q.id = p_request and q.status in ('waiting', 'asked') for update;
      if not found then return false; end if;
      her := admit(my_member(), p_person, p_member, r.email, r.name, p_organisation, p_region, p_groups, p_spaces, true, p_at);
      if r.equipment <> '{}' or r.ease is not null or r.phone is not null then
        insert into consent (community_id, id, member_id, kind, words, given_at) values (r.community_id, r.id, her, 'help_facts', 1, r.created_at)
          on conflict do nothing;
        insert into member_help (community_id, member_id, equipment, ease, phone) values (r.community_id, her, r.equipment, r.ease, r.phone)
          on conflict (community_id, member_id) do update set equipment = excluded.equipment, ease = excluded.ease, phone = excluded.phone;
      end if; 
      update join_request q set status = 'approved', exchange = q.exchange || p_words, decided_at = p_at, decided_by = my_member()
        where q.community_id = r.community_id and q.id = r.id;
      return true;
    end
arrange_spaces(p_order uuid[]) returns boolean volatile security definer set search_path=pg_catalog, public, pg_temp

    declare mine uuid[];
    begin
      if not i_facilitate() then return false; end if;
      -- two who arrange at once do so one after the other
      perform from space s where s.community_id = my_community() and s.home_id is null order by s.id for no key update;
      mine := array(select s.id from space s where s.community_id = my_community() and s.home_id is null and s.id = any(my_spaces()));
      if cardinality(p_order) <> cardinality(mine) or not (p_order @> mine) then return false; end if;
      with listed as (select s.id, row_number() over (order by s.position, s.id)::integer as place from space s
          where s.community_id = my_community() and s.home_id is null),
        places as (select l.place, row_number() over (order by l.place) as nth from listed l where l.id = any(mine)),
        wanted as (select w.id, p.place from unnest(p_order) with ordinality w(id, nth) join places p on p.nth = w.nth)
      update space s set position = coalesce(w.place, l.place) from listed l left join wanted w on w.id = l.id
        where s.community_id = my_community() and s.id = l.id and s.position <> coalesce(w.place, l.place);
      return true;
    end
charter_space_names() returns TABLE(id uuid, slug text, name text) stable security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    begin return query select s.id, s.slug, s.name from space s where s.community_id = my_community() and s.id = any(my_charter_spaces()); end
charter_spaces(p_community uuid, p_member uuid) returns uuid[] stable security definer set search_path=pg_catalog, public, pg_temp

    begin
      if p_member is null or not takes_part(p_community, p_member) then return array[]::uuid[]; end if;
      return array(select c.space_id from charter c join space x on x.community_id = c.community_id and x.id = c.space_id
        where c.community_id = p_community and c.space_id is not null and (x.level = 'members' or x.level = 'restricted' and exists (
          select from audience a where a.community_id = p_community and a.space_id = x.id and (a.member_id = p_member or a.group_id in (
            select g.group_id from belonging g where g.community_id = p_community and g.member_id = p_member))))
        and (x.within = '{}' or x.within <@ spaces_of(p_community, p_member)));
    end
count_news(p_community uuid, p_member uuid, p_kind text, p_target uuid, p_thread uuid, p_since timestamp with time zone) returns bigint stable set search_path=pg_catalog, public, pg_temp

      select case p_kind
        when 'reply' then (select count(*) from post p where p.community_id = p_community and p.thread_id = p_thread and p.created_at >= p_since
          and p.id <> p.thread_id and p.author_id <> p_member and p.withdrawn_at is null and not p.gone and not exists (select from reading r
            where r.community_id = p_community and r.member_id = p_member and r.thread_id = p_thread and r.read_at > p.created_at))
        when 'thread' then (select count(*) from thread t join space s on s.community_id = t.community_id and s.id = t.space_id
          join post p on p.community_id = t.community_id and p.id = t.id
          where t.community_id = p_community and coalesce(s.home_id, s.id) = p_target and t.space_id = any(spaces_of(p_community, p_member))
            and t.created_at >= p_since and t.author_id <> p_member and not t.gone and p.withdrawn_at is null and not exists (select from reading r
              where r.community_id = p_community and r.member_id = p_member and r.thread_id = t.id))
        when 'reaction' then (select count(distinct r.member_id) from reaction r join post p on p.community_id = r.community_id and p.id = r.post_id
          where r.community_id = p_community and r.post_id = p_target and r.member_id <> p_member and p.withdrawn_at is null)
        when 'charter' then (select count(*) from charter c where c.community_id = p_community and c.version_id = p_target
          and (c.space_id is null or c.space_id = any(charter_spaces(p_community, p_member))) and not exists (select from charter_signature s
            where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null))
        else 1 end
count_waiting_help() returns integer volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      perform pg_advisory_xact_lock(hashtextextended(my_member()::text, 2106));
      return (select count(*) from help_request h
        where h.community_id = my_community() and h.member_id = my_member() and h.waits and h.settled_at is null);
    end
end_help_facts() returns trigger volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      update consent c set withdrawn_at = greatest(c.given_at, now())
        where c.community_id = new.community_id and c.member_id = new.id and c.kind = 'help_facts' and c.withdrawn_at is null;
      return null;
    end
end_site_sessions(p_site uuid, p_now timestamp with time zone) returns integer volatile security definer set search_path=pg_catalog, public, pg_temp

    declare ended integer;
    begin
      if not i_facilitate() then return 0; end if;
      update session set revoked_at = p_now where community_id = my_community() and site_id = p_site and by_site and revoked_at is null;
      get diagnostics ended = row_count;
      return ended;
    end
follow_help(p_help uuid, p_has_word boolean, p_now timestamp with time zone) returns boolean volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      if not i_am_verified() then return false; end if;
      update notification n set read_at = coalesce(n.read_at, p_now)
        where n.community_id = my_community() and n.member_id = my_member() and n.kind = 'help' and n.target_id = p_help;
      update help_request h set seen_at = p_now, waits = h.waits or p_has_word, word_at = case when p_has_word then p_now else h.word_at end,
          settled_at = case when p_has_word then null else h.settled_at end
        where h.community_id = my_community() and h.id = p_help and h.member_id = my_member();
      return found;
    end
follow_replies() returns trigger volatile security definer set search_path=pg_catalog, public, pg_temp

    declare p post := coalesce(new, old);
    begin
      if p.id = p.thread_id then return null; end if;
      -- Locked first: the count below then sees what a twin committed while we waited. Not « for update »: every foreign key to the thread
      -- holds its key, so two replies at once would wait for each other for ever.
      perform from thread t where t.community_id = p.community_id and t.id = p.thread_id for no key update;
      update thread t set reply_count = c.replies, last_activity_at = coalesce(greatest(c.last, t.created_at), t.created_at)
        from (select count(*) filter (where withdrawn_at is null) as replies, max(created_at) filter (where withdrawn_at is null) as last
          from post where community_id = p.community_id and thread_id = p.thread_id and id <> thread_id and not gone) c
        where t.community_id = p.community_id and t.id = p.thread_id;
      return null;
    end
follow_space() returns trigger volatile set search_path=pg_catalog, public, pg_temp

    begin
      if tg_table_name = 'audience' then
        new.within := coalesce((select s.within from space s where s.community_id = new.community_id and s.id = new.space_id), '{}');
        return new;
      end if;
      update audience a set within = new.within where a.community_id = new.community_id and a.space_id = new.id and a.within <> new.within;
      -- What is said to a few is kept no longer than what is said to all.
      update space c set retention_days = new.retention_days where c.community_id = new.community_id and c.circle is not null
        and c.within[cardinality(c.within)] = new.id and c.retention_days is distinct from new.retention_days;
      return null;
    end
found_group(p_id uuid, p_name text, p_kind text, p_hidden boolean, p_organisation uuid, p_fact text) returns boolean volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      if not i_facilitate() then return false; end if;
      insert into "group" (community_id, id, name, kind, hidden, organisation_id, fact)
        values (my_community(), p_id, p_name, p_kind, p_hidden, p_organisation, p_fact) on conflict do nothing;
      if not found then return false; end if;
      if p_hidden and p_organisation is null and p_fact is null then
        insert into group_member (community_id, group_id, member_id) values (my_community(), p_id, my_member());
      end if;
      return true;
    end
gather_news(p_community uuid, p_member uuid, p_mail uuid, p_now timestamp with time zone) returns TABLE(kind text, count integer) volatile security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    begin
      return query
        with told as (update notification n set mail_id = p_mail
            where n.community_id = p_community and n.member_id = p_member and n.read_at is null and n.mail_at <= p_now and (n.mail_id is null or n.mail_id = p_mail)
            returning n.kind, n.target_id, n.thread_id, n.since, n.at),
          near as (select told.*, case told.kind when 'thread' then told.target_id else coalesce(s.home_id, s.id) end as home_id from told
            left join thread t on t.community_id = p_community and t.id = told.thread_id left join space s on s.community_id = p_community and s.id = t.space_id
            where told.thread_id is null or not t.gone and t.space_id = any(spaces_of(p_community, p_member)) and not exists (select from reading r
              where r.community_id = p_community and r.member_id = p_member and r.thread_id = t.id and r.read_at > told.at)),
          wanted as (select near.* from near
            left join mail_preference g on g.community_id = p_community and g.member_id = p_member and g.space_id is null
            left join mail_preference o on o.community_id = p_community and o.member_id = p_member and o.space_id = near.home_id
            where coalesce(o.rhythm, g.rhythm, 'daily') <> 'never')
        select w.kind, sum(count_news(p_community, p_member, w.kind, w.target_id, w.thread_id, w.since))::integer from wanted w group by w.kind;
    end
groups_of(p_community uuid, p_member uuid) returns uuid[] stable security definer set search_path=pg_catalog, public, pg_temp

    begin return array(select distinct group_id from belonging where community_id = p_community and member_id = p_member and takes_part(p_community, p_member)); end
groups_within(p_space uuid) returns TABLE(group_id uuid, readers integer) stable security definer set search_path=pg_catalog, public, pg_temp

    begin
      if not i_am_active() or not (p_space = any(my_spaces())) then return; end if;
      return query select b.group_id, count(distinct b.member_id)::integer from readers_in(p_space) r
        join belonging b on b.community_id = my_community() and b.member_id = r
        join "group" g on g.community_id = b.community_id and g.id = b.group_id
        where not g.hidden or g.id = any(my_groups()) group by b.group_id;
    end
here_with_me() returns TABLE(region text, others integer) stable security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    begin
      if not i_am_active() then return; end if;
      return query with placed as (
          select m.id, coalesce(f.value, m.region) as region from present_member m
            left join member_fact f on f.community_id = m.community_id and f.member_id = m.id and f.kind = 'region'
            where m.community_id = my_community())
        select p.region, count(*)::integer from placed p join placed me on me.id = my_member() and me.region = p.region
          where p.id <> me.id and takes_part(my_community(), p.id) group by p.region;
    end
i_accept(p_kind text) returns boolean stable security definer set search_path=pg_catalog, public, pg_temp

    begin return exists (select from consent c where c.community_id = my_community() and c.member_id = my_member() and c.kind = p_kind and c.withdrawn_at is null); end
i_am_active() returns boolean stable security definer set search_path=pg_catalog, public, pg_temp

    begin return takes_part(my_community(), my_member()); end
i_am_in() returns boolean stable security definer set search_path=pg_catalog, public, pg_temp

    begin return exists (select from present_member m where m.community_id = my_community() and m.id = my_member()); end
i_am_verified() returns boolean stable set search_path=pg_catalog, public, pg_temp
 select coalesce(current_setting('cercle.verified', true), '') = '1'
i_facilitate() returns boolean stable security definer set search_path=pg_catalog, public, pg_temp

    begin return i_am_verified() and i_am_active() and exists (select from member where community_id = my_community() and id = my_member() and facilitates); end
i_pivot() returns uuid stable security definer set search_path=pg_catalog, public, pg_temp

    begin return case when i_am_verified() and i_am_active() then pivot_of(my_community(), my_member()) end; end
keep_charter_text() returns trigger volatile set search_path=pg_catalog, public, pg_temp

    begin raise exception 'a version of a charter never changes' using errcode = '42501'; end
keep_standing() returns trigger volatile set search_path=pg_catalog, public, pg_temp

    begin
      if current_user <> 'cercle_app' or (new.status, new.facilitates) is not distinct from (old.status, old.facilitates) then return new; end if;
      perform pg_advisory_xact_lock(hashtextextended(new.community_id::text, 2105));
      if old.status = 'pending' or new.status = 'pending' or new.id = my_member() or not i_facilitate() then
        raise exception 'this standing is not hers to change' using errcode = '42501';
      end if;
      return new;
    end
letter_language(p_community uuid, p_member uuid, p_address text) returns text stable security definer set search_path=pg_catalog, public, pg_temp

    begin return (select f.language from member m join person p on p.id = m.person_id
        join member_profile f on f.community_id = m.community_id and f.member_id = m.id
        where m.community_id = p_community and (m.id = p_member or p_member is null and p.email = lower(p_address))); end
live_rights(p_sessions uuid[], p_now timestamp with time zone) returns TABLE(session_id uuid, spaces uuid[]) stable security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    begin
      return query select s.id, case when not s.by_site or s.verified_until > p_now then spaces_of(s.community_id, s.member_id)
          else unrestricted(s.community_id, spaces_of(s.community_id, s.member_id)) end from session s
        join present_member m on m.community_id = s.community_id and m.id = s.member_id
        where s.id = any(p_sessions) and s.revoked_at is null and s.idle_expires_at > p_now and s.absolute_expires_at > p_now;
    end
mail_address(p_community uuid, p_member uuid, p_address text, p_space uuid, p_reach text, p_topic text) returns text stable security definer set search_path=pg_catalog, public, pg_temp

    declare found_address text;
    begin
      if p_member is null then
        if p_reach = 'address' then found_address := p_address; end if;
      elsif p_reach <> 'address' then
        select p.email into found_address from member m join person p on p.id = m.person_id
          where m.community_id = p_community and m.id = p_member and (p_reach <> 'facilitator' or m.facilitates)
            and exists (select from present_member x where x.community_id = p_community and x.id = p_member)
            and (p_reach <> 'reader' or takes_part(p_community, p_member))
            and (p_space is null or p_space = any(spaces_of(p_community, p_member)));
      end if;
      if exists (select from mail_stop s where s.community_id = p_community
        and s.address_hash = sha256(convert_to(lower(found_address), 'UTF8')) and s.topic in ('all', p_topic)) then return null; end if;
      return found_address;
    end
merge_space(p_space uuid, p_into uuid) returns integer volatile security definer set search_path=pg_catalog, public, pg_temp

    declare part space; whole space; prefix uuid[]; losing integer;
    begin
      select * into part from space s where s.community_id = my_community() and s.id = p_space and s.id = any(my_spaces()) and s.home_id is null;
      if not found then return null; end if;
      select * into whole from space s where s.community_id = my_community() and s.id = p_into and s.id = any(my_spaces()) and s.home_id is null;
      if not found or not i_facilitate() or p_space = p_into or p_space = any(whole.within) then return null; end if;
      losing := (select count(*) from (select readers_in(p_space) except select readers_in(p_into)) x);
      if losing > 0 or (part.level = 'public' and whole.level <> 'public') then return greatest(losing, 1); end if;
      prefix := whole.within || whole.id;
      -- What lay around it lies around it still.
      prefix := prefix || array(select x from unnest(part.within) x where x <> all(prefix));
      update space s set within = prefix || s.within[array_position(s.within, p_space):], home_id = case when s.home_id = p_space then p_into else s.home_id end
        where s.community_id = my_community() and p_space = any(s.within);
      update space s set within = prefix, home_id = p_into where s.community_id = my_community() and s.id = p_space;
      return 0;
    end
my_charter_spaces() returns uuid[] stable security definer set search_path=pg_catalog, public, pg_temp

    begin
      if i_am_verified() then return charter_spaces(my_community(), my_member()); end if;
      return unrestricted(my_community(), charter_spaces(my_community(), my_member()));
    end
my_community() returns uuid stable
 select nullif(current_setting('cercle.community', true), '')::uuid
my_groups() returns uuid[] stable security definer set search_path=pg_catalog, public, pg_temp

    begin return array(select x.id from unnest(groups_of(my_community(), my_member())) as x(id) where i_am_verified()
      or exists (select from "group" g where g.community_id = my_community() and g.id = x.id and not g.hidden)); end
my_member() returns uuid stable
 select nullif(current_setting('cercle.member', true), '')::uuid
my_spaces() returns uuid[] stable security definer set search_path=pg_catalog, public, pg_temp

    begin
      if my_member() is null or i_am_verified() then return spaces_of(my_community(), my_member()); end if;
      return unrestricted(my_community(), spaces_of(my_community(), my_member()));
    end
named_here() returns TABLE(names text[], others integer) stable security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    declare mine uuid[] := my_spaces(); willing uuid[]; around integer;
    begin
      if not i_am_active() then return; end if;
      -- of the first twenty who agreed: whoever comes later is among the others
      willing := array(select n.id from (
          select m.id, c.given_at from consent c join present_member m on m.community_id = c.community_id and m.id = c.member_id
            where c.community_id = my_community() and c.kind = 'named' and c.withdrawn_at is null and m.id <> my_member()
            order by c.given_at, c.id limit 20) n
        where takes_part(my_community(), n.id) and spaces_of(my_community(), n.id) && mine order by n.given_at, n.id limit 3);
      if willing = '{}' then return; end if;
      around := (select count(*) from present_member m where m.community_id = my_community() and m.id <> my_member() and takes_part(my_community(), m.id));
      return query select array(select split_part(btrim(m.name), ' ', 1) from member m join unnest(willing) with ordinality w(id, place) on w.id = m.id
          where m.community_id = my_community() order by w.place), around - cardinality(willing);
    end
note_erased_row() returns trigger volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      perform pg_advisory_xact_lock(7205433); -- the one of note_erasure
      insert into erasure (community_id, kind, id, at)
        values (old.community_id, tg_argv[0], old.id, coalesce(nullif(current_setting('cercle.now', true), '')::timestamptz, now()))
        on conflict do nothing;
      return null;
    end
note_erasure() returns trigger volatile security definer set search_path=pg_catalog, public, pg_temp

    declare what text; which uuid;
    begin
      if tg_table_name = 'thread' then
        what := 'thread'; which := old.id;
      elsif tg_table_name = 'post' and tg_op = 'DELETE' then
        -- What goes with its thread is told of with it.
        if exists (select from thread t where t.community_id = old.community_id and t.id = old.thread_id) then
          what := 'post'; which := old.id;
        end if;
      elsif tg_table_name = 'post' then
        -- A text that was withdrawn lies elsewhere, and can be put back.
        if not exists (select from withdrawal w where w.community_id = old.community_id and w.post_id = old.id) then
          what := 'text'; which := old.id;
        end if;
      elsif tg_table_name = 'withdrawal' then
        -- Unless it was put back, or goes with its post.
        if exists (select from post p where p.community_id = old.community_id and p.id = old.post_id and p.withdrawn_at is not null) then
          what := 'text'; which := old.post_id;
        end if;
      elsif exists (select from post p where p.community_id = old.community_id and p.id = old.post_id and p.withdrawn_at is null) then
        what := 'revision'; which := old.id;
      end if;
      if what is null then return null; end if;
      perform pg_advisory_xact_lock(7205433); -- numbers are then in the order of commits, and a reader's cursor misses none
      insert into erasure (community_id, kind, id, at)
        values (old.community_id, what, which, coalesce(nullif(current_setting('cercle.now', true), '')::timestamptz, now()))
        on conflict do nothing;
      return null;
    end
open_circle(p_id uuid, p_space uuid, p_groups uuid[], p_members uuid[]) returns uuid volatile security definer set search_path=pg_catalog, public, pg_temp

    declare around space; people uuid[] := p_members; said text; found_id uuid;
    begin
      select * into around from space s where s.community_id = my_community() and s.id = p_space and s.id = any(my_spaces());
      if not found or not i_am_active() or cardinality(p_groups) + cardinality(p_members) not between 1 and 20 then return null; end if;
      if exists (select from unnest(p_groups) as x(id) where not exists (select from "group" g
          where g.community_id = my_community() and g.id = x.id and (not g.hidden or g.id = any(my_groups()))))
        or exists (select from unnest(p_members) as x(id) where not exists (select from present_member m where m.community_id = my_community() and m.id = x.id))
        then return null; end if;
      -- She always reads what she writes.
      if not my_groups() && p_groups then people := people || my_member(); end if;
      said := encode(sha256(convert_to(p_space || ' ' || array_to_string(array(select distinct unnest(p_groups) order by 1), ' ')
        || ' and ' || array_to_string(array(select distinct unnest(people) order by 1), ' '), 'utf8')), 'hex');
      insert into space (community_id, id, slug, name, level, posting, retention_days, position, within, home_id, circle)
        values (my_community(), p_id, p_id, around.name, 'restricted', around.posting, around.retention_days, around.position,
          around.within || around.id, coalesce(around.home_id, around.id), said) on conflict do nothing returning id into found_id;
      if found_id is null then
        return (select s.id from space s where s.community_id = my_community() and s.circle = said);
      end if;
      insert into audience (community_id, id, space_id, group_id) select distinct my_community(), gen_random_uuid(), p_id, g.id from unnest(p_groups) as g(id) group by g.id;
      insert into audience (community_id, id, space_id, member_id) select my_community(), gen_random_uuid(), p_id, m.id from unnest(people) as m(id) group by m.id;
      return p_id;
    end
pivot_of(p_community uuid, p_member uuid) returns uuid stable security definer set search_path=pg_catalog, public, pg_temp

    begin return (select v.group_id from pivot v join "group" g on g.community_id = v.community_id and g.id = v.group_id
      left join organisation o on o.community_id = g.community_id and o.id = g.organisation_id
      where v.community_id = p_community and v.member_id = p_member and o.removed_at is null and takes_part(p_community, p_member)
        and (not g.hidden or g.id = any(groups_of(p_community, p_member)))); end
proved_since(p_session uuid, p_since timestamp with time zone) returns boolean stable security definer set search_path=pg_catalog, public, pg_temp

    begin
      return exists (select from session s where s.community_id = my_community() and s.id = p_session
        and s.member_id = my_member() and s.revoked_at is null and s.proved_at > p_since);
    end
readers_in(p_space uuid) returns SETOF uuid stable security definer set search_path=pg_catalog, public, pg_temp

    declare asked uuid := (select c.version_id from charter c where c.community_id = my_community() and c.space_id is null);
    begin
      return query
        with layers as materialized (
          select l.id, l.level, c.version_id from space s join space l on l.community_id = s.community_id and (l.id = s.id or l.id = any(s.within))
            left join charter c on c.community_id = l.community_id and c.space_id = l.id and l.level <> 'public'
            where s.community_id = my_community() and s.id = p_space and (l.level = 'restricted' or c.version_id is not null))
        select m.id from present_member m where m.community_id = my_community()
          and (asked is null or exists (select from charter_signature s
            where s.community_id = my_community() and s.member_id = m.id and s.version_id = asked and s.withdrawn_at is null))
          and not exists (select from layers l where
            l.level = 'restricted' and not exists (select from audience a where a.community_id = my_community() and a.space_id = l.id and (a.member_id = m.id
              or exists (select from belonging b where b.community_id = my_community() and b.group_id = a.group_id and b.member_id = m.id)))
            or l.version_id is not null and not exists (select from charter_signature s
              where s.community_id = my_community() and s.member_id = m.id and s.version_id = l.version_id and s.withdrawn_at is null));
    end
readers_of(p_spaces uuid[]) returns TABLE(space_id uuid, readers integer) stable security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    declare asked uuid := (select c.version_id from charter c where c.community_id = my_community() and c.space_id is null);
    begin
      if not i_am_active() then return; end if;
      return query
        with able as materialized (
          select m.id from present_member m where m.community_id = my_community() and (asked is null or m.id in (
            select s.member_id from charter_signature s where s.community_id = my_community() and s.version_id = asked and s.withdrawn_at is null))),
        mine as materialized (
          select s.id, s.level, s.within, c.version_id from space s left join charter c on c.community_id = s.community_id and c.space_id = s.id and s.level <> 'public'
            where s.community_id = my_community() and s.id = any(p_spaces) and s.id = any(my_spaces())),
        -- each space, and those around it, that ask more of a reader than to be a member
        strict as materialized (
          select mine.id as space_id, mine.id as layer, mine.level, mine.version_id from mine where mine.level = 'restricted' or mine.version_id is not null
          union all
          select mine.id, l.id, l.level, c.version_id from mine cross join unnest(mine.within) as x(id)
            join space l on l.community_id = my_community() and l.id = x.id
            left join charter c on c.community_id = l.community_id and c.space_id = l.id and l.level <> 'public'
            where l.level = 'restricted' or c.version_id is not null),
        layers as materialized (select distinct layer, level, version_id from strict),
        named as materialized (
          select layers.layer, a.group_id, a.member_id from layers join audience a on a.community_id = my_community() and a.space_id = layers.layer
            where layers.level = 'restricted'),
        belongs as materialized (
          select n.group_id, b.member_id from (select distinct group_id from named where group_id is not null) n
            cross join lateral (select b.member_id from belonging b where b.community_id = my_community() and b.group_id = n.group_id) b),
        invited as (
          select distinct named.layer, able.id as member_id from named left join belongs g on g.group_id = named.group_id
            join able on able.id = coalesce(named.member_id, g.member_id)
          union all select layers.layer, able.id from layers, able where layers.level <> 'restricted'),
        let_in as (
          select i.layer, i.member_id from invited i join layers on layers.layer = i.layer
            where layers.version_id is null or exists (select from charter_signature s where s.community_id = my_community()
              and s.member_id = i.member_id and s.version_id = layers.version_id and s.withdrawn_at is null)),
        counted as (
          select t.space_id, count(*)::integer as readers from (
            select s.space_id, i.member_id from strict s join let_in i on i.layer = s.layer group by s.space_id, i.member_id
              having count(*) = (select count(*) from strict n where n.space_id = s.space_id)) t
            group by t.space_id)
        select mine.id, case when exists (select from strict s where s.space_id = mine.id) then coalesce(counted.readers, 0)
            else (select count(*)::integer from able) end
          from mine left join counted on counted.space_id = mine.id;
    end
rename_space(p_space uuid, p_name text) returns boolean volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      update space s set name = p_name
        where s.community_id = my_community() and s.id = p_space and s.home_id is null and s.id = any(my_spaces()) and i_facilitate();
      return found;
    end
request_standing(p_requests uuid[]) returns TABLE(request_id uuid, status text) stable security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    begin
      if not i_facilitate() then return; end if;
      return query select q.id, m.status from join_request q join person p on p.email = q.email
        join member m on m.community_id = q.community_id and m.person_id = p.id
        where q.community_id = my_community() and q.id = any(p_requests);
    end
session_is_verified(p_community uuid, p_session uuid, p_now timestamp with time zone) returns boolean stable security definer set search_path=pg_catalog, public, pg_temp

    begin return exists (select from session s where s.community_id = p_community and s.id = p_session and (not s.by_site or s.verified_until > p_now)); end
session_viewer(p_access_hash bytea, p_site uuid, p_slug text, p_now timestamp with time zone) returns TABLE(community_id uuid, session_id uuid, member_id uuid, facilitates boolean, status text) stable security definer set search_path=pg_catalog, public, pg_temp

    #variable_conflict use_column
    begin
      return query select c.id, s.id, m.id, m.facilitates, case when m.status = 'active' and exists (
            select from charter h where h.community_id = c.id and h.space_id is null and not exists (
              select from charter_signature g where g.community_id = c.id and g.member_id = m.id and g.version_id = h.version_id and g.withdrawn_at is null))
          then 'unsigned' else m.status end from community c
        left join session s on s.access_hash = p_access_hash and s.community_id = c.id
          and s.site_id is not distinct from p_site and s.revoked_at is null and s.access_expires_at > p_now
        left join member m on m.community_id = s.community_id and m.id = s.member_id and m.status in ('active', 'pending')
          and (m.expires_at is null or m.expires_at > now())
          and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)
        where c.slug = p_slug;
    end
share_mail(p_community uuid, p_id uuid, p_now timestamp with time zone) returns void volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      insert into mail_queue (community_id, id, kind, member_id, space_id, topic, language, facts, created_at, due_at)
        select q.community_id, gen_random_uuid(), q.kind, m.id, q.space_id, q.topic, q.language, q.facts, q.created_at, q.due_at from mail_queue q
          join member m on m.community_id = q.community_id and m.facilitates
          join present_member x on x.community_id = m.community_id and x.id = m.id
          where q.community_id = p_community and q.id = p_id and q.outcome is null and q.member_id is null and q.address is null;
      update mail_queue set outcome = 'shared', settled_at = p_now, leased_until = null, facts = '{}' where community_id = p_community and id = p_id;
    end
show_organisation(p_shown boolean) returns void volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      update member set organisation_shown = p_shown where community_id = my_community() and id = my_member() and i_am_active();
    end
spaces_of(p_community uuid, p_member uuid) returns uuid[] stable security definer set search_path=pg_catalog, public, pg_temp

    declare
      closed uuid[]; -- spaces whose charter she has not signed, and the community's own id where it is that one
      her record;
      groups uuid[];
    begin
      if p_member is not null then
        closed := array(select coalesce(c.space_id, p_community) from charter c where c.community_id = p_community and not exists (
          select from charter_signature s where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null));
      end if;
      if p_member is not null and not (p_community = any(closed)) then
        select m.organisation_id, m.region, m.sector into her from present_member m where m.community_id = p_community and m.id = p_member;
      end if;
      if not found or p_member is null or p_community = any(closed) then
        return array(with open as materialized (select id, within from space where community_id = p_community and level <> 'restricted' and level = 'public')
          select id from open where within = '{}' or within <@ array(select id from open));
      end if;
      -- As in « belonging », which would look her up once more for each way into a group.
      groups := array(select g.group_id from group_member g where g.community_id = p_community and g.member_id = p_member and (g.expires_at is null or g.expires_at > now())
        union all select g.id from "group" g where g.community_id = p_community and (g.organisation_id is not null or g.fact is not null)
          and (g.organisation_id = her.organisation_id or g.fact = coalesce(
            (select f.value from member_fact f where f.community_id = p_community and f.member_id = p_member and f.kind = g.kind),
            case g.kind when 'region' then her.region else her.sector end)));
      -- No charter closes what is public. What lies within others is hers only if they all are.
      return array(with open as materialized (
          select id, within from space where community_id = p_community and level <> 'restricted' and (level = 'public' or id <> all(closed))
          union select a.space_id, a.within from audience a where a.community_id = p_community and a.group_id = any(groups) and a.space_id <> all(closed)
          union select a.space_id, a.within from audience a where a.community_id = p_community and a.member_id = p_member and a.space_id <> all(closed))
        select id from open where within = '{}' or within <@ array(select id from open));
    end
split_space(p_id uuid, p_space uuid, p_slug text, p_name text, p_groups uuid[], p_threads uuid[]) returns boolean volatile security definer set search_path=pg_catalog, public, pg_temp

    declare whole space;
    begin
      select * into whole from space s where s.community_id = my_community() and s.id = p_space and s.id = any(my_spaces()) and s.home_id is null;
      if not found or not i_facilitate() then return false; end if;
      if exists (select from unnest(p_groups) as x(id) where not exists (select from "group" g
          where g.community_id = my_community() and g.id = x.id and (not g.hidden or g.id = any(my_groups()))))
        or exists (select from unnest(p_threads) as x(id) where not exists (select from thread t
          where t.community_id = my_community() and t.id = x.id and t.space_id = p_space and not t.gone)) then return false; end if;
      insert into space (community_id, id, slug, name, level, posting, retention_days, position, within)
        values (my_community(), p_id, p_slug, p_name,
          case when cardinality(p_groups) > 0 then 'restricted' when whole.level = 'public' then 'public' else 'members' end,
          whole.posting, whole.retention_days, whole.position, whole.within || whole.id);
      insert into audience (community_id, id, space_id, group_id) select my_community(), gen_random_uuid(), p_id, g.id from unnest(p_groups) as g(id) group by g.id;
      update revision v set space_id = p_id from post p where p.community_id = v.community_id and p.id = v.post_id
        and v.community_id = my_community() and p.thread_id = any(p_threads);
      update reaction v set space_id = p_id from post p where p.community_id = v.community_id and p.id = v.post_id
        and v.community_id = my_community() and p.thread_id = any(p_threads);
      update post set space_id = p_id where community_id = my_community() and thread_id = any(p_threads);
      update thread set space_id = p_id where community_id = my_community() and id = any(p_threads);
      return true;
    end
stamp_activity(p_limit integer) returns TABLE(last_seq bigint, stamped integer) volatile security definer set search_path=pg_catalog, public, pg_temp

    declare head activity_head; a activity; total integer := 0;
    begin
      if not pg_try_advisory_xact_lock(7205432) then return; end if;
      select * into head from activity_head;
      for a in select * from activity where seq is null order by id limit p_limit loop
        head.seq := head.seq + 1;
        a.seq := head.seq;
        head.hash := activity_hash(head.hash, a);
        update activity set seq = head.seq, hash = head.hash where id = a.id;
        total := total + 1;
      end loop;
      if total > 0 then
        update activity_head set seq = head.seq, hash = head.hash;
        perform pg_notify('cercle_seq', head.seq::text);
      end if;
      return query select head.seq, total;
    end
stop_mail(p_key uuid, p_now timestamp with time zone) returns void volatile security definer set search_path=pg_catalog, public, pg_temp

    declare q mail_queue;
    begin
      select * into q from mail_queue where community_id = my_community() and stop_key = p_key and topic is not null;
      if q.topic = 'news' and q.member_id is not null then
        delete from mail_preference where community_id = q.community_id and member_id = q.member_id and space_id is not null;
        insert into mail_preference (community_id, member_id, rhythm) values (q.community_id, q.member_id, 'never')
          on conflict (community_id, member_id, space_id) do update set rhythm = 'never', days = '{}';
        return;
      end if;
      insert into mail_stop (community_id, address_hash, topic, reason, at)
        select q.community_id, coalesce(sha256(convert_to(lower(p.email), 'UTF8')), q.address_hash), q.topic, 'asked', p_now from (select 1) one
          left join member m on m.community_id = q.community_id and m.id = q.member_id left join person p on p.id = m.person_id
          where q.id is not null and (p.id is not null or q.address_hash is not null)
        on conflict do nothing;
    end
take_back_consent() returns trigger volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      if new.kind = 'help_facts' then
        delete from member_help h where h.community_id = new.community_id and h.member_id = new.member_id;
        update join_request q set equipment = '{}', ease = null, phone = null from member m join person p on p.id = m.person_id
          where m.community_id = new.community_id and m.id = new.member_id and q.community_id = m.community_id and q.email = p.email;
      end if;
      perform pg_advisory_xact_lock(7205433); -- numbers are then in the order of commits, and a reader's cursor misses none
      insert into erasure (community_id, kind, id, at) values (new.community_id, 'consent', new.id, new.withdrawn_at) on conflict do nothing;
      return null;
    end
take_first_step(p_step text, p_now timestamp with time zone) returns void volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      update member set
        first_steps = case when p_step = 'pass' or p_step = any(first_steps) then first_steps else first_steps || p_step end,
        welcomed_at = case when p_step = 'pass' then coalesce(welcomed_at, p_now) else welcomed_at end
        where community_id = my_community() and id = my_member() and i_am_active();
    end
take_name(p_name text) returns void volatile security definer set search_path=pg_catalog, public, pg_temp

    begin
      update member set name = p_name where community_id = my_community() and id = my_member() and i_am_active();
    end
take_notice(p_community uuid, p_kind text, p_actor uuid, p_space uuid, p_thread uuid, p_subject uuid, p_at timestamp with time zone) returns TABLE(member uuid, unplanned uuid) volatile security definer set search_path=pg_catalog, public, pg_temp

      insert into notification as n (community_id, member_id, kind, target_id, thread_id, since, at)
        select p_community, c.who, c.what, c.target, c.thread, c.first, p_at
          from whom_it_concerns(p_community, p_kind, p_actor, p_space, p_thread, p_subject, p_at) c
          join present_member m on m.community_id = p_community and m.id = c.who where c.who is distinct from p_actor
        on conflict (community_id, member_id, kind, target_id) do update set at = excluded.at, read_at = null, mail_id = null,
          since = case when n.read_at is null then n.since else excluded.since end,
          mail_at = case when n.read_at is null and n.mail_id is null then n.mail_at end
        returning member_id, case when mail_at is null then id end
takes_part(p_community uuid, p_member uuid) returns boolean stable security definer set search_path=pg_catalog, public, pg_temp

    begin return exists (select from present_member m where m.community_id = p_community and m.id = p_member
      and not exists (select from charter c where c.community_id = p_community and c.space_id is null and not exists (
        select from charter_signature s where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null))); end
unrestricted(p_community uuid, p_spaces uuid[]) returns uuid[] stable security definer set search_path=pg_catalog, public, pg_temp

    begin return array(select s.id from space s where s.community_id = p_community and s.id = any(p_spaces) and s.level <> 'restricted'
      and not exists (select from space a where a.community_id = p_community and a.id = any(s.within) and a.level = 'restricted')); end
who_helps() returns TABLE(member_id uuid, name text, availability text) stable security definer set search_path=pg_catalog, public, pg_temp

    begin
      if not i_am_active() then return; end if;
      return query select m.id, m.name, p.availability from member m
        join present_member x on x.community_id = m.community_id and x.id = m.id
        left join member_profile p on p.community_id = m.community_id and p.member_id = m.id
        where m.community_id = my_community() and m.facilitates order by m.created_at, m.name, m.id;
    end
who_reads(p_space uuid, p_groups uuid[], p_members uuid[]) returns TABLE(readers integer, members uuid[]) stable security definer set search_path=pg_catalog, public, pg_temp

    declare all_of uuid[]; hides boolean;
    begin
      if not i_am_active() or not (p_space = any(my_spaces())) or exists (select from unnest(p_groups) as x(id) where not exists (select from "group" g
        where g.community_id = my_community() and g.id = x.id and (not g.hidden or g.id = any(my_groups())))) then return; end if;
      all_of := array(select r from readers_in(p_space) r where cardinality(p_groups) + cardinality(p_members) = 0 or r = my_member() or r = any(p_members)
        or exists (select from belonging b where b.community_id = my_community() and b.member_id = r and b.group_id = any(p_groups)));
      hides := exists (select from "group" g where g.community_id = my_community() and g.hidden and (g.id = any(p_groups) or g.id in (
        select a.group_id from space s join audience a on a.community_id = s.community_id and (a.space_id = s.id or a.space_id = any(s.within))
          where s.community_id = my_community() and s.id = p_space)));
      return query select cardinality(all_of), case when not hides then all_of end;
    end
whom_it_concerns(p_community uuid, p_kind text, p_actor uuid, p_space uuid, p_thread uuid, p_subject uuid, p_at timestamp with time zone) returns TABLE(who uuid, what text, target uuid, thread uuid, first timestamp with time zone) stable set search_path=pg_catalog, public, pg_temp

      select w.who, 'reply', t.id, t.id, r.created_at from thread t join post r on r.community_id = t.community_id and r.id = p_subject
        cross join lateral (select t.author_id as who union select p.author_id from post p
          where p.community_id = t.community_id and p.thread_id = t.id and p.created_at <= r.created_at and p.withdrawn_at is null and not p.gone) w
        where p_kind = 'post.created' and t.community_id = p_community and t.id = p_thread and p_subject <> p_thread
      union all select m.id, 'thread', coalesce(s.home_id, s.id), null, t.created_at from thread t
        join space s on s.community_id = t.community_id and s.id = t.space_id
        join present_member m on m.community_id = t.community_id and t.space_id = any(spaces_of(t.community_id, m.id))
        where p_kind = 'thread.created' and t.community_id = p_community and t.id = p_thread and not t.gone
      union all select o.author_id, 'reaction', o.id, o.thread_id, p_at from post o
        where p_kind = 'reaction.changed' and o.community_id = p_community and o.id = p_subject and exists (
          select from reaction r where r.community_id = p_community and r.post_id = p_subject and r.member_id = p_actor)
      union all select m.id, 'charter', p_subject, null, p_at from member m
        where p_kind = 'charter.published' and m.community_id = p_community and (p_space is null or p_space = any(charter_spaces(p_community, m.id)))
      union all select p_subject, 'membership', p_subject, null, p_at where p_kind = 'member.placed'

-- Triggers

CREATE TRIGGER end_help_facts AFTER UPDATE OF status ON public.member FOR EACH ROW WHEN (((new.status = 'removed'::text) AND (old.status <> 'removed'::text))) EXECUTE FUNCTION end_help_facts()
CREATE TRIGGER follow_replies AFTER INSERT OR DELETE OR UPDATE OF withdrawn_at, gone ON public.post FOR EACH ROW EXECUTE FUNCTION follow_replies()
CREATE TRIGGER follow_space AFTER UPDATE OF within, retention_days ON public.space FOR EACH ROW EXECUTE FUNCTION follow_space()
CREATE TRIGGER follow_space BEFORE INSERT ON public.audience FOR EACH ROW EXECUTE FUNCTION follow_space()
CREATE TRIGGER keep_charter_text BEFORE UPDATE ON public.charter_version FOR EACH ROW EXECUTE FUNCTION keep_charter_text()
CREATE TRIGGER keep_standing BEFORE UPDATE OF status, facilitates ON public.member FOR EACH ROW EXECUTE FUNCTION keep_standing()
CREATE TRIGGER note_emptying AFTER UPDATE OF source ON public.post FOR EACH ROW WHEN (((old.source <> ''::text) AND (new.source = ''::text))) EXECUTE FUNCTION note_erasure()
CREATE TRIGGER note_erasure AFTER DELETE ON public.help_request FOR EACH ROW EXECUTE FUNCTION note_erased_row('help')
CREATE TRIGGER note_erasure AFTER DELETE ON public.passkey FOR EACH ROW EXECUTE FUNCTION note_erased_row('passkey')
CREATE TRIGGER note_erasure AFTER DELETE ON public.post FOR EACH ROW EXECUTE FUNCTION note_erasure()
CREATE TRIGGER note_erasure AFTER DELETE ON public.revision FOR EACH ROW EXECUTE FUNCTION note_erasure()
CREATE TRIGGER note_erasure AFTER DELETE ON public.thread FOR EACH ROW EXECUTE FUNCTION note_erasure()
CREATE TRIGGER note_erasure AFTER DELETE ON public.withdrawal FOR EACH ROW EXECUTE FUNCTION note_erasure()
CREATE TRIGGER note_erasure AFTER UPDATE OF withdrawn_at ON public.consent FOR EACH ROW WHEN (((old.withdrawn_at IS NULL) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION take_back_consent()

-- Grants

accept_invitation(): execute to cercle_auth
access_note: insert, select to cercle_app
access_note: delete, select to cercle_worker
activity: select to cercle_worker
activity.actor_id: insert to cercle_app
activity.actor_id: insert to cercle_auth
activity.at: insert to cercle_app
activity.at: insert to cercle_auth
activity.community_id: insert to cercle_app
activity.community_id: insert to cercle_auth
activity.kind: insert to cercle_app
activity.kind: insert to cercle_auth
activity.space_id: insert to cercle_app
activity.space_id: insert to cercle_auth
activity.subject_id: insert to cercle_app
activity.subject_id: insert to cercle_auth
activity.thread_id: insert to cercle_app
activity.thread_id: insert to cercle_auth
activity_cursor: select, update to cercle_worker
activity_head: select to cercle_worker
address_language(): execute to cercle_auth
answer_help(): execute to cercle_app
approve_request(): execute to cercle_app
arrange_spaces(): execute to cercle_app
audience: select to cercle_app
charter: insert, select to cercle_app
charter.version_id: update to cercle_app
charter_signature: insert, select to cercle_app
charter_signature.withdrawn_at: update to cercle_app
charter_space_names(): execute to cercle_app
charter_spaces(): execute to cercle_app
charter_version: insert, select to cercle_app
community: select to cercle_anon
community: select to cercle_app
community: select to cercle_auth
community: select to cercle_worker
community.accent: update to cercle_app
community.aims: update to cercle_app
community.contact: update to cercle_app
community.exit_url: update to cercle_app
community.greeting: update to cercle_app
community.indexable: update to cercle_app
community.name: update to cercle_app
community.reactions: update to cercle_app
community.scheme: update to cercle_app
community.vocabulary: update to cercle_app
consent: insert, select to cercle_app
consent.withdrawn_at: update to cercle_app
count_waiting_help(): execute to cercle_app
end_site_sessions(): execute to cercle_app
erasure: delete, select to cercle_worker
follow_help(): execute to cercle_app
found_group(): execute to cercle_app
gather_news(): execute to cercle_worker
group: select to cercle_app
group_member: delete, insert, select to cercle_app
group_member.expires_at: update to cercle_app
groups_of(): execute to cercle_app
groups_within(): execute to cercle_app
help_request: delete, select to cercle_app
help_request: delete, select to cercle_worker
help_request.asked_at: insert to cercle_app
help_request.community_id: insert to cercle_app
help_request.id: insert to cercle_app
help_request.member_id: insert to cercle_app
help_request.phone: insert to cercle_app
help_request.phone: update to cercle_worker
help_request.place: insert to cercle_app
help_request.text: insert to cercle_app
help_request.wants_call: insert to cercle_app
help_request.word_at: insert to cercle_app
help_turn: insert, select to cercle_app
here_with_me(): execute to cercle_app
i_accept(): execute to cercle_app
i_am_active(): execute to cercle_anon
i_am_active(): execute to cercle_app
i_am_in(): execute to cercle_app
i_am_verified(): execute to cercle_anon
i_am_verified(): execute to cercle_app
i_facilitate(): execute to cercle_anon
i_facilitate(): execute to cercle_app
i_pivot(): execute to cercle_app
invitation: insert, select to cercle_app
invitation: select to cercle_auth
invitation: delete, select to cercle_worker
invitation.token_hash: update to cercle_app
invitation.withdrawn_at: update to cercle_app
join_question: select to cercle_anon
join_question: delete, insert, select to cercle_app
join_question: select to cercle_auth
join_question.label: update to cercle_app
join_question.position: update to cercle_app
join_question.required: update to cercle_app
join_request: select to cercle_app
join_request: delete, insert, select to cercle_auth
join_request: delete, select to cercle_worker
join_request.asked_token_hash: update to cercle_app
join_request.decided_at: update to cercle_app
join_request.decided_by: update to cercle_app
join_request.exchange: update to cercle_app
join_request.exchange: update to cercle_auth
join_request.link_expires_at: update to cercle_app
join_request.status: update to cercle_app
join_request.status: update to cercle_auth
join_request.told_at: update to cercle_auth
letter_language(): execute to cercle_worker
live_rights(): execute to cercle_worker
login: insert, select, update to cercle_auth
login: delete, select to cercle_worker
mail_address(): execute to cercle_worker
mail_preference: delete, insert, select to cercle_app
mail_preference: select to cercle_worker
mail_preference.days: update to cercle_app
mail_preference.quiet_from: update to cercle_app
mail_preference.quiet_until: update to cercle_app
mail_preference.rhythm: update to cercle_app
mail_queue: delete, select, update to cercle_worker
mail_queue.address: insert to cercle_anon
mail_queue.address: insert to cercle_app
mail_queue.address: insert to cercle_auth
mail_queue.address: insert to cercle_worker
mail_queue.community_id: insert to cercle_anon
mail_queue.community_id: insert to cercle_app
mail_queue.community_id: insert to cercle_auth
mail_queue.community_id: insert to cercle_worker
mail_queue.created_at: insert to cercle_anon
mail_queue.created_at: insert to cercle_app
mail_queue.created_at: insert to cercle_auth
mail_queue.created_at: insert to cercle_worker
mail_queue.due_at: insert to cercle_anon
mail_queue.due_at: insert to cercle_app
mail_queue.due_at: insert to cercle_auth
mail_queue.due_at: insert to cercle_worker
mail_queue.facts: insert to cercle_anon
mail_queue.facts: insert to cercle_app
mail_queue.facts: insert to cercle_auth
mail_queue.facts: insert to cercle_worker
mail_queue.id: insert to cercle_anon
mail_queue.id: insert to cercle_app
mail_queue.id: insert to cercle_auth
mail_queue.id: insert to cercle_worker
mail_queue.kind: insert to cercle_anon
mail_queue.kind: insert to cercle_app
mail_queue.kind: insert to cercle_auth
mail_queue.kind: insert to cercle_worker
mail_queue.language: insert to cercle_anon
mail_queue.language: insert to cercle_app
mail_queue.language: insert to cercle_auth
mail_queue.language: insert to cercle_worker
mail_queue.member_id: insert to cercle_app
mail_queue.member_id: insert to cercle_auth
mail_queue.member_id: insert to cercle_worker
mail_queue.space_id: insert to cercle_anon
mail_queue.space_id: insert to cercle_app
mail_queue.space_id: insert to cercle_auth
mail_queue.space_id: insert to cercle_worker
mail_queue.topic: insert to cercle_anon
mail_queue.topic: insert to cercle_app
mail_queue.topic: insert to cercle_auth
mail_queue.topic: insert to cercle_worker
mail_stop: delete, insert, select to cercle_worker
member: select to cercle_app
member: select to cercle_auth
member.expires_at: update to cercle_app
member.facilitates: update to cercle_app
member.organisation_id: update to cercle_app
member.status: update to cercle_app
member_fact: select to cercle_app
member_help: insert, select to cercle_app
member_help.ease: update to cercle_app
member_help.equipment: update to cercle_app
member_help.phone: update to cercle_app
member_profile: insert, select to cercle_app
member_profile.availability: update to cercle_app
member_profile.language: update to cercle_app
merge_space(): execute to cercle_app
my_charter_spaces(): execute to cercle_app
my_community(): execute to cercle_anon
my_community(): execute to cercle_app
my_community(): execute to cercle_auth
my_community(): execute to cercle_worker
my_groups(): execute to cercle_anon
my_groups(): execute to cercle_app
my_member(): execute to cercle_anon
my_member(): execute to cercle_app
my_member(): execute to cercle_auth
my_member(): execute to cercle_worker
my_spaces(): execute to cercle_anon
my_spaces(): execute to cercle_app
named_here(): execute to cercle_app
notification: select to cercle_app
notification: delete, select, update to cercle_worker
notification.read_at: update to cercle_app
open_circle(): execute to cercle_app
organisation: select to cercle_app
organisation: select to cercle_auth
passkey: delete, insert, select to cercle_app
passkey: select to cercle_auth
passkey.counter: update to cercle_auth
passkey.used_at: update to cercle_auth
passkey_challenge: delete, insert, select to cercle_app
passkey_challenge: delete, insert, select to cercle_auth
passkey_challenge: delete, select to cercle_worker
person: select to cercle_auth
pivot: delete, insert, select to cercle_app
post: insert, select to cercle_app
post: delete, select to cercle_worker
post.body: select to cercle_anon
post.body: update to cercle_app
post.body: update to cercle_worker
post.community_id: select to cercle_anon
post.created_at: select to cercle_anon
post.edited_at: select to cercle_anon
post.edited_at: update to cercle_app
post.gone: select to cercle_anon
post.gone: update to cercle_app
post.id: select to cercle_anon
post.input_hash: update to cercle_worker
post.source: update to cercle_app
post.source: update to cercle_worker
post.space_id: select to cercle_anon
post.thread_id: select to cercle_anon
post.withdrawn_at: select to cercle_anon
post.withdrawn_at: update to cercle_app
post.withdrawn_at: update to cercle_worker
proved_since(): execute to cercle_app
reaction: delete, insert, select to cercle_app
reaction: delete, select to cercle_worker
reaction.community_id: select to cercle_anon
reaction.key: select to cercle_anon
reaction.post_id: select to cercle_anon
reaction.space_id: select to cercle_anon
readers_of(): execute to cercle_app
reading: insert, select to cercle_app
reading: delete, select to cercle_worker
reading.read_at: update to cercle_app
rename_space(): execute to cercle_app
request_standing(): execute to cercle_app
revision: delete, insert, select to cercle_app
revision: delete, select to cercle_worker
session: insert, select, update to cercle_auth
session: delete, select to cercle_worker
share_mail(): execute to cercle_worker
show_organisation(): execute to cercle_app
sign_in_day: select to cercle_app
sign_in_day: delete, insert, select to cercle_worker
site: select to cercle_app
site: select to cercle_auth
site.community_id: insert to cercle_app
site.id: insert to cercle_app
site.name: insert to cercle_app
site.organisation_id: insert to cercle_app
site_assertion: insert, select, update to cercle_auth
site_assertion: delete, select to cercle_worker
site_attempt: insert, select, update to cercle_auth
site_attempt: delete, select to cercle_worker
site_font: select to cercle_auth
site_key: delete, insert, select to cercle_app
site_key: select to cercle_auth
site_key.ends_at: update to cercle_app
site_origin: delete, insert, select to cercle_app
site_origin: select to cercle_auth
site_sighting: select to cercle_app
site_sighting: insert, select, update to cercle_auth
site_sighting: delete, select to cercle_worker
site_subject: insert, select, update to cercle_auth
site_trust: insert, select to cercle_app
site_trust: select to cercle_auth
site_trust.enabled: update to cercle_app
site_trust.issuer: update to cercle_app
site_trust.keys_url: update to cercle_app
space: select to cercle_anon
space: select to cercle_app
space: select to cercle_worker
spaces_of(): execute to cercle_anon
spaces_of(): execute to cercle_app
split_space(): execute to cercle_app
stamp_activity(): execute to cercle_worker
stop_mail(): execute to cercle_auth
take_first_step(): execute to cercle_app
take_name(): execute to cercle_app
take_notice(): execute to cercle_worker
thread: insert, select to cercle_app
thread: delete, select to cercle_worker
thread.community_id: select to cercle_anon
thread.created_at: select to cercle_anon
thread.excerpt: select to cercle_anon
thread.excerpt: update to cercle_app
thread.excerpt: update to cercle_worker
thread.gone: select to cercle_anon
thread.gone: update to cercle_app
thread.id: select to cercle_anon
thread.kind: select to cercle_anon
thread.last_activity_at: select to cercle_anon
thread.pinned_at: select to cercle_anon
thread.pinned_at: update to cercle_app
thread.reply_count: select to cercle_anon
thread.space_id: select to cercle_anon
thread.title: select to cercle_anon
thread.title: update to cercle_app
thread.title: update to cercle_worker
unrestricted(): execute to cercle_anon
unrestricted(): execute to cercle_app
who_helps(): execute to cercle_app
who_reads(): execute to cercle_app
withdrawal: delete, insert, select to cercle_app
withdrawal: delete, select to cercle_worker
