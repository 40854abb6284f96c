SELECT t.event_id AS event_id, t.currency AS currency
FROM terms t
WHERE t.term_start < to_at() AND t.term_end >= to_at()
