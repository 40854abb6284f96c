package io.guildhall.analytics.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact number: what engines add up are integers, and it is rounded once, where it is shown. */
record Fraction(BigInteger over, BigInteger under) {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** @throws IllegalArgumentException when {@code under} is not positive */
    Fraction {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException(over + "/" + under);
        }
        BigInteger common = over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction dividedBy(BigInteger divisor) {
        return new Fraction(over, under.multiply(divisor));
    }

    BigDecimal rounded(int places, RoundingMode mode) {
        return new BigDecimal(over).divide(new BigDecimal(under), places, mode);
    }

    /** The number itself where it is an integer, else its first digits. */
    BigDecimal shown() {
        return under.equals(BigInteger.ONE)
                ? new BigDecimal(over)
                : new BigDecimal(over)
                        .divide(new BigDecimal(under), MathContext.DECIMAL64)
                        .stripTrailingZeros();
    }
}
