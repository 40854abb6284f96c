-- unit: stars
-- undefined: no-ratings
-- The mean of the raters' means over what they rated in the window; what somebody did not rate does not count.
SELECT SUM(mean) AS numerator, COUNT(*) AS denominator
FROM (SELECT member_id, AVG(CAST(stars AS DOUBLE)) AS mean
      FROM (SELECT r.member_id, r.stars, ROW_NUMBER() OVER (PARTITION BY r.member_id, r.course_id
                                                            ORDER BY r.rated_at DESC, r.log DESC, r.position DESC)
                                         AS newest
            FROM ratings r
            WHERE r.rated_at >= from_at() AND r.rated_at < to_at()) t
      WHERE newest = 1
      GROUP BY member_id) u
