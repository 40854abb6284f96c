package io.guildhall.analytics.metric;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions and their edge cases, asked of the very files that answer owners. */
class MetricTest {

    private static final Metrics METRICS = new Metrics();
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
    private static final Window MARCH = window("2026-03-01", "2026-04-01", "UTC", LATER);

    @TempDir
    Path folder;

    private final Story story = new Story();

    @Test
    void balanceAndChurnOfTheSourceArticle() throws Exception {
        story.at("2026-01-10T00:00:00Z");
        for (int i = 0; i < 500; i++) {
            story.joins("mem_" + i);
        }
        story.at("2026-03-10T00:00:00Z");
        for (int i = 0; i < 50; i++) {
            story.leaves("mem_" + i);
        }
        MetricReader reader = reader();

        assertThat(value(reader, "n0", MARCH)).isEqualTo("500");
        assertThat(value(reader, "n1", MARCH)).isEqualTo("0");
        assertThat(value(reader, "n2", MARCH)).isEqualTo("50");
        assertThat(value(reader, "n-total", MARCH)).isEqualTo("450");
        assertThat(value(reader, "churn-source", MARCH)).isEqualTo("0.1000");
        MetricAnswer churn = answer(reader, "churn", MARCH);
        assertThat(churn.value()).isEqualTo(new BigDecimal("0.1000"));
        assertThat(churn.numerator()).isEqualByComparingTo("50");
        assertThat(churn.denominator()).isEqualByComparingTo("500");
        assertThat(churn.eventCount()).isEqualTo(550);
        assertThat(churn.definitionVersion()).isEqualTo(1);
        assertThat(churn.freshness()).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
    }

    @Test
    void satisfactionCountsThoseWhoAnswered() throws Exception {
        story.at("2026-03-05T00:00:00Z");
        for (int i = 0; i < 500; i++) {
            story.answers("mem_" + i, 2);
            story.answers("mem_" + i, i < 400 ? 4 + i % 2 : 1 + i % 3); // the last answer counts
        }

        assertThat(value(reader(), "satisfaction", MARCH)).isEqualTo("0.8000");
    }

    @Test
    void whatIsNotRatedDoesNotCount() throws Exception {
        story.at("2026-03-05T00:00:00Z").publishes("crs_1").publishes("crs_2").publishes("crs_3");
        story.rates("mem_1", "crs_1", 5).rates("mem_1", "crs_3", 4);

        assertThat(value(reader(), "rating", MARCH)).isEqualTo("4.5000");
    }

    @Test
    void activityIsActionsPerMember() throws Exception {
        story.at("2026-01-10T00:00:00Z");
        for (int i = 0; i < 100; i++) {
            story.joins("mem_" + i);
        }
        story.at("2026-03-05T00:00:00Z");
        for (int i = 0; i < 50; i++) {
            story.says("mem_" + i);
        }
        for (int i = 0; i < 100; i++) {
            story.reads("mem_" + i, "crs_1");
        }
        for (int i = 0; i < 30; i++) {
            story.answers("mem_" + i, 5);
        }
        story.says("mem_stranger");
        MetricReader reader = reader();

        assertThat(value(reader, "activity-per-member", MARCH)).isEqualTo("1.8000");
        assertThat(value(reader, "participation", MARCH)).isEqualTo("1.0000");
    }

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
    void contentValueOfTheSourceArticleAndOurs() throws Exception {
        story.at("2026-02-01T00:00:00Z");
        for (int i = 0; i < 10; i++) {
            story.publishes("crs_" + i);
        }
        story.at("2026-03-05T00:00:00Z");
        for (int i = 0; i < 100; i++) {
            story.reads("mem_" + i, "crs_" + i % 5);
        }
        story.rates("mem_1", "crs_1", 4).rates("mem_2", "crs_2", 5);
        MetricReader reader = reader();

        assertThat(value(reader, "content-value-source", MARCH)).isEqualTo("45.0000");
        // 20 readers of 5 courses: three at the mean 4.5, one at (22.5 + 4) / 6, one at (22.5 + 5) / 6; over 10 courses
        assertThat(value(reader, "content-value", MARCH)).isEqualTo("45.0000");
        assertThat(answer(reader, "content-value", MARCH).denominator()).isEqualByComparingTo("10");
    }

    @Test
    void whoJoinedAndLeftInsideTheWindowIsNotOfTheOpeningCohort() throws Exception {
        story.at("2026-02-01T00:00:00Z").joins("mem_1").joins("mem_2");
        story.at("2026-03-02T00:00:00Z").joins("mem_3").leaves("mem_1");
        story.at("2026-03-20T00:00:00Z").leaves("mem_3");
        MetricReader reader = reader();

        assertThat(value(reader, "churn", MARCH)).isEqualTo("0.5000");
        assertThat(value(reader, "churn-source", MARCH)).isEqualTo("1.0000");
        assertThat(value(reader, "active-members", MARCH)).isEqualTo("3");
    }

    @Test
    void eachReturnCountsAndAReturnedMemberIsOnePerson() throws Exception {
        story.at("2026-02-01T00:00:00Z")
                .joins("mem_1")
                .at("2026-03-02T00:00:00Z")
                .leaves("mem_1");
        story.at("2026-03-10T00:00:00Z")
                .tell("member.membership.returned", "mbs_mem_1", "memberId", "mem_1")
                .tell("member.membership.activated", "mbs_mem_1", "memberId", "mem_1")
                .at("2026-03-20T00:00:00Z")
                .leaves("mem_1");
        MetricReader reader = reader();

        assertThat(value(reader, "n0", MARCH)).isEqualTo("1");
        assertThat(value(reader, "n1", MARCH)).isEqualTo("1");
        assertThat(value(reader, "n2", MARCH)).isEqualTo("2");
        assertThat(value(reader, "n-total", MARCH)).isEqualTo("0");
        assertThat(value(reader, "active-members", MARCH)).isEqualTo("1");
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
    void windowsAreHalfOpenInTheZoneOfTheCommunity() throws Exception {
        story.at("2026-03-31T15:59:59.999999Z").joins("mem_1"); // 23:59 in Shanghai
        story.at("2026-03-31T16:00:00Z").joins("mem_2"); // 00:00 of the first of April
        MetricReader reader = reader();

        assertThat(value(reader, "n1", window("2026-03-01", "2026-04-01", "Asia/Shanghai", LATER)))
                .isEqualTo("1");
        assertThat(value(reader, "n1", window("2026-04-01", "2026-05-01", "Asia/Shanghai", LATER)))
                .isEqualTo("1");
        assertThat(value(reader, "n1", MARCH)).isEqualTo("2");
    }

    @Test
    void aDayOfASummerTimeChangeHas23Hours() throws Exception {
        story.at("2026-03-29T21:59:59Z")
                .joins("mem_1")
                .at("2026-03-29T22:00:00Z")
                .joins("mem_2");

        assertThat(value(reader(), "n1", window("2026-03-29", "2026-03-30", "Europe/Berlin", LATER)))
                .isEqualTo("1");
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
    void revenueIsWhatRunsAtTheEnd() throws Exception {
        story.at("2026-02-15T00:00:00Z")
                .pays("mem_1", "activated", 2900, "CNY", "MONTH", "2026-02-15T00:00:00Z", "2026-03-15T00:00:00Z")
                .pays("mem_2", "activated", 29900, "CNY", "YEAR", "2026-02-15T00:00:00Z", "2027-02-15T00:00:00Z")
                .pays("mem_3", "activated", 2900, "CNY", "MONTH", "2026-02-15T00:00:00Z", "2026-03-15T00:00:00Z")
                .at("2026-03-15T00:00:00Z")
                .pays("mem_1", "renewed", 2900, "CNY", "MONTH", "2026-03-15T00:00:00Z", "2026-04-15T00:00:00Z");
        MetricReader reader = reader();

        MetricAnswer march = answer(reader, "mrr", MARCH);
        assertThat(march.value()).isEqualTo(new BigDecimal("5392")); // 2900 + 29900 / 12 = 5391.67
        assertThat(march.numerator()).isEqualByComparingTo("64700");
        assertThat(march.denominator()).isEqualByComparingTo("12");
        assertThat(march.unit()).isEqualTo("CNY");
        assertThat(march.eventCount()).isEqualTo(2);
        assertThat(value(reader, "mrr", window("2026-02-01", "2026-03-01", "UTC", LATER)))
                .isEqualTo("8292");
    }

    @Test
    void aSubscriptionThatEndedBringsNothing() throws Exception {
        story.at("2026-02-15T00:00:00Z")
                .pays("mem_1", "activated", 29900, "CNY", "YEAR", "2026-02-15T00:00:00Z", "2027-02-15T00:00:00Z")
                .at("2026-03-20T00:00:00Z")
                .tell(
                        "billing.subscription.ended",
                        "sub_mem_1",
                        "subscriptionId",
                        "sub_mem_1",
                        "endedAt",
                        "2026-03-20T00:00:00Z");

        assertThat(value(reader(), "mrr", MARCH)).isEqualTo("0");
    }

    @Test
    void currenciesAreNotAddedUp() throws Exception {
        story.at("2026-03-15T00:00:00Z")
                .pays("mem_1", "activated", 2900, "CNY", "MONTH", "2026-03-15T00:00:00Z", "2026-04-15T00:00:00Z")
                .pays("mem_2", "activated", 500, "EUR", "MONTH", "2026-03-15T00:00:00Z", "2026-04-15T00:00:00Z");
        MetricReader reader = reader();

        MetricAnswer both = answer(reader, "mrr", MARCH);
        assertThat(both.value()).isNull();
        assertThat(both.undefinedReason()).isEqualTo("several-currencies");
        Metric mrr = METRICS.find("mrr", null).orElseThrow();
        assertThat(reader.answer(mrr, "com_1", MARCH, "EUR").value()).isEqualByComparingTo("500");
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
    void whoGotTheMoneyBackIsNotAskedToComplete() throws Exception {
        story.at("2026-03-05T00:00:00Z");
        for (String member : List.of("mem_kept", "mem_back", "mem_late", "mem_again", "mem_plan", "mem_month")) {
            story.enrolls(member, "crs_1");
        }
        story.buys("mem_kept", "ord_1", "course:crs_1")
                .buys("mem_back", "ord_2", "channel:chn_1", "course:crs_1")
                .buys("mem_late", "ord_3", "course:crs_1")
                .buys("mem_again", "ord_4", "course:crs_1")
                .buys("mem_plan", "ord_5", "course:*")
                .buys("mem_month", "ord_6", "course:*")
                .buys("mem_kept", "ord_7", "course:crs_2");
        story.at("2026-03-10T00:00:00Z").completes("mem_kept", "crs_1").completes("mem_back", "crs_1");
        story.at("2026-03-20T00:00:00Z")
                .refunds("ord_2")
                .refunds("ord_4")
                .refunds("ord_5")
                .refunds("ord_7")
                .buys("mem_again", "ord_8", "course:crs_1")
                .buys("mem_month", "ord_9", "course:*")
                .refunds("ord_9");
        story.at("2026-06-04T00:00:00Z").refunds("ord_3"); // after 91 days
        MetricReader reader = reader();

        MetricAnswer completion = answer(reader, "completion", MARCH);
        assertThat(completion.definitionVersion()).isEqualTo(2);
        assertThat(completion.numerator()).isEqualByComparingTo("1");
        assertThat(completion.denominator()).isEqualByComparingTo("4"); // without mem_back and mem_plan
        assertThat(completion.eventCount()).isEqualTo(5);
        MetricAnswer first = reader.answer(METRICS.find("completion", 1).orElseThrow(), "com_1", MARCH, null);
        assertThat(first.numerator()).isEqualByComparingTo("2");
        assertThat(first.denominator()).isEqualByComparingTo("6");
    }

    @Test
    void whoGotTheMoneyBackBeforeEnrollingIsAskedToComplete() throws Exception {
        story.at("2026-03-01T00:00:00Z").buys("mem_1", "ord_1", "course:crs_1");
        story.at("2026-03-02T00:00:00Z").refunds("ord_1");
        story.at("2026-03-05T00:00:00Z").enrolls("mem_1", "crs_1");

        assertThat(answer(reader(), "completion", MARCH).denominator()).isEqualByComparingTo("1");
    }

    @Test
    void ratingsOfRefundedBuyersStandApart() throws Exception {
        story.at("2026-03-05T00:00:00Z")
                .publishes("crs_1")
                .buys("mem_1", "ord_1", "course:crs_1")
                .buys("mem_2", "ord_2", "course:crs_1")
                .buys("mem_3", "ord_3", "course:crs_1")
                .rates("mem_1", "crs_1", 5)
                .rates("mem_2", "crs_1", 1)
                .rates("mem_3", "crs_1", 4)
                .rates("mem_4", "crs_1", 3)
                .reads("mem_1", "crs_1")
                .at("2026-03-20T00:00:00Z")
                .refunds("ord_2")
                .at("2026-04-20T00:00:00Z")
                .refunds("ord_3"); // not yet in March
        MetricReader reader = reader();

        assertThat(value(reader, "rating", MARCH)).isEqualTo("4.0000");
        assertThat(answer(reader, "rating", MARCH).eventCount()).isEqualTo(3);
        assertThat(value(reader, "rating-refunded", MARCH)).isEqualTo("1.0000");
        assertThat(answer(reader, "rating-refunded", MARCH).eventCount()).isEqualTo(1);
        assertThat(value(reader, "content-value", MARCH)).isEqualTo("4.0000"); // (5 * 4 + 12) / 8, one reader
        assertThat(answer(reader, "content-value", MARCH).eventCount()).isEqualTo(5);
        assertThat(reader.answer(METRICS.find("rating", 1).orElseThrow(), "com_1", MARCH, null)
                        .value())
                .isEqualByComparingTo("3.25");
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
    void theBalanceHoldsAndWindowsChain() throws Exception {
        var random = new Random(42);
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 600; i++) {
            at = at.plusSeconds(random.nextInt(40_000));
            String member = "mem_" + random.nextInt(60);
            story.at(at);
            switch (random.nextInt(5)) {
                case 0, 1 -> story.joins(member);
                case 2 -> story.leaves(member);
                case 3 -> story.tell("member.membership.returned", "mbs_" + member, "memberId", member);
                default -> story.says(member);
            }
        }
        MetricReader reader = reader();

        String before = null;
        for (int month = 1; month < 6; month++) {
            Window window = new Window(
                    LocalDate.of(2026, month, 1),
                    LocalDate.of(2026, month + 1, 1),
                    ZoneId.of("Asia/Shanghai"),
                    LATER,
                    90);
            int n0 = Integer.parseInt(value(reader, "n0", window));
            int n1 = Integer.parseInt(value(reader, "n1", window));
            int n2 = Integer.parseInt(value(reader, "n2", window));
            String total = value(reader, "n-total", window);
            assertThat(total).isEqualTo(Integer.toString(n0 + n1 - n2));
            if (before != null) {
                assertThat(Integer.toString(n0)).isEqualTo(before);
            }
            before = total;
        }
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

    /** The numbers, and the ids of the events behind them. */
    private static List<String> rows(List<String> prelude, Metric metric) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection duck = Duck.open("512MB");
                Statement statement = duck.createStatement()) {
            for (String prepared : prelude) {
                Duck.run(duck, prepared);
            }
            MetricReader.numbers(duck, metric)
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

        List<ExplainedEvent> first = reader.explain(churn, "com_1", MARCH, ExplainedEvent.Place.START, 3);
        List<ExplainedEvent> rest = reader.explain(
                churn, "com_1", MARCH, ExplainedEvent.Place.of(first.getLast().position()), 3);

        assertThat(first)
                .extracting(ExplainedEvent::position)
                .containsExactly("member.0/2", "member.0/4", "member.0/6");
        assertThat(rest).extracting(ExplainedEvent::name).containsExactly("member.membership.churned");
        assertThat(answer(reader, "churn", MARCH).eventCount()).isEqualTo(4);
    }

    private MetricReader reader() throws Exception {
        return new MetricReader(TestLake.of(folder, story.events()));
    }

    private static MetricAnswer answer(MetricReader reader, String metric, Window window) {
        return reader.answer(METRICS.find(metric, null).orElseThrow(), "com_1", window, null);
    }

    private static String value(MetricReader reader, String metric, Window window) {
        @Nullable BigDecimal value = answer(reader, metric, window).value();
        return Objects.requireNonNull(value, metric).toPlainString();
    }

    private static Window window(String from, String to, String zone, Instant asOf) {
        return new Window(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone), asOf, Window.DAYS);
    }
}
