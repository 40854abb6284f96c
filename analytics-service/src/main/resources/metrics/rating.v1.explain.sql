SELECT event_id
FROM (SELECT r.event_id, ROW_NUMBER() OVER (PARTITION BY r.member_id, r.course_id
                                            ORDER BY r.rated_at DESC, r.log DESC, r.position DESC) AS newest
      FROM ratings r CROSS JOIN params p
      WHERE r.rated_at >= p.from_at AND r.rated_at < p.to_at) t
WHERE newest = 1
