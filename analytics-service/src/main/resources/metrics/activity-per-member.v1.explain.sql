SELECT a.event_id AS event_id
FROM member_actions a
UNION ALL
SELECT m.began_event AS event_id
FROM memberships m
WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at > from_at())
