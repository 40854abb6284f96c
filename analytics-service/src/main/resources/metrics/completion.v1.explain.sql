SELECT e.event_id AS event_id
FROM enrollments e
WHERE e.enrolled_at >= from_at() AND e.enrolled_at < to_at() AND add_days(e.enrolled_at, waited_days()) <= as_of()
UNION ALL
SELECT e.completed_event AS event_id
FROM enrollments e
WHERE e.enrolled_at >= from_at() AND e.enrolled_at < to_at() AND add_days(e.enrolled_at, waited_days()) <= as_of()
  AND e.completed_at < add_days(e.enrolled_at, waited_days())
