SELECT m.began_event AS event_id
FROM memberships m
WHERE m.began_at < from_at() AND (m.ended_at IS NULL OR m.ended_at >= from_at())
UNION
SELECT m.ended_event AS event_id
FROM memberships m
WHERE m.ended_at >= from_at() AND m.ended_at < to_at()
