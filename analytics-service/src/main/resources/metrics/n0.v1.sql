-- unit: members
-- Memberships that run into the window: begun before it, not ended before it.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m CROSS JOIN params p
WHERE m.began_at < p.from_at AND (m.ended_at IS NULL OR m.ended_at >= p.from_at)
