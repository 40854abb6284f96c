SELECT event_id
FROM (SELECT r.event_id, ROW_NUMBER() OVER (PARTITION BY r.member_id, r.course_id
                                            ORDER BY r.rated_at DESC, r.log DESC, r.position DESC) AS newest
      FROM counted_ratings r
      WHERE r.rated_at >= from_at() AND r.rated_at < to_at()
        AND NOT EXISTS (SELECT 1 FROM refunded_buyers b WHERE b.member_id = r.member_id AND b.course_id = r.course_id)) t
WHERE newest = 1
