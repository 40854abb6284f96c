-- unit: readings times stars per course
-- undefined: no-courses
-- Readings in the window times the mean of all stars, over all published courses, as the source article has it.
SELECT CAST((SELECT COUNT(*) FROM readings g
             WHERE g.read_at >= from_at() AND g.read_at < to_at()) AS DOUBLE)
       * COALESCE((SELECT AVG(CAST(r.stars AS DOUBLE)) FROM ratings r WHERE r.rated_at < to_at()),
                  CAST(0 AS DOUBLE)) AS numerator,
       (SELECT COUNT(*) FROM courses c WHERE c.published_at < to_at()) AS denominator
