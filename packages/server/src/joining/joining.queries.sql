-- What the lists of this feature ask, compiled. A test compares it: `vitest -u` writes it anew.

-- listRequests · open · first page · stranger, pending, member
select "r"."id", "r"."name", "r"."email", "r"."organisation", "r"."role", "r"."region", "r"."reason", "r"."answers", "r"."equipment", "r"."ease", "r"."phone", "r"."status", "r"."exchange", "r"."created_at" as "createdAt", "r"."decided_at" as "decidedAt", "r"."decided_by" as "decidedBy" from "join_request" as "r" where "r"."community_id" = $1 and $2 and "r"."status" in ($3, $4) order by "r"."created_at" asc, "r"."id" asc limit $5;

-- listRequests · decided, who wants a call · first page · stranger, pending, member
select "r"."id", "r"."name", "r"."email", "r"."organisation", "r"."role", "r"."region", "r"."reason", "r"."answers", "r"."equipment", "r"."ease", "r"."phone", "r"."status", "r"."exchange", "r"."created_at" as "createdAt", "r"."decided_at" as "decidedAt", "r"."decided_by" as "decidedBy" from "join_request" as "r" where "r"."community_id" = $1 and $2 and "r"."status" in ($3, $4) and "r"."ease" = $5 order by "r"."created_at" desc, "r"."id" desc limit $6;

-- listInvitations · first page · stranger, pending, member
select "i"."id", "i"."email", "i"."invited_by" as "invitedBy", "i"."created_at" as "createdAt", "i"."expires_at" as "expiresAt", "i"."accepted_at" as "acceptedAt", "i"."withdrawn_at" as "withdrawnAt", "i"."groups" as "groupIds", "i"."spaces" as "spaceIds", array(select g.name from "group" g where g.community_id = i.community_id and g.id = any(i.groups)
        and (not "g"."hidden" or "g"."id" = any((select groups_of($1, $2))::uuid[])) order by g.name) as "groups", array(select s.name from space s where s.community_id = i.community_id and s.id = any(i.spaces)
        and s.id = any((select spaces_of($3, $4))::uuid[]) order by s.position) as "spaces" from "invitation" as "i" where "i"."community_id" = $5 and $6 order by "i"."created_at" desc, "i"."id" desc limit $7;

-- listInvitations · of a pivot · first page · stranger, pending, member
select "i"."id", "i"."email", "i"."invited_by" as "invitedBy", "i"."created_at" as "createdAt", "i"."expires_at" as "expiresAt", "i"."accepted_at" as "acceptedAt", "i"."withdrawn_at" as "withdrawnAt", "i"."groups" as "groupIds", "i"."spaces" as "spaceIds", array(select g.name from "group" g where g.community_id = i.community_id and g.id = any(i.groups)
        and (not "g"."hidden" or "g"."id" = any((select groups_of($1, $2))::uuid[])) order by g.name) as "groups", array(select s.name from space s where s.community_id = i.community_id and s.id = any(i.spaces)
        and s.id = any((select spaces_of($3, $4))::uuid[]) order by s.position) as "spaces" from "invitation" as "i" where "i"."community_id" = $5 and "i"."invited_by" = $6 and "i"."scope_group_id" = $7 order by "i"."created_at" desc, "i"."id" desc limit $8;

-- listRequests · open · a later page · stranger, pending, member
select "r"."id", "r"."name", "r"."email", "r"."organisation", "r"."role", "r"."region", "r"."reason", "r"."answers", "r"."equipment", "r"."ease", "r"."phone", "r"."status", "r"."exchange", "r"."created_at" as "createdAt", "r"."decided_at" as "decidedAt", "r"."decided_by" as "decidedBy" from "join_request" as "r" where "r"."community_id" = $1 and $2 and "r"."status" in ($3, $4) and (r.created_at, r.id) > ($5, $6) order by "r"."created_at" asc, "r"."id" asc limit $7;

-- listRequests · decided, who wants a call · a later page · stranger, pending, member
select "r"."id", "r"."name", "r"."email", "r"."organisation", "r"."role", "r"."region", "r"."reason", "r"."answers", "r"."equipment", "r"."ease", "r"."phone", "r"."status", "r"."exchange", "r"."created_at" as "createdAt", "r"."decided_at" as "decidedAt", "r"."decided_by" as "decidedBy" from "join_request" as "r" where "r"."community_id" = $1 and $2 and "r"."status" in ($3, $4) and "r"."ease" = $5 and (r.created_at, r.id) < ($6, $7) order by "r"."created_at" desc, "r"."id" desc limit $8;

-- listInvitations · a later page · stranger, pending, member
select "i"."id", "i"."email", "i"."invited_by" as "invitedBy", "i"."created_at" as "createdAt", "i"."expires_at" as "expiresAt", "i"."accepted_at" as "acceptedAt", "i"."withdrawn_at" as "withdrawnAt", "i"."groups" as "groupIds", "i"."spaces" as "spaceIds", array(select g.name from "group" g where g.community_id = i.community_id and g.id = any(i.groups)
        and (not "g"."hidden" or "g"."id" = any((select groups_of($1, $2))::uuid[])) order by g.name) as "groups", array(select s.name from space s where s.community_id = i.community_id and s.id = any(i.spaces)
        and s.id = any((select spaces_of($3, $4))::uuid[]) order by s.position) as "spaces" from "invitation" as "i" where "i"."community_id" = $5 and $6 and (i.created_at, i.id) < ($7, $8) order by "i"."created_at" desc, "i"."id" desc limit $9;

-- listInvitations · of a pivot · a later page · stranger, pending, member
select "i"."id", "i"."email", "i"."invited_by" as "invitedBy", "i"."created_at" as "createdAt", "i"."expires_at" as "expiresAt", "i"."accepted_at" as "acceptedAt", "i"."withdrawn_at" as "withdrawnAt", "i"."groups" as "groupIds", "i"."spaces" as "spaceIds", array(select g.name from "group" g where g.community_id = i.community_id and g.id = any(i.groups)
        and (not "g"."hidden" or "g"."id" = any((select groups_of($1, $2))::uuid[])) order by g.name) as "groups", array(select s.name from space s where s.community_id = i.community_id and s.id = any(i.spaces)
        and s.id = any((select spaces_of($3, $4))::uuid[]) order by s.position) as "spaces" from "invitation" as "i" where "i"."community_id" = $5 and "i"."invited_by" = $6 and "i"."scope_group_id" = $7 and (i.created_at, i.id) < ($8, $9) order by "i"."created_at" desc, "i"."id" desc limit $10;
