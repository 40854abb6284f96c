-- unit: ratio
-- undefined: no-members
-- Of the people with a running membership in the window, how many did anything in it.
SELECT (SELECT COUNT(DISTINCT a.member_id) FROM member_actions a
        WHERE a.happened_at >= from_at() AND a.happened_at < to_at()) AS numerator,
       (SELECT COUNT(DISTINCT m.member_id) FROM memberships m
        WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at > from_at())) AS denominator
