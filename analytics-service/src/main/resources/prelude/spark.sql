-- What differs between engines, for Spark.
SET TIME ZONE 'UTC';
CREATE OR REPLACE TEMPORARY FUNCTION json_text(doc STRING, path STRING) RETURNS STRING
RETURN get_json_object(doc, path);
CREATE OR REPLACE TEMPORARY FUNCTION json_long(doc STRING, path STRING) RETURNS BIGINT
RETURN CAST(get_json_object(doc, path) AS BIGINT);
CREATE OR REPLACE TEMPORARY FUNCTION json_time(doc STRING, path STRING) RETURNS TIMESTAMP
RETURN CAST(get_json_object(doc, path) AS TIMESTAMP);
CREATE OR REPLACE TEMPORARY FUNCTION local_date(t TIMESTAMP) RETURNS DATE
RETURN CAST(from_utc_timestamp(t, '${zone}') AS DATE);
CREATE OR REPLACE TEMPORARY FUNCTION add_days(t TIMESTAMP, n INT) RETURNS TIMESTAMP
RETURN t + make_dt_interval(n);
CREATE OR REPLACE TEMPORARY FUNCTION seconds_between(a TIMESTAMP, b TIMESTAMP) RETURNS BIGINT
RETURN CAST(floor((unix_micros(b) - unix_micros(a)) / 1000000) AS BIGINT);
CREATE OR REPLACE TEMPORARY FUNCTION from_at() RETURNS TIMESTAMP RETURN CAST('${from}' AS TIMESTAMP);
CREATE OR REPLACE TEMPORARY FUNCTION to_at() RETURNS TIMESTAMP RETURN CAST('${to}' AS TIMESTAMP);
CREATE OR REPLACE TEMPORARY FUNCTION as_of() RETURNS TIMESTAMP RETURN CAST('${asOf}' AS TIMESTAMP);
CREATE OR REPLACE TEMPORARY FUNCTION waited_days() RETURNS INT RETURN ${days};
CREATE OR REPLACE TEMPORARY VIEW events AS
SELECT service, log, position, event_id, name, revision, stream_id, sequence, actor, recorded_at, valid_at, payload,
       member_id, course_id
FROM ${events}
WHERE community = '${community}' AND recorded_at <= as_of();
