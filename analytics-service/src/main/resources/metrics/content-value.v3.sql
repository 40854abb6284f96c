-- unit: readers times stars per course
-- undefined: no-courses
-- The mean over published courses of readers in the window times rating. A rating leans to the mean of all by the
-- weight of 5 ratings; a course without ratings has that mean, and where nothing was rated it is 3. Ratings by who got the
-- money for the course back do not count, nor does what staff rates and reads.
WITH rated AS (
  SELECT course_id, COUNT(*) AS n, SUM(stars) AS stars
  FROM (SELECT r.course_id, r.stars, ROW_NUMBER() OVER (PARTITION BY r.member_id, r.course_id
                                                        ORDER BY r.rated_at DESC, r.log DESC, r.position DESC)
                                     AS newest
        FROM counted_ratings r
        WHERE r.rated_at < to_at()
          AND NOT EXISTS (SELECT 1 FROM refunded_buyers b WHERE b.member_id = r.member_id AND b.course_id = r.course_id)) t
  WHERE newest = 1
  GROUP BY course_id),
prior AS (
  SELECT COALESCE(SUM(stars), 3) AS stars, COALESCE(SUM(n), 1) AS n
  FROM rated),
readers AS (
  SELECT g.course_id, COUNT(DISTINCT g.member_id) AS n
  FROM counted_readings g
  WHERE g.read_at >= from_at() AND g.read_at < to_at()
  GROUP BY g.course_id)
SELECT CAST(SUM(COALESCE(g.n, 0) * (5 * x.stars + COALESCE(r.stars, 0) * x.n)) AS BIGINT) AS numerator,
       CAST(x.n * (5 + COALESCE(r.n, 0)) AS BIGINT) AS divisor,
       (SELECT COUNT(*) FROM courses p WHERE p.published_at < to_at()) AS denominator
FROM courses c
CROSS JOIN prior x
LEFT JOIN rated r ON r.course_id = c.course_id
LEFT JOIN readers g ON g.course_id = c.course_id
WHERE c.published_at < to_at()
GROUP BY CAST(x.n * (5 + COALESCE(r.n, 0)) AS BIGINT)
