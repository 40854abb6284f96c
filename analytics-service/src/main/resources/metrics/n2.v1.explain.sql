SELECT m.ended_event AS event_id
FROM memberships m
WHERE m.ended_at >= from_at() AND m.ended_at < to_at()
