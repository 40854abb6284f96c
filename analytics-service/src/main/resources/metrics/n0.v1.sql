-- unit: members
-- Memberships that run into the window: begun before it, not ended before it.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m
WHERE m.began_at < from_at() AND (m.ended_at IS NULL OR m.ended_at >= from_at())
