package io.guildhall.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-01T10:00:00Z, 2026-03-01T10:00:00Z, 2026-02-28T10:00:00Z",
        "2026-02-01T10:00:00Z, 2026-02-05T10:00:00Z, 2026-02-04T10:00:00Z",
        "2026-02-01T10:00:00Z, 2026-02-02T10:00:00Z, 2026-02-02T04:00:00Z",
    })
    void isADayAheadOfTheEndAndLessForAShortTerm(Instant start, Instant end, Instant date) {
        assertThat(RenewalDate.of(start, end)).isEqualTo(date);
    }
}
