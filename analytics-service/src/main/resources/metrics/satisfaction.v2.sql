-- unit: ratio
-- undefined: no-answers
-- Of the last answers of each member to each survey in the window, how many give 4 or 5; silence does not count, nor does
-- staff. Beside it stands how many could have answered.
SELECT COALESCE(SUM(CASE WHEN score >= 4 THEN 1 ELSE 0 END), 0) AS numerator, COUNT(*) AS denominator,
       (SELECT COUNT(*) FROM asked) AS asked
FROM (SELECT a.score, ROW_NUMBER() OVER (PARTITION BY a.survey_id, a.member_id
                                         ORDER BY a.answered_at DESC, a.log DESC, a.position DESC) AS newest
      FROM counted_answers a) t
WHERE newest = 1
