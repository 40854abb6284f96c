package io.guildhall.analytics.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void losesNothingUntilItIsShown() {
        Fraction third = of(1, 3);

        assertThat(third.plus(third).plus(third)).isEqualTo(of(1, 1));
        assertThat(third.plus(of(1, 6)).dividedBy(BigInteger.TWO)).isEqualTo(of(1, 4));
        assertThat(of(2, 6)).isEqualTo(third);
        assertThat(of(1, 8).rounded(2, RoundingMode.HALF_EVEN)).isEqualTo("0.12");
        assertThat(third.shown()).isEqualTo("0.3333333333333333");
        assertThat(of(9, 2).shown()).isEqualTo("4.5");
        assertThat(of(4000, 2).shown()).isEqualTo("2000");
    }

    private static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }
}
