-- unit: members
-- Memberships that began in the window, those of returned members among them.
SELECT COUNT(*) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM window_memberships m
WHERE m.opened = 0
