-- unit: ratio
-- undefined: nobody-had-time-yet
-- Of who enrolled in the window and had waited_days() since, how many completed the course within them. Who got the money
-- back within them is left out.
SELECT COALESCE(SUM(CASE WHEN e.completed_at < add_days(e.enrolled_at, waited_days()) THEN 1 ELSE 0 END), 0) AS numerator,
       COUNT(*) AS denominator
FROM enrollments e
WHERE e.enrolled_at >= from_at() AND e.enrolled_at < to_at() AND add_days(e.enrolled_at, waited_days()) <= as_of()
  AND NOT EXISTS (SELECT 1 FROM refunded_enrollments r WHERE r.enrollment_id = e.enrollment_id)
