package io.guildhall.analytics.metric;

import static io.guildhall.analytics.metric.Numbers.MARCH;
import static io.guildhall.analytics.metric.Numbers.answer;
import static io.guildhall.analytics.metric.Numbers.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever works for a community, in whichever role, is not counted among those who are asked, rate and read. */
class StaffTest {

    @TempDir
    Path folder;

    private final Story story = new Story();

    @ParameterizedTest
    @ValueSource(strings = {"owner", "author", "moderator"})
    void isNotAskedNotRatedByAndNotReadBy(String role) throws Exception {
        everybodyActs();
        story.role("mem_staff", role);
        MetricReader reader = reader();

        MetricAnswer satisfaction = answer(reader, "satisfaction", MARCH);
        assertThat(satisfaction.numerator()).isEqualByComparingTo("0");
        assertThat(satisfaction.denominator()).isEqualByComparingTo("1");
        assertThat(satisfaction.responses()).isEqualTo(new MetricAnswer.Responses(2, new BigDecimal("0.5000")));
        assertThat(satisfaction.eventCount()).isEqualTo(1);
        assertThat(value(reader, "rating", MARCH)).isEqualTo("2.0000");
        assertThat(value(reader, "content-value", MARCH)).isEqualTo("2.0000");
        assertThat(answer(reader, "content-value", MARCH).eventCount()).isEqualTo(3);
        assertThat(value(reader, "content-value-source", MARCH)).isEqualTo("2.0000");
        assertThat(value(reader, "activity-per-member", MARCH)).isEqualTo("1.5000");
        assertThat(value(reader, "active-members", MARCH)).isEqualTo("2");
    }

    @Test
    void countsInOlderDefinitions() throws Exception {
        everybodyActs();
        story.role("mem_staff", "owner");
        MetricReader reader = reader();

        assertThat(value(reader, "satisfaction", 1, MARCH)).isEqualTo("0.5000");
        assertThat(value(reader, "rating", 2, MARCH)).isEqualTo("3.5000");
        assertThat(value(reader, "content-value", 2, MARCH)).isEqualTo("7.0000");
        assertThat(value(reader, "content-value-source", 1, MARCH)).isEqualTo("7.0000");
    }

    @Test
    void refundedBuyersOfStaffDoNotRate() throws Exception {
        story.at("2026-03-05T00:00:00Z")
                .buys("mem_staff", "ord_1", "course:crs_1")
                .rates("mem_staff", "crs_1", 5)
                .refunds("ord_1")
                .role("mem_staff", "moderator");
        MetricReader reader = reader();

        assertThat(answer(reader, "rating-refunded", MARCH).value()).isNull();
        assertThat(value(reader, "rating-refunded", 1, MARCH)).isEqualTo("5.0000");
    }

    @Test
    void isAMemberAgainWhenTheRoleIsWithdrawn() throws Exception {
        everybodyActs();
        story.role("mem_staff", "author").role("mem_staff", "moderator");
        story.withdraws("mem_staff", "author").withdraws("mem_staff", "moderator");
        MetricReader reader = reader();

        assertThat(value(reader, "rating", MARCH)).isEqualTo("3.5000");
        assertThat(value(reader, "active-members", MARCH)).isEqualTo("3");
    }

    private void everybodyActs() {
        story.at("2026-02-01T00:00:00Z").publishes("crs_1");
        for (String member : List.of("mem_staff", "mem_1", "mem_silent")) {
            story.joins(member);
        }
        story.at("2026-03-05T00:00:00Z").opensSurvey();
        story.answers("mem_staff", 5).rates("mem_staff", "crs_1", 5).reads("mem_staff", "crs_1");
        story.answers("mem_1", 1).rates("mem_1", "crs_1", 2).reads("mem_1", "crs_1");
    }

    private MetricReader reader() throws Exception {
        return new MetricReader(TestLake.of(folder, story.events()));
    }
}
