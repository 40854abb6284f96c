-- unit: members
-- Distinct people with a running membership at any time of the window; a bought course alone makes no member.
SELECT COUNT(DISTINCT m.member_id) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM memberships m
WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at > from_at())
