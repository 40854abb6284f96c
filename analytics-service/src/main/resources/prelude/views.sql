-- What metrics stand on, the same on every engine: facts of one community as known at as_of(). Each view names the
-- service beside the names of events, since the lake is partitioned by it: files of other services are never opened; and
-- member_id and course_id are columns, since payloads are most of the lake.
-- Who works for the community: an owner, author or moderator is no member to be counted;
-- an analyst may be one.
CREATE OR REPLACE TEMPORARY VIEW staff AS
SELECT DISTINCT member_id
FROM (SELECT member_id, name, ROW_NUMBER() OVER (PARTITION BY member_id, json_text(payload, '$.role')
                                                   ORDER BY log DESC, position DESC) AS newest
      FROM events
      WHERE service = 'member' AND name IN ('member.role.granted', 'member.role.withdrawn')
        AND json_text(payload, '$.role') IN ('owner', 'author', 'moderator')) r
WHERE newest = 1 AND name = 'member.role.granted';
-- Each moment at which a membership term began to run or the last one ended. A churned membership ended when its paid
-- period did, not when it was cancelled. Subscriptions are heard in any order, so a moment may be told more than once: the
-- last word holds, and what ends and begins at one moment goes on.
CREATE OR REPLACE TEMPORARY VIEW membership_marks AS
SELECT event_id, log, position, name, member_id, running, happened_at
FROM (SELECT t.*, ROW_NUMBER() OVER (PARTITION BY member_id, happened_at ORDER BY log DESC, position DESC) AS newest
      FROM (SELECT event_id, log, position, name, member_id,
                   CASE WHEN name = 'member.membership.churned' THEN 0 ELSE 1 END AS running,
                   COALESCE(CASE name WHEN 'member.membership.churned' THEN json_time(payload, '$.endedAt')
                                      WHEN 'member.membership.returned' THEN json_time(payload, '$.at')
                                      ELSE json_time(payload, '$.termStart') END, valid_at) AS happened_at
            FROM events
            WHERE service = 'member'
              AND name IN ('member.membership.activated', 'member.membership.returned',
                           'member.membership.churned')) t) m
WHERE newest = 1 AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.member_id = m.member_id);
-- A mark that changes something: what began while it ran, or ended while it did not run, is no turn.
CREATE OR REPLACE TEMPORARY VIEW membership_turns AS
SELECT event_id, log, position, name, member_id, running, happened_at
FROM (SELECT m.*, LAG(running) OVER (PARTITION BY member_id ORDER BY happened_at, log, position) AS ran
      FROM membership_marks m) t
WHERE COALESCE(ran, 0) <> running;
-- The time of one membership from its first running term to the end of its last, [began_at, ended_at).
CREATE OR REPLACE TEMPORARY VIEW memberships AS
SELECT member_id, began_at, began_event, began_by, ended_at, ended_event
FROM (SELECT member_id, running, happened_at AS began_at, event_id AS began_event, name AS began_by,
             LEAD(happened_at) OVER (PARTITION BY member_id ORDER BY happened_at, log, position) AS ended_at,
             LEAD(event_id) OVER (PARTITION BY member_id ORDER BY happened_at, log, position) AS ended_event
      FROM membership_turns) t
WHERE running = 1;
-- What the memberships that touch the window are to it, by the one rule of all metrics: what happens at a moment belongs to
-- the window that begins with it. So a membership that ends at from_at() has opened this window and ends in it, each row
-- either opened or began in it, and active(to) = active(from) + N1 - N2 without a gap between windows.
CREATE OR REPLACE TEMPORARY VIEW window_memberships AS
SELECT member_id, began_at, began_event, ended_at, ended_event,
       CASE WHEN began_at < from_at() THEN 1 ELSE 0 END AS opened,
       CASE WHEN ended_at < to_at() THEN 1 ELSE 0 END AS ended
FROM memberships
WHERE began_at < to_at() AND (ended_at IS NULL OR ended_at >= from_at());
-- When the money of an order was given back.
CREATE OR REPLACE TEMPORARY VIEW refunds AS
SELECT json_text(payload, '$.orderId') AS order_id,
       MIN(COALESCE(json_time(payload, '$.refundedAt'), valid_at)) AS refunded_at
FROM events
WHERE service = 'billing' AND name = 'billing.order.refunded'
GROUP BY json_text(payload, '$.orderId');
-- Paid terms of subscriptions; an end inside a term cuts it.
CREATE OR REPLACE TEMPORARY VIEW terms AS
SELECT t.event_id, t.subscription_id, t.member_id, t.amount_minor, t.currency, t.period, t.term_start,
       CASE WHEN e.ended_at < t.term_end THEN e.ended_at ELSE t.term_end END AS term_end, e.event_id AS ended_event,
       r.refunded_at
FROM (SELECT event_id,
             json_text(payload, '$.orderId') AS order_id,
             json_text(payload, '$.subscriptionId') AS subscription_id,
             member_id,
             json_long(payload, '$.amountMinor') AS amount_minor,
             json_text(payload, '$.currency') AS currency,
             json_text(payload, '$.period') AS period,
             COALESCE(json_time(payload, '$.termStart'), valid_at) AS term_start,
             json_time(payload, '$.termEnd') AS term_end
      FROM events
      WHERE service = 'billing' AND name IN ('billing.subscription.activated', 'billing.subscription.renewed')) t
LEFT JOIN (SELECT json_text(payload, '$.subscriptionId') AS subscription_id,
                  MIN(COALESCE(json_time(payload, '$.endedAt'), valid_at)) AS ended_at,
                  MIN(event_id) AS event_id
           FROM events
           WHERE service = 'billing' AND name = 'billing.subscription.ended'
           GROUP BY json_text(payload, '$.subscriptionId')) e
       ON e.subscription_id = t.subscription_id AND e.ended_at >= t.term_start
LEFT JOIN refunds r ON r.order_id = t.order_id;
-- A member's learning of a course; enrolled again counts once.
CREATE OR REPLACE TEMPORARY VIEW enrollments AS
SELECT e.enrollment_id, e.course_id, e.member_id, e.enrolled_at, e.event_id, c.completed_at,
       c.event_id AS completed_event
FROM (SELECT stream_id AS enrollment_id, course_id, member_id, valid_at AS enrolled_at, event_id,
             ROW_NUMBER() OVER (PARTITION BY stream_id ORDER BY valid_at, position) AS place
      FROM events WHERE service = 'course' AND name = 'course.enrollment.member-enrolled') e
LEFT JOIN (SELECT stream_id AS enrollment_id, valid_at AS completed_at, event_id,
                  ROW_NUMBER() OVER (PARTITION BY stream_id ORDER BY valid_at, position) AS place
           FROM events WHERE service = 'course' AND name = 'course.enrollment.course-completed') c
       ON c.enrollment_id = e.enrollment_id AND c.place = 1
WHERE e.place = 1 AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.member_id = e.member_id);
-- What people do in the window: said, answered, rated, read, learned.
CREATE OR REPLACE TEMPORARY VIEW actions AS
SELECT event_id, log, position, name AS kind, member_id, valid_at AS happened_at, local_date(valid_at) AS local_day
FROM events
WHERE service IN ('community', 'course')
  AND name IN ('community.message.posted', 'community.survey.answered', 'course.rating.given',
               'course.enrollment.lesson-read', 'course.enrollment.lesson-completed')
  AND valid_at >= from_at() AND valid_at < to_at();
-- What members did while their membership ran.
CREATE OR REPLACE TEMPORARY VIEW actions_of_members AS
SELECT a.event_id, a.log, a.position, a.kind, a.member_id, a.happened_at, a.local_day
FROM actions a
JOIN memberships m ON m.member_id = a.member_id AND m.began_at <= a.happened_at
                  AND (m.ended_at IS NULL OR a.happened_at < m.ended_at);
-- How often each member acted on a day, and how many of a kind count: at most 50.
CREATE OR REPLACE TEMPORARY VIEW member_days AS
SELECT a.member_id, a.kind, a.local_day, COUNT(*) AS acted, LEAST(COUNT(*), 50) AS counted
FROM actions_of_members a
GROUP BY a.member_id, a.kind, a.local_day;
-- The actions that count: the first 50 of a kind a day and person.
CREATE OR REPLACE TEMPORARY VIEW member_actions AS
SELECT event_id, kind, member_id, happened_at
FROM (SELECT a.event_id, a.kind, a.member_id, a.happened_at,
             ROW_NUMBER() OVER (PARTITION BY a.member_id, a.kind, a.local_day
                                ORDER BY a.happened_at, a.log, a.position) AS place
      FROM actions_of_members a) t
WHERE place <= 50;
-- Answers to one-question surveys in the window, 1 to 5.
CREATE OR REPLACE TEMPORARY VIEW answers AS
SELECT event_id, log, position, json_text(payload, '$.surveyId') AS survey_id, member_id,
       json_long(payload, '$.score') AS score, valid_at AS answered_at
FROM events
WHERE service = 'community' AND name = 'community.survey.answered' AND valid_at >= from_at() AND valid_at < to_at();
-- Stars given to courses, 1 to 5.
CREATE OR REPLACE TEMPORARY VIEW ratings AS
SELECT event_id, log, position, course_id, member_id, json_long(payload, '$.stars') AS stars, valid_at AS rated_at
FROM events WHERE service = 'course' AND name = 'course.rating.given';
-- Lessons that were read in the window.
CREATE OR REPLACE TEMPORARY VIEW readings AS
SELECT event_id, course_id, member_id, valid_at AS read_at
FROM events
WHERE service = 'course' AND name = 'course.enrollment.lesson-read' AND valid_at >= from_at() AND valid_at < to_at();
-- What staff answers, rates and reads in its own community is not counted.
CREATE OR REPLACE TEMPORARY VIEW counted_answers AS
SELECT a.* FROM answers a WHERE NOT EXISTS (SELECT 1 FROM staff s WHERE s.member_id = a.member_id);
CREATE OR REPLACE TEMPORARY VIEW counted_ratings AS
SELECT r.* FROM ratings r WHERE NOT EXISTS (SELECT 1 FROM staff s WHERE s.member_id = r.member_id);
CREATE OR REPLACE TEMPORARY VIEW counted_readings AS
SELECT g.* FROM readings g WHERE NOT EXISTS (SELECT 1 FROM staff s WHERE s.member_id = g.member_id);
-- Who could answer a survey in the window: whose membership ran while it was open, and who did answer.
CREATE OR REPLACE TEMPORARY VIEW asked AS
SELECT s.survey_id, m.member_id
FROM (SELECT json_text(payload, '$.surveyId') AS survey_id,
             MIN(CASE WHEN name = 'community.survey.opened' THEN valid_at END) AS opened_at,
             MIN(CASE WHEN name = 'community.survey.closed' THEN valid_at END) AS closed_at
      FROM events
      WHERE service = 'community' AND name IN ('community.survey.opened', 'community.survey.closed')
      GROUP BY json_text(payload, '$.surveyId')) s
JOIN window_memberships m ON m.began_at < LEAST(COALESCE(s.closed_at, to_at()), to_at())
                         AND (m.ended_at IS NULL OR m.ended_at > s.opened_at)
WHERE s.opened_at < to_at() AND (s.closed_at IS NULL OR s.closed_at >= from_at())
UNION
SELECT a.survey_id, a.member_id FROM counted_answers a;
-- Published courses.
CREATE OR REPLACE TEMPORARY VIEW courses AS
SELECT course_id, published_at, event_id
FROM (SELECT course_id, valid_at AS published_at, event_id,
             ROW_NUMBER() OVER (PARTITION BY course_id ORDER BY valid_at, position) AS place
      FROM events WHERE service = 'course' AND name = 'course.course.published') c
WHERE place = 1;
-- Each payment of a member that opened a course they enrolled in or rated, and when its money was given back.
CREATE OR REPLACE TEMPORARY VIEW course_payments AS
SELECT k.member_id, k.course_id, p.event_id, p.order_id, p.paid_at, r.refunded_at
FROM (SELECT e.member_id, e.course_id FROM enrollments e
      UNION
      SELECT g.member_id, g.course_id FROM ratings g) k
JOIN (SELECT event_id, json_text(payload, '$.orderId') AS order_id, member_id,
             json_text(payload, '$.opens') AS opens, COALESCE(json_time(payload, '$.paidAt'), valid_at) AS paid_at
      FROM events WHERE service = 'billing' AND name = 'billing.order.paid') p
     ON p.member_id = k.member_id
        AND (POSITION('"course:' || k.course_id || '"' IN p.opens) > 0 OR POSITION('"course:*"' IN p.opens) > 0)
LEFT JOIN refunds r ON r.order_id = p.order_id;
-- Enrollments that were paid for, and nothing of it was left when waited_days() were over: given back since enrolling.
CREATE OR REPLACE TEMPORARY VIEW refunded_enrollments AS
SELECT e.enrollment_id
FROM enrollments e
JOIN course_payments p ON p.member_id = e.member_id AND p.course_id = e.course_id
                      AND p.paid_at < add_days(e.enrolled_at, waited_days())
GROUP BY e.enrollment_id
HAVING SUM(CASE WHEN p.refunded_at < add_days(e.enrolled_at, waited_days()) THEN 0 ELSE 1 END) = 0
   AND SUM(CASE WHEN p.refunded_at >= e.enrolled_at THEN 1 ELSE 0 END) > 0;
-- Who had paid for a course and got all of it back by the end of the window.
CREATE OR REPLACE TEMPORARY VIEW refunded_buyers AS
SELECT p.member_id, p.course_id
FROM course_payments p
WHERE p.paid_at < to_at()
GROUP BY p.member_id, p.course_id
HAVING SUM(CASE WHEN p.refunded_at < to_at() THEN 0 ELSE 1 END) = 0;
