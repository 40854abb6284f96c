-- unit: members
-- Distinct people whose membership ran into the window or began in it; a bought course alone makes no member.
SELECT COUNT(DISTINCT m.member_id) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM window_memberships m
