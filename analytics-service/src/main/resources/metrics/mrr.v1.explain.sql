SELECT t.event_id AS event_id
FROM terms t CROSS JOIN params p
WHERE t.term_start < p.to_at AND t.term_end >= p.to_at
