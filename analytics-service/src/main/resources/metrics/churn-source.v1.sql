-- unit: ratio
-- undefined: no-members-at-start
-- N2 / N0 as the source article has it: who joined and left inside the window counts too, so it can exceed one.
SELECT COALESCE(SUM(m.ended), 0) AS numerator, COALESCE(SUM(m.opened), 0) AS denominator
FROM window_memberships m
