-- unit: ratio
-- undefined: no-members-at-start
-- Of the members at the start of the window, how many left in it, whether or not they came back: never above one.
SELECT COALESCE(SUM(CASE WHEN m.ended_at < p.to_at THEN 1 ELSE 0 END), 0) AS numerator, COUNT(*) AS denominator
FROM memberships m CROSS JOIN params p
WHERE m.began_at < p.from_at AND (m.ended_at IS NULL OR m.ended_at >= p.from_at)
