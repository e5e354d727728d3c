-- What the lists of this feature ask, compiled. A test compares it: `vitest -u` writes it anew.

-- listThreads · all spaces · first page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and true and true
    order by x.last_activity_at desc, x.id desc limit $3) h
    where true order by h.last_activity_at desc, h.id desc limit $4) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · all spaces · first page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and true and true
    order by x.last_activity_at desc, x.id desc limit $3) h
    where true order by h.last_activity_at desc, h.id desc limit $4) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · all spaces · a later page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and true and (x.last_activity_at, x.id) < ($3, $4)
    order by x.last_activity_at desc, x.id desc limit $5) h
    where true order by h.last_activity_at desc, h.id desc limit $6) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · all spaces · a later page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and true and (x.last_activity_at, x.id) < ($3, $4)
    order by x.last_activity_at desc, x.id desc limit $5) h
    where true order by h.last_activity_at desc, h.id desc limit $6) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind · first page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and x.kind = $3 and true
    order by x.last_activity_at desc, x.id desc limit $4) h
    where true order by h.last_activity_at desc, h.id desc limit $5) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind · first page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and x.kind = $3 and true
    order by x.last_activity_at desc, x.id desc limit $4) h
    where true order by h.last_activity_at desc, h.id desc limit $5) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind · a later page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and x.kind = $3 and (x.last_activity_at, x.id) < ($4, $5)
    order by x.last_activity_at desc, x.id desc limit $6) h
    where true order by h.last_activity_at desc, h.id desc limit $7) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind · a later page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and (x.pinned_at is null or cardinality(mine.ids) > 1) and x.kind = $3 and (x.last_activity_at, x.id) < ($4, $5)
    order by x.last_activity_at desc, x.id desc limit $6) h
    where true order by h.last_activity_at desc, h.id desc limit $7) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one space · first page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and true and true
    order by x.last_activity_at desc, x.id desc limit $3) h
    where s.id = any($4::uuid[]) order by h.last_activity_at desc, h.id desc limit $5) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one space · first page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and true and true
    order by x.last_activity_at desc, x.id desc limit $3) h
    where s.id = any($4::uuid[]) order by h.last_activity_at desc, h.id desc limit $5) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one space · a later page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and true and (x.last_activity_at, x.id) < ($3, $4)
    order by x.last_activity_at desc, x.id desc limit $5) h
    where s.id = any($6::uuid[]) order by h.last_activity_at desc, h.id desc limit $7) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one space · a later page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and true and (x.last_activity_at, x.id) < ($3, $4)
    order by x.last_activity_at desc, x.id desc limit $5) h
    where s.id = any($6::uuid[]) order by h.last_activity_at desc, h.id desc limit $7) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind in one space · first page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and x.kind = $3 and true
    order by x.last_activity_at desc, x.id desc limit $4) h
    where s.id = any($5::uuid[]) order by h.last_activity_at desc, h.id desc limit $6) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind in one space · first page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and x.kind = $3 and true
    order by x.last_activity_at desc, x.id desc limit $4) h
    where s.id = any($5::uuid[]) order by h.last_activity_at desc, h.id desc limit $6) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind in one space · a later page · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and x.kind = $3 and (x.last_activity_at, x.id) < ($4, $5)
    order by x.last_activity_at desc, x.id desc limit $6) h
    where s.id = any($7::uuid[]) order by h.last_activity_at desc, h.id desc limit $8) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listThreads · one kind in one space · a later page · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select h.id, h.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and x.pinned_at is null and x.kind = $3 and (x.last_activity_at, x.id) < ($4, $5)
    order by x.last_activity_at desc, x.id desc limit $6) h
    where s.id = any($7::uuid[]) order by h.last_activity_at desc, h.id desc limit $8) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."last_activity_at" desc, "t"."id" desc;

-- listPinned · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select x.id, x.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    join thread x on x.space_id = any(mine.ids) where x.space_id = any($3::uuid[]) and x.pinned_at is not null and not x.gone and true
    order by x.pinned_at desc limit $4) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."pinned_at" desc;

-- listPinned · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select x.id, x.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    join thread x on x.space_id = any(mine.ids) where x.space_id = any($3::uuid[]) and x.pinned_at is not null and not x.gone and true
    order by x.pinned_at desc limit $4) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."pinned_at" desc;

-- listPinned · one kind · stranger, pending
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting" from (select x.id, x.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    join thread x on x.space_id = any(mine.ids) where x.space_id = any($3::uuid[]) and x.pinned_at is not null and not x.gone and x.kind = $4
    order by x.pinned_at desc limit $5) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."pinned_at" desc;

-- listPinned · one kind · member
select "t"."id", "t"."kind", "t"."title", "t"."excerpt", "t"."created_at" as "createdAt", "t"."last_activity_at" as "lastActivityAt", "t"."reply_count" as "replyCount", "t"."pinned_at" as "pinnedAt", "s"."id" as "spaceId", "s"."slug" as "spaceSlug", "s"."name" as "spaceName", "s"."level" as "spaceLevel", "h"."id" as "homeId", "h"."slug" as "homeSlug", "h"."name" as "homeName", "h"."level" as "homeLevel", "s"."posting" as "spacePosting", "t"."author_id" as "authorId" from (select x.id, x.community_id from (select (select spaces_of($1, $2))::uuid[] as ids) mine
    join thread x on x.space_id = any(mine.ids) where x.space_id = any($3::uuid[]) and x.pinned_at is not null and not x.gone and x.kind = $4
    order by x.pinned_at desc limit $5) as "k" inner join "thread" as "t" on "t"."community_id" = "k"."community_id" and "t"."id" = "k"."id" inner join "space" as "s" on "s"."community_id" = "t"."community_id" and "s"."id" = "t"."space_id" left join "space" as "h" on "h"."community_id" = "s"."community_id" and "h"."id" = "s"."home_id" order by "t"."pinned_at" desc;

-- listReplies · first page · stranger, pending
select "p"."id", "p"."thread_id" as "threadId", "p"."space_id" as "spaceId", "p"."body", "p"."created_at" as "createdAt", "p"."edited_at" as "editedAt", "p"."withdrawn_at" as "withdrawnAt" from "post" as "p" where "p"."community_id" = $1 and not p.gone and "p"."space_id" = any((select spaces_of($2, $3))::uuid[]) and "p"."thread_id" = $4 and "p"."id" <> $5 order by "p"."created_at", "p"."id" limit $6;

-- listReplies · first page · member
select "p"."id", "p"."thread_id" as "threadId", "p"."space_id" as "spaceId", "p"."body", "p"."created_at" as "createdAt", "p"."edited_at" as "editedAt", "p"."withdrawn_at" as "withdrawnAt", "p"."author_id" as "authorId", case when p.withdrawn_at is null then false else exists (
            select from withdrawal w where w.community_id = p.community_id and w.post_id = p.id and w.author_id = $1) end as "restorable" from "post" as "p" where "p"."community_id" = $2 and not p.gone and "p"."space_id" = any((select spaces_of($3, $4))::uuid[]) and "p"."thread_id" = $5 and "p"."id" <> $6 order by "p"."created_at", "p"."id" limit $7;

-- listReplies · a later page · stranger, pending
select "p"."id", "p"."thread_id" as "threadId", "p"."space_id" as "spaceId", "p"."body", "p"."created_at" as "createdAt", "p"."edited_at" as "editedAt", "p"."withdrawn_at" as "withdrawnAt" from "post" as "p" where "p"."community_id" = $1 and not p.gone and "p"."space_id" = any((select spaces_of($2, $3))::uuid[]) and "p"."thread_id" = $4 and "p"."id" <> $5 and (p.created_at, p.id) > ($6, $7) order by "p"."created_at", "p"."id" limit $8;

-- listReplies · a later page · member
select "p"."id", "p"."thread_id" as "threadId", "p"."space_id" as "spaceId", "p"."body", "p"."created_at" as "createdAt", "p"."edited_at" as "editedAt", "p"."withdrawn_at" as "withdrawnAt", "p"."author_id" as "authorId", case when p.withdrawn_at is null then false else exists (
            select from withdrawal w where w.community_id = p.community_id and w.post_id = p.id and w.author_id = $1) end as "restorable" from "post" as "p" where "p"."community_id" = $2 and not p.gone and "p"."space_id" = any((select spaces_of($3, $4))::uuid[]) and "p"."thread_id" = $5 and "p"."id" <> $6 and (p.created_at, p.id) > ($7, $8) order by "p"."created_at", "p"."id" limit $9;

-- listReactions · stranger
select "post_id" as "postId", "key", count(*)::integer as "count", false as "mine" from "reaction" where "community_id" = $1 and post_id = any($2::uuid[]) and "reaction"."space_id" = any((select spaces_of($3, $4))::uuid[]) group by "post_id", "key";

-- listReactions · pending, member
select "post_id" as "postId", "key", count(*)::integer as "count", bool_or(member_id = $1) as "mine" from "reaction" where "community_id" = $2 and post_id = any($3::uuid[]) and "reaction"."space_id" = any((select spaces_of($4, $5))::uuid[]) group by "post_id", "key";

-- listRevisions · stranger, pending, member
select "replaced_at" as "replacedAt", "title", "body" from "revision" where "community_id" = $1 and "post_id" = $2 and "revision"."space_id" = any((select spaces_of($3, $4))::uuid[]) order by "replaced_at" desc limit $5;
