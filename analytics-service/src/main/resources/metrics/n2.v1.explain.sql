SELECT m.ended_event AS event_id
FROM window_memberships m
WHERE m.ended = 1
