package io.guildhall.billing.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final Instant LAST_OF_JANUARY = Instant.parse("2026-01-31T10:00:00Z");

    @Test
    void comesBackToThe31stBehindAShorterMonth() {
        assertThat(Period.MONTH.end(LAST_OF_JANUARY, 1)).isEqualTo("2026-02-28T10:00:00Z");
        assertThat(Period.MONTH.end(LAST_OF_JANUARY, 2)).isEqualTo("2026-03-31T10:00:00Z");
        assertThat(Period.MONTH.end(LAST_OF_JANUARY, 3)).isEqualTo("2026-04-30T10:00:00Z");
        assertThat(Period.MONTH.end(Instant.parse("2024-01-31T10:00:00Z"), 1)).isEqualTo("2024-02-29T10:00:00Z");
    }

    @Test
    void comesBackToThe29thOfFebruary() {
        Instant leap = Instant.parse("2024-02-29T00:00:00Z");
        assertThat(Period.YEAR.end(leap, 1)).isEqualTo("2025-02-28T00:00:00Z");
        assertThat(Period.YEAR.end(leap, 4)).isEqualTo("2028-02-29T00:00:00Z");
    }

    @Test
    void everyTermEndsOnTheAnchorsDayOrTheLastOfAShorterMonth() {
        Seeds.check(2_000, draw -> {
            LocalDateTime anchor = LocalDate.of(2000, 1, 1)
                    .plusDays(draw.number(0, 20_000))
                    .atTime(draw.number(0, 23), draw.number(0, 59), draw.number(0, 59));
            Period period = draw.oneOf(Period.values());
            int terms = draw.number(1, 120);
            Instant start = anchor.toInstant(ZoneOffset.UTC);

            LocalDateTime end = LocalDateTime.ofInstant(period.end(start, terms), ZoneOffset.UTC);

            int months = period == Period.MONTH ? terms : terms * 12;
            YearMonth month = YearMonth.from(anchor).plusMonths(months);
            assertThat(YearMonth.from(end)).isEqualTo(month);
            assertThat(end.getDayOfMonth()).isEqualTo(Math.min(anchor.getDayOfMonth(), month.lengthOfMonth()));
            assertThat(end.toLocalTime()).isEqualTo(anchor.toLocalTime());
            assertThat(period.end(start, terms)).isAfter(period.end(start, terms - 1));
        });
    }
}
