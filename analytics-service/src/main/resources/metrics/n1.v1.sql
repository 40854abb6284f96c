-- unit: members
-- Memberships that began in the window, those of returned members among them.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m
WHERE m.began_at >= from_at() AND m.began_at < to_at()
