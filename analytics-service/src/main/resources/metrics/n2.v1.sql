-- unit: members
-- Memberships whose paid period ended in the window; the date of a cancellation does not count.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM window_memberships m
WHERE m.ended = 1
