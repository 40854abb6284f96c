-- unit: ratio
-- undefined: no-members-at-start
-- interval: wilson
-- Of the members at the start of the window, how many left in it, whether or not they came back: never above one.
SELECT COALESCE(SUM(m.ended), 0) AS numerator, COUNT(*) AS denominator
FROM window_memberships m
WHERE m.opened = 1
