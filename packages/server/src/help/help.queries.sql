-- What the lists of this feature ask, compiled. A test compares it: `vitest -u` writes it anew.

-- listOwn · stranger, pending, member
select "h"."id", "h"."member_id" as "memberId", "h"."text", "h"."place", "h"."wants_call" as "call", "h"."phone", "h"."asked_at" as "askedAt", "h"."waits", "h"."answered_at" as "answeredAt", "h"."seen_at" as "seenAt", "h"."settled_at" as "settledAt" from "help_request" as "h" where "h"."community_id" = $1 and "h"."member_id" = $2 and $3 order by "h"."asked_at" desc, "h"."id" desc limit $4;

-- listTurns · stranger, pending, member
select "t"."id", "t"."help_id" as "helpId", "t"."author_id" as "authorId", "t"."text", "t"."at" from "help_turn" as "t" where "t"."community_id" = $1 and t.help_id = any($2::uuid[]) order by "t"."at", "t"."id";

-- listAtDesk · waiting · first page · stranger, pending, member
select "h"."id", "h"."member_id" as "memberId", "h"."text", "h"."place", "h"."wants_call" as "call", "h"."phone", "h"."asked_at" as "askedAt", "h"."waits", "h"."answered_at" as "answeredAt", "h"."seen_at" as "seenAt", "h"."settled_at" as "settledAt", "m"."name", "m"."status", "o"."name" as "organisation" from "help_request" as "h" inner join "member" as "m" on "m"."community_id" = "h"."community_id" and "m"."id" = "h"."member_id" left join "organisation" as "o" on "o"."community_id" = "m"."community_id" and "o"."id" = "m"."organisation_id" where "h"."community_id" = $1 and $2 and "h"."settled_at" is null and "h"."waits" = $3 order by "h"."asked_at", "h"."id" limit $4;

-- listAtDesk · settled · first page · stranger, pending, member
select "h"."id", "h"."member_id" as "memberId", "h"."text", "h"."place", "h"."wants_call" as "call", "h"."phone", "h"."asked_at" as "askedAt", "h"."waits", "h"."answered_at" as "answeredAt", "h"."seen_at" as "seenAt", "h"."settled_at" as "settledAt", "m"."name", "m"."status", "o"."name" as "organisation" from "help_request" as "h" inner join "member" as "m" on "m"."community_id" = "h"."community_id" and "m"."id" = "h"."member_id" left join "organisation" as "o" on "o"."community_id" = "m"."community_id" and "o"."id" = "m"."organisation_id" where "h"."community_id" = $1 and $2 and "h"."settled_at" is not null order by "h"."asked_at", "h"."id" limit $3;

-- listAtDesk · waiting · a later page · stranger, pending, member
select "h"."id", "h"."member_id" as "memberId", "h"."text", "h"."place", "h"."wants_call" as "call", "h"."phone", "h"."asked_at" as "askedAt", "h"."waits", "h"."answered_at" as "answeredAt", "h"."seen_at" as "seenAt", "h"."settled_at" as "settledAt", "m"."name", "m"."status", "o"."name" as "organisation" from "help_request" as "h" inner join "member" as "m" on "m"."community_id" = "h"."community_id" and "m"."id" = "h"."member_id" left join "organisation" as "o" on "o"."community_id" = "m"."community_id" and "o"."id" = "m"."organisation_id" where "h"."community_id" = $1 and $2 and "h"."settled_at" is null and "h"."waits" = $3 and (h.asked_at, h.id) > ($4, $5) order by "h"."asked_at", "h"."id" limit $6;

-- listAtDesk · settled · a later page · stranger, pending, member
select "h"."id", "h"."member_id" as "memberId", "h"."text", "h"."place", "h"."wants_call" as "call", "h"."phone", "h"."asked_at" as "askedAt", "h"."waits", "h"."answered_at" as "answeredAt", "h"."seen_at" as "seenAt", "h"."settled_at" as "settledAt", "m"."name", "m"."status", "o"."name" as "organisation" from "help_request" as "h" inner join "member" as "m" on "m"."community_id" = "h"."community_id" and "m"."id" = "h"."member_id" left join "organisation" as "o" on "o"."community_id" = "m"."community_id" and "o"."id" = "m"."organisation_id" where "h"."community_id" = $1 and $2 and "h"."settled_at" is not null and (h.asked_at, h.id) > ($3, $4) order by "h"."asked_at", "h"."id" limit $5;
