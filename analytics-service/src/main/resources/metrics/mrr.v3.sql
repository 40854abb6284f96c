-- unit: money
-- undefined: several-currencies
-- What the terms that run at the end of the window bring a month, or as of now while that lies ahead: what ends before
-- then may yet be renewed. Amounts of a year, added up and divided once. A term whose money was given back by then
-- brings nothing.
SELECT t.currency AS currency,
       CAST(SUM(CASE WHEN t.period = 'YEAR' THEN t.amount_minor ELSE t.amount_minor * 12 END) AS BIGINT) AS numerator,
       12 AS denominator
FROM terms t
WHERE t.term_start < LEAST(to_at(), as_of()) AND t.term_end >= LEAST(to_at(), as_of())
  AND (t.refunded_at IS NULL OR t.refunded_at >= LEAST(to_at(), as_of()))
GROUP BY t.currency
ORDER BY t.currency
