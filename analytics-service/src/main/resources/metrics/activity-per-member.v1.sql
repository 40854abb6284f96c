-- unit: actions per member
-- undefined: no-members
-- Actions of members by members, who count by the share of the window in which their membership ran.
SELECT (SELECT COUNT(*) FROM member_actions a CROSS JOIN params p
        WHERE a.happened_at >= p.from_at AND a.happened_at < p.to_at)
           AS numerator,
       (SELECT COALESCE(CAST(SUM(seconds_between(GREATEST(m.began_at, p.from_at),
                                                 LEAST(COALESCE(m.ended_at, p.to_at), p.to_at))) AS DOUBLE)
               / NULLIF(CAST(MAX(seconds_between(p.from_at, p.to_at)) AS DOUBLE), 0), CAST(0 AS DOUBLE))
        FROM memberships m CROSS JOIN params p
        WHERE m.began_at < p.to_at AND (m.ended_at IS NULL OR m.ended_at > p.from_at)) AS denominator
