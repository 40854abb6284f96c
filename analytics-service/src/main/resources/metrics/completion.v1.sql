-- unit: ratio
-- undefined: nobody-had-time-yet
-- Of who enrolled in the window and had params.days since, how many completed the course within them.
SELECT COALESCE(SUM(CASE WHEN e.completed_at < add_days(e.enrolled_at, p.days) THEN 1 ELSE 0 END), 0) AS numerator,
       COUNT(*) AS denominator
FROM enrollments e CROSS JOIN params p
WHERE e.enrolled_at >= p.from_at AND e.enrolled_at < p.to_at AND add_days(e.enrolled_at, p.days) <= p.as_of
