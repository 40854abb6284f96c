-- unit: members
-- Memberships that run at the end of the window: N0 + N1 - N2, counted on its own.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM window_memberships m
WHERE m.ended = 0
