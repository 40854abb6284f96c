-- unit: members
-- Memberships that run into the window: begun before it, not ended before it.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM window_memberships m
WHERE m.opened = 1
