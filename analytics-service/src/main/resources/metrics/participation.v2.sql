-- unit: ratio
-- undefined: no-members
-- Of the people whose membership ran into the window or began in it, how many did anything in it.
SELECT d.members AS numerator, p.members AS denominator, CAST(d.actions + p.memberships AS BIGINT) AS events
FROM (SELECT COUNT(DISTINCT member_id) AS members, COUNT(*) AS actions FROM actions_of_members) d
CROSS JOIN (SELECT COUNT(DISTINCT m.member_id) AS members, COUNT(*) AS memberships
            FROM window_memberships m) p
