-- unit: members
-- Memberships whose paid period ended in the window; the date of a cancellation does not count.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m
WHERE m.ended_at >= from_at() AND m.ended_at < to_at()
