package io.guildhall.analytics.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricLintTest {

    @TestFactory
    Stream<DynamicTest> everyMetricReadsTheSameOnEveryEngine() {
        return new Metrics()
                .all().stream()
                        .map(metric -> DynamicTest.dynamicTest(metric.name() + ".v" + metric.version(), () -> {
                            assertThat(MetricLint.check(metric.sql())).isEmpty();
                            assertThat(MetricLint.check(metric.explainSql())).isEmpty();
                            var texts = new MetricTexts();
                            MetricTexts.keys(metric)
                                    .forEach(key ->
                                            assertThat(texts.of(key)).hasSize(2).doesNotContainValue(""));
                        }));
    }

    @Test
    void textsDifferByLanguage() {
        assertThat(new MetricTexts().of("churn.title"))
                .containsEntry("en", "Churn")
                .containsEntry("zh-CN", "流失率");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; SELECT 2",
                "DELETE FROM events",
                "COPY events TO 'x'",
                "WITH x AS (SELECT 1) INSERT INTO y SELECT 1",
                "SELECT a FROM events QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1",
                "SELECT a + INTERVAL '1' DAY FROM events",
                "SELECT DATE_DIFF('day', a, b) FROM events",
                "SELECT date_trunc('month', a) FROM events",
                "SELECT EXTRACT(DOW FROM a) FROM events",
                "SELECT a AT TIME ZONE 'UTC' FROM events",
                "SELECT NOW()",
                "SELECT CURRENT_TIMESTAMP",
                "SELECT RANDOM()",
                "SELECT CAST(a AS VARCHAR) FROM events",
                "SELECT CAST(2.5 AS INT)",
                "SELECT a::BIGINT FROM events",
                "SELECT ROUND(a, 2) FROM events",
                "SELECT CAST(a AS DOUBLE) FROM events",
                "SELECT AVG(a) FROM events",
                "SELECT CONCAT(a, b) FROM events",
                "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a) FROM events",
                "SELECT LAST_VALUE(a IGNORE NULLS) OVER (ORDER BY b) FROM events",
                "SELECT a FROM events ANTI JOIN staff USING (member_id)",
                "SELECT COUNT(DISTINCT a, b) FROM events",
                "SELECT * FROM events",
                "SELECT a / b FROM events",
                "SELECT \"a\" FROM events",
                "SELECT `a` FROM events",
                "SELECT json_extract_string(payload, '$.a') FROM events",
                "SELECT get_json_object(payload, '$.a') FROM events",
                "SELECT a FROM read_parquet('x')",
                "SELECT '${from}', ${from}"
            })
    void refusesWhatEnginesReadDifferently(String sql) {
        assertThat(MetricLint.check(sql)).isNotEmpty();
    }

    @Test
    void aFileWithAForbiddenConstructLeavesNoMetrics() {
        String good = "-- unit: count\nSELECT COUNT(a) AS numerator, NULL AS denominator FROM events";
        String explain = "SELECT event_id FROM events";
        String bad = "SELECT event_id FROM events WHERE a = NOW()";

        assertThat(new Metrics(Map.of("x.v1.sql", good, "x.v1.explain.sql", explain)).all())
                .hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Metrics(Map.of("x.v1.sql", good, "x.v1.explain.sql", bad)))
                .withMessageStartingWith("Metric x: ")
                .withMessageContaining("as_of()");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Metrics(Map.of("x.v1.sql", good + ";", "x.v1.explain.sql", explain)))
                .withMessageContaining("one statement");
    }

    @Test
    void looksNeitherIntoCommentsNorIntoTexts() {
        assertThat(MetricLint.check("-- QUALIFY; COPY\nSELECT a FROM events WHERE name = 'load;set' -- INTERVAL"))
                .isEmpty();
    }
}
