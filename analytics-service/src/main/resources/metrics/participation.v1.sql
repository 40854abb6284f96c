-- unit: ratio
-- undefined: no-members
-- Of the people with a running membership in the window, how many did anything in it.
SELECT d.members AS numerator, p.members AS denominator, CAST(d.actions + p.memberships AS BIGINT) AS events
FROM (SELECT COUNT(DISTINCT member_id) AS members, COALESCE(SUM(counted), 0) AS actions FROM member_days) d
CROSS JOIN (SELECT COUNT(DISTINCT m.member_id) AS members, COUNT(*) AS memberships
            FROM memberships m
            WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at > from_at())) p
