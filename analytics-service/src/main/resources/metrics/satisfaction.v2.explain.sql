SELECT event_id
FROM (SELECT a.event_id, ROW_NUMBER() OVER (PARTITION BY a.survey_id, a.member_id
                                            ORDER BY a.answered_at DESC, a.log DESC, a.position DESC) AS newest
      FROM counted_answers a) t
WHERE newest = 1
