-- unit: ratio
-- undefined: no-members-at-start
-- Of the members at the start of the window, how many left in it, whether or not they came back: never above one.
SELECT COALESCE(SUM(CASE WHEN m.ended_at < to_at() THEN 1 ELSE 0 END), 0) AS numerator, COUNT(*) AS denominator
FROM memberships m
WHERE m.began_at < from_at() AND (m.ended_at IS NULL OR m.ended_at >= from_at())
