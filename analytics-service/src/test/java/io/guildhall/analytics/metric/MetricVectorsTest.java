package io.guildhall.analytics.metric;

import static io.guildhall.analytics.metric.Numbers.MARCH;
import static io.guildhall.analytics.metric.Numbers.answer;
import static io.guildhall.analytics.metric.Numbers.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test vectors of the source articles that belong to metrics there are. Those of later work: 000-d, the lifetime of a
 * membership; 001-a, hours weighted by quality; 002-a, activity by logarithms; 003-a and 003-c, similarity and
 * recommendations. */
class MetricVectorsTest {

    @TempDir
    Path folder;

    private final Story story = new Story();

    /** 000-a, 000-b. */
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
        assertThat(churn.interval())
                .isEqualTo(new Interval(new BigDecimal("0.0767"), new BigDecimal("0.1294"), "wilson"));
        assertThat(churn.eventCount()).isEqualTo(550);
        assertThat(churn.definitionVersion()).isEqualTo(1);
        assertThat(churn.freshness()).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
    }

    /** 000-e. */
    @Test
    void satisfactionCountsThoseWhoAnswered() throws Exception {
        story.at("2026-02-05T00:00:00Z");
        for (int i = 50; i < 500; i++) {
            story.joins("mem_" + i); // 450 members; who left could answer, too
        }
        story.at("2026-03-05T00:00:00Z").opensSurvey();
        for (int i = 0; i < 500; i++) {
            story.answers("mem_" + i, 2);
            story.answers("mem_" + i, i < 400 ? 4 + i % 2 : 1 + i % 3); // the last answer counts
        }

        MetricAnswer satisfaction = answer(reader(), "satisfaction", MARCH);
        assertThat(satisfaction.value()).isEqualTo(new BigDecimal("0.8000"));
        assertThat(satisfaction.responses()).isEqualTo(new MetricAnswer.Responses(500, new BigDecimal("1.0000")));
    }

    /** 003-d. */
    @Test
    void whatIsNotRatedDoesNotCount() throws Exception {
        story.at("2026-03-05T00:00:00Z").publishes("crs_1").publishes("crs_2").publishes("crs_3");
        story.rates("mem_1", "crs_1", 5).rates("mem_1", "crs_3", 4);

        assertThat(value(reader(), "rating", MARCH)).isEqualTo("4.5000");
    }

    /** 004-a. */
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

    /** 004-b: over all 10. */
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

    /** 004-b: over the 5 that were rated. */
    @Test
    void contentValueOfTheRatedArticles() throws Exception {
        story.at("2026-02-01T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            story.publishes("crs_" + i);
        }
        story.at("2026-03-05T00:00:00Z");
        for (int i = 0; i < 100; i++) {
            story.reads("mem_" + i, "crs_" + i % 5);
        }
        for (int i = 0; i < 5; i++) {
            story.rates("mem_1", "crs_" + i, 4).rates("mem_2", "crs_" + i, 5);
        }
        MetricReader reader = reader();

        assertThat(value(reader, "content-value-source", MARCH)).isEqualTo("90.0000");
        assertThat(value(reader, "content-value", MARCH)).isEqualTo("90.0000");
    }

    @Test
    void churnWithoutMembersAtTheStartIsUndefined() throws Exception {
        story.at("2026-03-02T00:00:00Z")
                .joins("mem_1")
                .at("2026-03-20T00:00:00Z")
                .leaves("mem_1");
        MetricReader reader = reader();

        for (String metric : List.of("churn", "churn-source")) {
            MetricAnswer churn = answer(reader, metric, MARCH);
            assertThat(churn.value()).isNull();
            assertThat(churn.undefinedReason()).isEqualTo("no-members-at-start");
            assertThat(churn.interval()).isNull();
        }
    }

    @Test
    void whereNobodyLeftChurnHasAnUpperBound() throws Exception {
        story.at("2026-02-02T00:00:00Z");
        for (int i = 0; i < 40; i++) {
            story.joins("mem_" + i);
        }

        MetricAnswer churn = answer(reader(), "churn", MARCH);
        assertThat(churn.value()).isEqualTo(new BigDecimal("0.0000"));
        assertThat(churn.interval())
                .isEqualTo(new Interval(new BigDecimal("0.0000"), new BigDecimal("0.0750"), "rule-of-three"));
    }

    private MetricReader reader() throws Exception {
        return new MetricReader(TestLake.of(folder, story.events()));
    }
}
