-- What differs between engines, for DuckDB. Everything behind it is the same text on every engine.
SET TimeZone = 'UTC';
CREATE OR REPLACE TEMPORARY MACRO json_text(doc, path) AS json_extract_string(doc, path);
CREATE OR REPLACE TEMPORARY MACRO json_long(doc, path) AS CAST(json_extract_string(doc, path) AS BIGINT);
CREATE OR REPLACE TEMPORARY MACRO json_time(doc, path) AS CAST(json_extract_string(doc, path) AS TIMESTAMPTZ);
CREATE OR REPLACE TEMPORARY MACRO local_date(t) AS CAST((t AT TIME ZONE '${zone}') AS DATE);
CREATE OR REPLACE TEMPORARY MACRO add_days(t, n) AS (t + to_days(CAST(n AS INTEGER)));
CREATE OR REPLACE TEMPORARY MACRO seconds_between(a, b) AS CAST(floor(epoch(b) - epoch(a)) AS BIGINT);
CREATE OR REPLACE TEMPORARY MACRO from_at() AS CAST('${from}' AS TIMESTAMPTZ);
CREATE OR REPLACE TEMPORARY MACRO to_at() AS CAST('${to}' AS TIMESTAMPTZ);
CREATE OR REPLACE TEMPORARY MACRO as_of() AS CAST('${asOf}' AS TIMESTAMPTZ);
CREATE OR REPLACE TEMPORARY MACRO waited_days() AS CAST(${days} AS INTEGER);
CREATE OR REPLACE TEMPORARY VIEW events AS
SELECT service, log, position, event_id, name, revision, stream_id, sequence, actor, recorded_at, valid_at, payload,
       member_id, course_id
FROM ${events}
WHERE community = '${community}' AND recorded_at <= as_of();
