package io.guildhall.analytics.metric;

import static io.guildhall.analytics.metric.Numbers.LATER;
import static io.guildhall.analytics.metric.Numbers.MARCH;
import static io.guildhall.analytics.metric.Numbers.METRICS;
import static io.guildhall.analytics.metric.Numbers.answer;
import static io.guildhall.analytics.metric.Numbers.value;
import static io.guildhall.analytics.metric.Numbers.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.ManyMonths;
import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.TestLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions and their edge cases, asked of the very files that answer owners. */
class MetricTest {

    @TempDir
    Path folder;

    private final Story story = new Story();

    @Test
    void aFloodOfOnePersonIsCapped() throws Exception {
        story.at("2026-02-01T00:00:00Z").joins("mem_1").joins("mem_2").at("2026-03-05T00:00:00Z");
        for (int i = 0; i < 80; i++) {
            story.says("mem_1");
        }
        MetricReader reader = reader();

        assertThat(value(reader, "activity-per-member", MARCH)).isEqualTo("25.0000");
        assertThat(value(reader, "participation", MARCH)).isEqualTo("0.5000");
    }

    @Test
    void aMemberCountsByTheShareOfTheWindow() throws Exception {
        story.at("2026-02-01T00:00:00Z")
                .joins("mem_1")
                .at("2026-03-16T12:00:00Z")
                .joins("mem_2");
        story.at("2026-03-20T00:00:00Z").says("mem_1").says("mem_2").says("mem_2");

        assertThat(value(reader(), "activity-per-member", MARCH)).isEqualTo("2.0000"); // 3 / 1.5
    }

    @Test
    void undefinedIsNotZero() throws Exception {
        MetricReader reader = reader();

        for (Metric metric : METRICS.all()) {
            MetricAnswer answer = answer(reader, metric.name(), MARCH);
            if (metric.undefined() == null || metric.isMoney()) {
                assertThat(answer.value()).as(metric.name()).isEqualByComparingTo("0");
            } else {
                assertThat(answer.value()).as(metric.name()).isNull();
                assertThat(answer.undefinedReason()).isEqualTo(metric.undefined());
            }
            assertThat(answer.eventCount()).isZero();
        }
    }

    @Test
    void aNumberCanBeAskedAsItWasKnown() throws Exception {
        story.at("2026-03-05T00:00:00Z").recordedAt("2026-04-03T00:00:00Z").joins("mem_1");
        MetricReader reader = reader();

        Instant before = Instant.parse("2026-04-02T23:59:59Z");
        assertThat(value(reader, "n1", window("2026-03-01", "2026-04-01", "UTC", before)))
                .isEqualTo("0");
        assertThat(value(reader, "n1", MARCH)).isEqualTo("1");
    }

    @Test
    void aNumberIsFinalSevenDaysBehindAllThatIsCounted() throws Exception {
        MetricReader reader = reader();
        Instant before = Instant.parse("2026-04-07T23:59:59.999999Z");
        Instant then = Instant.parse("2026-04-08T00:00:00Z");

        assertThat(answer(reader, "n1", window("2026-03-01", "2026-04-01", "UTC", before)))
                .returns(false, MetricAnswer::isFinal)
                .returns(then, MetricAnswer::finalAt);
        assertThat(answer(reader, "n1", window("2026-03-01", "2026-04-01", "UTC", then)))
                .returns(true, MetricAnswer::isFinal);
        assertThat(answer(reader, "n1", window("2026-03-01", "2026-04-01", "Asia/Shanghai", before))
                        .finalAt())
                .isEqualTo("2026-04-07T16:00:00Z");
        assertThat(answer(reader, "completion", MARCH).finalAt()).isEqualTo("2026-07-07T00:00:00Z"); // 90 days more
    }

    @Test
    void aCourseHasTimeToBeCompleted() throws Exception {
        story.at("2026-03-05T00:00:00Z")
                .enrolls("mem_1", "crs_1")
                .enrolls("mem_2", "crs_1")
                .enrolls("mem_3", "crs_1")
                .enrolls("mem_1", "crs_1")
                .enrolls("mem_staff", "crs_1")
                .role("mem_staff", "author");
        story.at("2026-04-05T00:00:00Z").completes("mem_1", "crs_1").completes("mem_staff", "crs_1");
        story.at("2026-08-05T00:00:00Z").completes("mem_2", "crs_1");
        MetricReader reader = reader();

        MetricAnswer completion = answer(reader, "completion", MARCH);
        assertThat(completion.value()).isEqualTo(new BigDecimal("0.3333"));
        assertThat(completion.denominator()).isEqualByComparingTo("3");
        Instant early = Instant.parse("2026-05-01T00:00:00Z");
        MetricAnswer tooEarly = answer(reader, "completion", window("2026-03-01", "2026-04-01", "UTC", early));
        assertThat(tooEarly.value()).isNull();
        assertThat(tooEarly.undefinedReason()).isEqualTo("nobody-had-time-yet");
    }

    @Test
    void aBoughtCourseAloneMakesNoMember() throws Exception {
        story.at("2026-03-05T00:00:00Z")
                .tell("billing.order.paid", "ord_1", "orderId", "ord_1", "memberId", "mem_1", "kind", "COURSE")
                .tell("member.grant.granted", "grt_1", "memberId", "mem_1", "resource", "course:crs_1")
                .tell("member.membership.joined", "mbs_1", "memberId", "mem_1");
        MetricReader reader = reader();

        for (String metric : List.of("n0", "n1", "n-total", "active-members")) {
            assertThat(value(reader, metric, MARCH)).as(metric).isEqualTo("0");
        }
    }

    @Test
    void aCommunityIsCountedAlone() throws Exception {
        story.at("2026-03-05T00:00:00Z")
                .joins("mem_1")
                .in("com_2")
                .joins("mem_1")
                .joins("mem_2");
        MetricReader reader = reader();

        assertThat(value(reader, "n1", MARCH)).isEqualTo("1");
    }

    @Test
    void tablesThatAreReadOnceAnswerAsTheViewsDo() throws Exception {
        Lake lake = TestLake.of(folder, ManyMonths.story(new Random(11)).events());
        String events = Duck.table(lake.current(), lake.current().state());
        Window window = window("2026-03-20", "2026-04-20", "Europe/Berlin", LATER);
        List<String> views = Prelude.statements("duckdb", events, "com_1", window);

        for (Metric metric : METRICS.all()) {
            String asked = metric.sql() + metric.explainSql();
            List<String> tables = Prelude.tables(events, "com_1", window, asked);
            assertThat(tables).hasSizeLessThan(views.size());
            List<String> expected = rows(views, metric);
            assertThat(rows(tables, metric)).as(metric.name()).isEqualTo(expected);
            assertThat(expected).as(metric.name()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void everyNumberListsEachEventBehindItOnce() throws Exception {
        Lake lake = TestLake.of(folder, ManyMonths.story(new Random(12)).events());
        var reader = new MetricReader(lake);
        Window window = window("2026-03-20", "2026-04-20", "Europe/Berlin", LATER);

        for (Metric metric : METRICS.all()) {
            List<String> listed =
                    reader.explain(metric, "com_1", window, null, ExplainedEvent.Place.START, 10_000).stream()
                            .map(ExplainedEvent::eventId)
                            .toList();
            assertThat(answer(reader, metric.name(), metric.version(), window).eventCount())
                    .as(metric.name())
                    .isEqualTo(listed.size())
                    .isPositive();
        }
    }

    /** The numbers, and the ids of the events behind them. */
    private static List<String> rows(List<String> prelude, Metric metric) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection duck = Duck.open("512MB");
                Statement statement = duck.createStatement()) {
            for (String prepared : prelude) {
                Duck.run(duck, prepared);
            }
            MetricRows.read(duck, metric)
                    .forEach(number -> rows.add(number.value(metric.isMoney()) + " " + number.denominator()));
            ResultSet ids = statement.executeQuery(
                    "SELECT DISTINCT event_id FROM (" + metric.explainSql() + "\n) e ORDER BY event_id");
            while (ids.next()) {
                rows.add(ids.getString(1));
            }
        }
        return rows;
    }

    @Test
    void everyNumberNamesTheEventsBehindIt() throws Exception {
        story.at("2026-02-01T00:00:00Z").joins("mem_1").joins("mem_2").joins("mem_3");
        story.at("2026-03-02T00:00:00Z").leaves("mem_1");
        MetricReader reader = reader();
        Metric churn = METRICS.find("churn", 1).orElseThrow();

        List<ExplainedEvent> first = reader.explain(churn, "com_1", MARCH, null, ExplainedEvent.Place.START, 3);
        List<ExplainedEvent> rest = reader.explain(
                churn,
                "com_1",
                MARCH,
                null,
                ExplainedEvent.Place.of(first.getLast().position()),
                3);

        assertThat(first)
                .extracting(ExplainedEvent::position)
                .containsExactly("member.0/2", "member.0/4", "member.0/6");
        assertThat(rest).extracting(ExplainedEvent::name).containsExactly("member.membership.churned");
        assertThat(answer(reader, "churn", MARCH).eventCount()).isEqualTo(4);
    }

    private MetricReader reader() throws Exception {
        return new MetricReader(TestLake.of(folder, story.events()));
    }
}
