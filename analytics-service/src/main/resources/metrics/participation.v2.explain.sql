SELECT a.event_id AS event_id
FROM actions_of_members a
UNION ALL
SELECT m.began_event AS event_id
FROM window_memberships m
