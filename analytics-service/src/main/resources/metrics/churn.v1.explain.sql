SELECT m.began_event AS event_id
FROM window_memberships m
WHERE m.opened = 1
UNION ALL
SELECT m.ended_event AS event_id
FROM window_memberships m
WHERE m.opened = 1 AND m.ended = 1
