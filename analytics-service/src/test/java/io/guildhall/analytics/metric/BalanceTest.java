package io.guildhall.analytics.metric;

import static io.guildhall.analytics.metric.Numbers.LATER;
import static io.guildhall.analytics.metric.Numbers.MARCH;
import static io.guildhall.analytics.metric.Numbers.answer;
import static io.guildhall.analytics.metric.Numbers.value;
import static io.guildhall.analytics.metric.Numbers.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is a member when: every window begins with what the one before it left, and what happens at a moment belongs to the
 * window that begins with it. */
class BalanceTest {

    @TempDir
    Path folder;

    private final Story story = new Story();

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
    void whoLeavesAtTheFirstMomentOfAWindowIsLostInIt() throws Exception {
        story.at("2026-02-01T00:00:00Z").joins("mem_1").joins("mem_2");
        story.at("2026-03-01T00:00:00Z").leaves("mem_1").joins("mem_3");
        story.at("2026-04-01T00:00:00Z").leaves("mem_2").joins("mem_4");
        MetricReader reader = reader();

        assertThat(value(reader, "n0", MARCH)).isEqualTo("2");
        assertThat(value(reader, "n1", MARCH)).isEqualTo("1");
        assertThat(value(reader, "n2", MARCH)).isEqualTo("1");
        assertThat(value(reader, "n-total", MARCH)).isEqualTo("2");
        assertThat(value(reader, "churn", MARCH)).isEqualTo("0.5000");
        assertThat(value(reader, "active-members", MARCH)).isEqualTo("3");
        assertThat(value(reader, "active-members", 1, MARCH)).isEqualTo("2");
        assertThat(answer(reader, "participation", MARCH).denominator()).isEqualByComparingTo("3");
        assertThat(answer(reader, "participation", 1, MARCH).denominator()).isEqualByComparingTo("2");
    }

    @Test
    void theLastWordAboutAMomentHolds() throws Exception {
        story.at("2026-02-01T00:00:00Z").joins("mem_1").joins("mem_2");
        story.at("2026-03-10T00:00:00Z").leaves("mem_1");
        story.at("2026-04-02T00:00:00Z")
                .tell("member.membership.returned", "mbs_mem_1", "memberId", "mem_1", "at", "2026-03-10T00:00:00Z")
                .tell("member.membership.churned", "mbs_mem_2", "memberId", "mem_2", "endedAt", "2026-03-05T00:00:00Z")
                .tell("member.membership.returned", "mbs_mem_2", "memberId", "mem_2", "at", "2026-03-08T00:00:00Z");
        MetricReader reader = reader();

        assertThat(value(reader, "n0", MARCH)).isEqualTo("2");
        assertThat(value(reader, "n1", MARCH))
                .as("mem_2 was away for three days")
                .isEqualTo("1");
        assertThat(value(reader, "n2", MARCH)).as("mem_1 never left").isEqualTo("1");
        assertThat(value(reader, "n-total", MARCH)).isEqualTo("2");
    }

    /** People come, leave and return at midnight as well as at any other second, and half of them at the same one. */
    @ParameterizedTest
    @ValueSource(ints = {42, 43, 44})
    void theBalanceHoldsAndWindowsChain(int seed) throws Exception {
        comeAndGo(new Random(seed));
        MetricReader reader = reader();

        int before = -1;
        for (LocalDate day = LocalDate.of(2026, 3, 1); day.isBefore(LocalDate.of(2026, 4, 20)); day = day.plusDays(8)) {
            Window window = new Window(day, day.plusDays(8), ZoneId.of("Europe/Berlin"), LATER, Window.DAYS);
            int n0 = count(reader, "n0", window);
            int n1 = count(reader, "n1", window);
            int n2 = count(reader, "n2", window);
            assertThat(count(reader, "n-total", window)).isEqualTo(n0 + n1 - n2);
            if (before >= 0) {
                assertThat(n0).isEqualTo(before);
            }
            before = count(reader, "n-total", window);
            assertThat(count(reader, "active-members", window)).isBetween(Math.max(n0, before), n0 + n1);
            assertThat(answer(reader, "participation", window).denominator())
                    .isEqualByComparingTo(value(reader, "active-members", window));
            assertThat(answer(reader, "churn", window).numerator())
                    .isLessThanOrEqualTo(BigDecimal.valueOf(Math.min(n0, n2)));
        }
    }

    private void comeAndGo(Random random) {
        Instant at = Instant.parse("2026-02-20T23:00:00Z");
        for (int i = 0; i < 900; i++) {
            at = random.nextInt(3) == 0
                    ? at.atZone(ZoneId.of("Europe/Berlin"))
                            .toLocalDate()
                            .plusDays(1)
                            .atStartOfDay(ZoneId.of("Europe/Berlin"))
                            .toInstant()
                    : at.plusSeconds(random.nextInt(2) * random.nextInt(9_000));
            String member = "mem_" + random.nextInt(40);
            story.at(at);
            switch (random.nextInt(5)) {
                case 0, 1 -> story.joins(member);
                case 2, 3 -> story.leaves(member);
                default -> story.tell("member.membership.returned", "mbs_" + member, "memberId", member);
            }
        }
    }

    private static int count(MetricReader reader, String metric, Window window) {
        return Integer.parseInt(value(reader, metric, window));
    }

    private MetricReader reader() throws Exception {
        return new MetricReader(TestLake.of(folder, story.events()));
    }
}
