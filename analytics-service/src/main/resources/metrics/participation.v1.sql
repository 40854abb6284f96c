-- unit: ratio
-- undefined: no-members
-- Of the people with a running membership in the window, how many did anything in it.
SELECT (SELECT COUNT(DISTINCT a.member_id) FROM member_actions a CROSS JOIN params p
        WHERE a.happened_at >= p.from_at AND a.happened_at < p.to_at) AS numerator,
       (SELECT COUNT(DISTINCT m.member_id) FROM memberships m CROSS JOIN params p
        WHERE m.began_at < p.to_at AND (m.ended_at IS NULL OR m.ended_at > p.from_at)) AS denominator
