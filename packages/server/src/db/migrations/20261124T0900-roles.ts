import { sql, type Kysely } from 'kysely'

/*
 * Roles belong to the cluster, not to the database: several databases may share them, so they are made if absent and never dropped.
 * cercle_app: a request of a member · cercle_anon: a request of a stranger · cercle_auth: sign-in and sessions · cercle_worker: housekeeping.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare wanted text;
    begin
      foreach wanted in array array['cercle_app', 'cercle_anon', 'cercle_auth', 'cercle_worker'] loop
        if not exists (select from pg_roles where rolname = wanted) then
          begin
            execute format('create role %I nologin noinherit nobypassrls', wanted);
          exception when duplicate_object or unique_violation then null; -- another database of the cluster was faster
          end;
        end if;
        execute format('grant %I to current_user', wanted);
        execute format('grant usage on schema public to %I', wanted);
      end loop;
    end $$;
    -- Functions are born executable by everybody.
    alter default privileges in schema public revoke execute on functions from public;
    revoke create on schema public from public;

    create function my_community() returns uuid language sql stable parallel safe as
      $$ select nullif(current_setting('cercle.community', true), '')::uuid $$;
    create function my_member() returns uuid language sql stable parallel safe as
      $$ select nullif(current_setting('cercle.member', true), '')::uuid $$;
    revoke execute on function my_community(), my_member() from public;
    grant execute on function my_community(), my_member() to cercle_app, cercle_anon, cercle_auth, cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function my_member();
    drop function my_community();
    alter default privileges in schema public grant execute on functions to public;
  `.execute(db)
}
