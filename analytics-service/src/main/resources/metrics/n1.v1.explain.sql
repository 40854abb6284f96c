SELECT m.began_event AS event_id
FROM window_memberships m
WHERE m.opened = 0
