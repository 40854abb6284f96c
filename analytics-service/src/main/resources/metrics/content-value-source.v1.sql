-- unit: readings times stars per course
-- undefined: no-courses
-- Readings in the window times the mean of all stars, over all published courses, as the source article has it.
SELECT (SELECT COUNT(*) FROM readings g
        WHERE g.read_at >= from_at() AND g.read_at < to_at()) * COALESCE(r.stars, 0) AS numerator,
       GREATEST(r.n, 1) AS divisor,
       (SELECT COUNT(*) FROM courses c WHERE c.published_at < to_at()) AS denominator
FROM (SELECT COUNT(*) AS n, CAST(SUM(r.stars) AS BIGINT) AS stars FROM ratings r WHERE r.rated_at < to_at()) r
