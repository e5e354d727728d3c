import { sql, type Kysely } from 'kysely'

/** A stranger asks and answers through the role of sign-in; of requests and invitations only who facilitates reads at the desk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy read on join_question for select to cercle_app, cercle_anon, cercle_auth using (community_id = (select my_community()));
    create policy ask on join_request for insert to cercle_auth with check (community_id = (select my_community()) and status = 'waiting');
    create policy link on join_request for select to cercle_auth using (community_id = (select my_community()));
    create policy answer on join_request for update to cercle_auth using (community_id = (select my_community()) and status in ('waiting', 'asked')) with check (status = 'waiting');
    create policy retract on join_request for delete to cercle_auth using (community_id = (select my_community()) and status in ('waiting', 'asked'));
    create policy desk on join_request for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    create policy decide on join_request for update to cercle_app
      using (community_id = (select my_community()) and (select i_facilitate()) and status in ('waiting', 'asked')) with check (status in ('asked', 'refused'));
    create policy link on invitation for select to cercle_auth using (community_id = (select my_community()));
    create policy desk on invitation for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    create policy invite on invitation for insert to cercle_app
      with check (community_id = (select my_community()) and (select i_facilitate()) and invited_by = (select my_member()) and accepted_at is null);
    create policy withdraw on invitation for update to cercle_app using (community_id = (select my_community()) and (select i_facilitate()) and accepted_at is null);
    grant select on join_question to cercle_app, cercle_anon, cercle_auth;
    grant select, insert, delete, update (status, exchange, told_at) on join_request to cercle_auth;
    grant select, update (status, exchange, asked_token_hash, link_expires_at, decided_at, decided_by) on join_request to cercle_app;
    grant select on invitation to cercle_auth;
    grant select, insert, update (withdrawn_at, token_hash) on invitation to cercle_app;
    create policy sweep on join_request for all to cercle_worker using (true);
    create policy sweep on invitation for all to cercle_worker using (true);
    grant select, delete on join_request, invitation to cercle_worker;
    -- What a stranger does here is answered by mail.
    create policy answer on mail_queue for insert to cercle_auth with check (community_id = (select my_community()));
    grant insert (community_id, id, kind, member_id, address, space_id, topic, language, facts, created_at, due_at) on mail_queue to cercle_auth;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke insert (community_id, id, kind, member_id, address, space_id, topic, language, facts, created_at, due_at) on mail_queue from cercle_auth;
    drop policy answer on mail_queue;
    drop policy sweep on invitation; drop policy withdraw on invitation; drop policy invite on invitation; drop policy desk on invitation; drop policy link on invitation;
    drop policy sweep on join_request; drop policy decide on join_request; drop policy desk on join_request; drop policy retract on join_request;
    drop policy answer on join_request; drop policy link on join_request; drop policy ask on join_request; drop policy read on join_question;
  `.execute(db)
}
