-- unit: actions per member
-- undefined: no-members
-- Actions of members by members, who count by the share of the window in which their membership ran.
SELECT (SELECT COUNT(*) FROM member_actions a
        WHERE a.happened_at >= from_at() AND a.happened_at < to_at())
           AS numerator,
       (SELECT COALESCE(CAST(SUM(seconds_between(GREATEST(m.began_at, from_at()),
                                                 LEAST(COALESCE(m.ended_at, to_at()), to_at()))) AS DOUBLE)
               / NULLIF(CAST(MAX(seconds_between(from_at(), to_at())) AS DOUBLE), 0), CAST(0 AS DOUBLE))
        FROM memberships m
        WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at > from_at())) AS denominator
