-- What the lists of this feature ask, compiled. A test compares it: `vitest -u` writes it anew.

-- listSpaces · stranger, pending, member
select "id", "slug", "name", "level", "posting", "retention_days" as "retentionDays" from "space" where "community_id" = $1 and "home_id" is null and id = any((select spaces_of($2, $3))::uuid[]) order by "position", "id";

-- countReaders · stranger, pending, member
select space_id, readers from readers_of($1::uuid[]);

-- listAudienceGroups · stranger, pending, member
select "a"."space_id" as "spaceId", "g"."name" from "audience" as "a" inner join "group" as "g" on "g"."community_id" = "a"."community_id" and "g"."id" = "a"."group_id" where "a"."community_id" = $1 and a.space_id = any($2::uuid[]) and a.space_id = any((select spaces_of($3, $4))::uuid[]) and (not "g"."hidden" or "g"."id" = any((select groups_of($5, $6))::uuid[])) order by "g"."name";
