SELECT m.began_event AS event_id
FROM memberships m
WHERE m.began_at >= from_at() AND m.began_at < to_at()
