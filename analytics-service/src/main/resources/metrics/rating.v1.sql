-- unit: stars
-- undefined: no-ratings
-- The mean of the raters' means over what they rated in the window; what somebody did not rate does not count.
WITH raters AS (
  SELECT member_id, COUNT(*) AS n, SUM(stars) AS stars
  FROM (SELECT r.member_id, r.stars, ROW_NUMBER() OVER (PARTITION BY r.member_id, r.course_id
                                                        ORDER BY r.rated_at DESC, r.log DESC, r.position DESC)
                                     AS newest
        FROM ratings r
        WHERE r.rated_at >= from_at() AND r.rated_at < to_at()) t
  WHERE newest = 1
  GROUP BY member_id)
SELECT CAST(SUM(r.stars) AS BIGINT) AS numerator, r.n AS divisor, (SELECT COUNT(*) FROM raters) AS denominator
FROM raters r
GROUP BY r.n
