-- unit: members
-- Memberships that run at the end of the window: N0 + N1 - N2, counted on its own.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m CROSS JOIN params p
WHERE m.began_at < p.to_at AND (m.ended_at IS NULL OR m.ended_at >= p.to_at)
