-- unit: members
-- Memberships that run at the end of the window: N0 + N1 - N2, counted on its own.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m
WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at >= to_at())
