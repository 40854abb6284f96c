-- unit: members
-- Memberships that began in the window, those of returned members among them.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m CROSS JOIN params p
WHERE m.began_at >= p.from_at AND m.began_at < p.to_at
