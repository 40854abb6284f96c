SELECT a.event_id AS event_id
FROM member_actions a CROSS JOIN params p
WHERE a.happened_at >= p.from_at AND a.happened_at < p.to_at
UNION
SELECT m.began_event AS event_id
FROM memberships m CROSS JOIN params p
WHERE m.began_at < p.to_at AND (m.ended_at IS NULL OR m.ended_at > p.from_at)
