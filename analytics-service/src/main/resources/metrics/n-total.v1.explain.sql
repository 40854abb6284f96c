SELECT m.began_event AS event_id
FROM memberships m CROSS JOIN params p
WHERE m.began_at < p.to_at AND (m.ended_at IS NULL OR m.ended_at >= p.to_at)
