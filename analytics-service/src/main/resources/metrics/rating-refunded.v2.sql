-- unit: stars
-- undefined: no-ratings
-- As rating, of those alone who had paid for the course they rated and got it back by the end of the window.
WITH raters AS (
  SELECT member_id, COUNT(*) AS n, SUM(stars) AS stars
  FROM (SELECT r.member_id, r.stars, ROW_NUMBER() OVER (PARTITION BY r.member_id, r.course_id
                                                        ORDER BY r.rated_at DESC, r.log DESC, r.position DESC)
                                     AS newest
        FROM counted_ratings r
        WHERE r.rated_at >= from_at() AND r.rated_at < to_at()
          AND EXISTS (SELECT 1 FROM refunded_buyers b WHERE b.member_id = r.member_id AND b.course_id = r.course_id)) t
  WHERE newest = 1
  GROUP BY member_id)
SELECT CAST(SUM(r.stars) AS BIGINT) AS numerator, r.n AS divisor, (SELECT COUNT(*) FROM raters) AS denominator
FROM raters r
GROUP BY r.n
