SELECT c.event_id AS event_id FROM courses c WHERE c.published_at < to_at()
UNION ALL
SELECT r.event_id AS event_id FROM ratings r
WHERE r.rated_at < to_at()
  AND NOT EXISTS (SELECT 1 FROM refunded_buyers b WHERE b.member_id = r.member_id AND b.course_id = r.course_id)
UNION ALL
SELECT g.event_id AS event_id FROM readings g WHERE g.read_at >= from_at() AND g.read_at < to_at()
