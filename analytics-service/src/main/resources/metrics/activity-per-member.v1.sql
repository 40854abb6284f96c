-- unit: actions per member
-- undefined: no-members
-- Actions of members by members, who count by the share of the window in which their membership ran: both sides times the
-- seconds of the window, so that nothing is rounded.
SELECT CAST(d.actions * seconds_between(from_at(), to_at()) AS BIGINT) AS numerator,
       CAST(p.seconds AS BIGINT) AS denominator,
       CAST(d.actions + p.memberships AS BIGINT) AS events
FROM (SELECT COALESCE(SUM(counted), 0) AS actions FROM member_days) d
CROSS JOIN (SELECT COUNT(*) AS memberships,
                   COALESCE(SUM(seconds_between(GREATEST(m.began_at, from_at()),
                                                LEAST(COALESCE(m.ended_at, to_at()), to_at()))), 0) AS seconds
            FROM memberships m
            WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at > from_at())) p
