-- unit: members
-- Memberships whose paid period ended in the window; the date of a cancellation does not count.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m CROSS JOIN params p
WHERE m.ended_at >= p.from_at AND m.ended_at < p.to_at
