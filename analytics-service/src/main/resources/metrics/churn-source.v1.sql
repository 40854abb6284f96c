-- unit: ratio
-- undefined: no-members-at-start
-- N2 / N0 as the source article has it: who joined and left inside the window counts too, so it can exceed one.
SELECT COALESCE(SUM(CASE WHEN m.ended_at >= from_at() AND m.ended_at < to_at() THEN 1 ELSE 0 END), 0) AS numerator,
       COALESCE(SUM(CASE WHEN m.began_at < from_at() AND (m.ended_at IS NULL OR m.ended_at >= from_at())
                         THEN 1 ELSE 0 END), 0) AS denominator
FROM memberships m
