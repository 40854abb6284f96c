SELECT e.event_id AS event_id
FROM enrollments e CROSS JOIN params p
WHERE e.enrolled_at >= p.from_at AND e.enrolled_at < p.to_at AND add_days(e.enrolled_at, p.days) <= p.as_of
UNION
SELECT e.completed_event AS event_id
FROM enrollments e CROSS JOIN params p
WHERE e.enrolled_at >= p.from_at AND e.enrolled_at < p.to_at AND add_days(e.enrolled_at, p.days) <= p.as_of
  AND e.completed_at < add_days(e.enrolled_at, p.days)
