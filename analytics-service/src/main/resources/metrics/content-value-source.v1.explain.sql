SELECT c.event_id AS event_id FROM courses c CROSS JOIN params p WHERE c.published_at < p.to_at
UNION
SELECT r.event_id AS event_id FROM ratings r CROSS JOIN params p WHERE r.rated_at < p.to_at
UNION
SELECT g.event_id AS event_id FROM readings g CROSS JOIN params p WHERE g.read_at >= p.from_at AND g.read_at < p.to_at
