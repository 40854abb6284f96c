package io.guildhall.analytics.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "50, 500, 0.0767, 0.1294, wilson",
        "1, 10, 0.0179, 0.4042, wilson",
        "5, 10, 0.2366, 0.7634, wilson",
        "10, 10, 0.7225, 1.0000, wilson",
        "1, 1, 0.2065, 1.0000, wilson",
        "0, 500, 0.0000, 0.0060, rule-of-three",
        "0, 2, 0.0000, 1.0000, rule-of-three"
    })
    void holdsWhatWilsonAndTheRuleOfThreeSay(
            BigDecimal counted, BigDecimal of, String low, String high, String method) {
        assertThat(Interval.of(counted, of)).isEqualTo(new Interval(new BigDecimal(low), new BigDecimal(high), method));
    }
}
