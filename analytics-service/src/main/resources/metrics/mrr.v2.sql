-- unit: money
-- undefined: several-currencies
-- What the terms that run at the end of the window bring a month: amounts of a year, added up and divided once. A
-- term whose money was given back by then brings nothing.
SELECT t.currency AS currency,
       CAST(SUM(CASE WHEN t.period = 'YEAR' THEN t.amount_minor ELSE t.amount_minor * 12 END) AS BIGINT) AS numerator,
       12 AS denominator
FROM terms t
WHERE t.term_start < to_at() AND t.term_end >= to_at() AND (t.refunded_at IS NULL OR t.refunded_at >= to_at())
GROUP BY t.currency
ORDER BY t.currency
