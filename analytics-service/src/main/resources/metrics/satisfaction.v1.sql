-- unit: ratio
-- undefined: no-answers
-- Of the last answers of each member to each survey in the window, how many give 4 or 5; silence does not count.
SELECT COALESCE(SUM(CASE WHEN score >= 4 THEN 1 ELSE 0 END), 0) AS numerator, COUNT(*) AS denominator
FROM (SELECT a.score, ROW_NUMBER() OVER (PARTITION BY a.survey_id, a.member_id
                                         ORDER BY a.answered_at DESC, a.log DESC, a.position DESC) AS newest
      FROM answers a
      WHERE a.answered_at >= from_at() AND a.answered_at < to_at()) t
WHERE newest = 1
