package io.guildhall.analytics.metric;

import static io.guildhall.analytics.metric.Numbers.LATER;
import static io.guildhall.analytics.metric.Numbers.MARCH;
import static io.guildhall.analytics.metric.Numbers.METRICS;
import static io.guildhall.analytics.metric.Numbers.answer;
import static io.guildhall.analytics.metric.Numbers.value;
import static io.guildhall.analytics.metric.Numbers.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revenue, and what it changes that money was given back. */
class MoneyMetricsTest {

    @TempDir
    Path folder;

    private final Story story = new Story();

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

    /** Whether the term will be renewed is not known yet, so it does not count as lost. */
    @Test
    void ofAWindowThatRunsItIsWhatRunsNow() throws Exception {
        story.at("2026-02-15T00:00:00Z")
                .pays("mem_1", "activated", 2900, "CNY", "MONTH", "2026-02-15T00:00:00Z", "2026-03-15T00:00:00Z");
        Window running = window("2026-03-01", "2026-04-01", "UTC", Instant.parse("2026-03-10T00:00:00Z"));
        MetricReader reader = reader();

        assertThat(value(reader, "mrr", running)).isEqualTo("2900");
        assertThat(answer(reader, "mrr", running).eventCount()).isEqualTo(1);
        assertThat(value(reader, "mrr", 2, running)).isEqualTo("0");
        assertThat(value(reader, "mrr", MARCH)).isEqualTo("0");
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
    void aTermWhoseMoneyWasGivenBackBringsNothingFromThenOn() throws Exception {
        story.at("2026-02-15T00:00:00Z")
                .pays("mem_1", "activated", 2900, "CNY", "YEAR", "2026-02-15T00:00:00Z", "2027-02-15T00:00:00Z")
                .pays("mem_2", "activated", 1200, "CNY", "MONTH", "2026-02-15T00:00:00Z", "2026-03-15T00:00:00Z")
                .at("2026-03-15T00:00:00Z")
                .pays("mem_2", "renewed", 1200, "CNY", "MONTH", "2026-03-15T00:00:00Z", "2026-04-15T00:00:00Z")
                .refunds("ord_mem_2_2026-02-15T00:00:00Z")
                .at("2026-03-20T00:00:00Z")
                .refunds("ord_mem_1_2026-02-15T00:00:00Z")
                .at("2026-04-01T00:00:00Z")
                .refunds("ord_mem_2_2026-03-15T00:00:00Z"); // belongs to April
        MetricReader reader = reader();

        assertThat(value(reader, "mrr", window("2026-02-01", "2026-03-01", "UTC", LATER)))
                .isEqualTo("1442"); // 2900 / 12 + 1200
        assertThat(value(reader, "mrr", MARCH)).isEqualTo("1200");
        assertThat(answer(reader, "mrr", MARCH).eventCount()).isEqualTo(1);
        assertThat(value(reader, "mrr", 1, MARCH)).isEqualTo("1442");
        assertThat(value(reader, "mrr", window("2026-03-02", "2026-04-02", "UTC", LATER)))
                .isEqualTo("0");
    }

    @Test
    void currenciesAreNotAddedUp() throws Exception {
        story.at("2026-03-15T00:00:00Z")
                .joins("mem_1")
                .pays("mem_1", "activated", 2900, "CNY", "MONTH", "2026-03-15T00:00:00Z", "2026-04-15T00:00:00Z")
                .pays("mem_2", "activated", 500, "EUR", "MONTH", "2026-03-15T00:00:00Z", "2026-04-15T00:00:00Z");
        MetricReader reader = reader();

        MetricAnswer both = answer(reader, "mrr", MARCH);
        assertThat(both.value()).isNull();
        assertThat(both.undefinedReason()).isEqualTo("several-currencies");
        Metric mrr = METRICS.find("mrr", null).orElseThrow();
        MetricAnswer euros = reader.answer(mrr, "com_1", MARCH, "EUR");
        assertThat(euros.value()).isEqualByComparingTo("500");
        assertThat(euros.eventCount()).isEqualTo(1);
        assertThat(reader.explain(mrr, "com_1", MARCH, "EUR", ExplainedEvent.Place.START, 10))
                .hasSize(1);
        Metric n0 = METRICS.find("n0", null).orElseThrow();
        assertThat(reader.answer(n0, "com_1", window("2026-04-01", "2026-05-01", "UTC", LATER), "EUR")
                        .value())
                .isEqualByComparingTo("1"); // no money: there is nothing to choose
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

    private MetricReader reader() throws Exception {
        return new MetricReader(TestLake.of(folder, story.events()));
    }
}
