SELECT t.event_id AS event_id, t.currency AS currency
FROM terms t
WHERE t.term_start < LEAST(to_at(), as_of()) AND t.term_end >= LEAST(to_at(), as_of())
  AND (t.refunded_at IS NULL OR t.refunded_at >= LEAST(to_at(), as_of()))
