package io.guildhall.local.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.demo.story.Deed.Plan;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StayTest {

    private static final int MOST_MONTHS = 13;

    /** Whatever months lie in it, of a leap year too. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-01-29", "2025-01-31", "2025-02-28", "2025-07-01", "2023-12-31", "2024-02-29"})
    void liesWithinTheMonthsOfTheCalendar(LocalDate start) {
        for (int months = 1; months <= MOST_MONTHS; months++) {
            long end = start.plusMonths(months).toEpochDay() - start.toEpochDay();
            assertThat(Stay.of(0, Plan.MONTH, months, 10_000).to()).isLessThan((int) end);
            assertThat(Stay.over(0, Plan.MONTH, months)).isGreaterThan((int) end);
        }
    }
}
