SELECT m.began_event AS event_id
FROM memberships m
WHERE m.began_at < to_at() AND (m.ended_at IS NULL OR m.ended_at >= to_at())
