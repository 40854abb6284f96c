package io.guildhall.analytics.metric;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Where a share lies with 95 % confidence, if those counted are a sample of all who might be.
 *
 * @param low to 4 places
 * @param high to 4 places
 * @param method {@code wilson}, or {@code rule-of-three} where nobody was counted: at most 3 of them
 */
public record Interval(
        BigDecimal low,
        BigDecimal high,

        @Schema(allowableValues = {"wilson", "rule-of-three"})
        String method) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /**
     * E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927; for none the rule of three,
     * J. A. Hanley, A. Lippman-Hand, If nothing goes wrong, is everything all right?, 1983.
     *
     * @param of more than 0, and not less than {@code counted}
     */
    static Interval of(BigDecimal counted, BigDecimal of) {
        if (counted.signum() == 0) {
            BigDecimal atMost = new BigDecimal(3).divide(of, DIGITS).min(BigDecimal.ONE);
            return new Interval(shown(BigDecimal.ZERO), shown(atMost), "rule-of-three");
        }
        BigDecimal share = counted.divide(of, DIGITS);
        BigDecimal square = Z.multiply(Z).divide(of, DIGITS);
        BigDecimal scale = BigDecimal.ONE.add(square);
        BigDecimal middle = share.add(half(square)).divide(scale, DIGITS);
        BigDecimal variance = share.multiply(BigDecimal.ONE.subtract(share)).divide(of, DIGITS);
        BigDecimal spread = variance.add(half(half(square)).divide(of, DIGITS)).sqrt(DIGITS);
        BigDecimal reach = Z.multiply(spread).divide(scale, DIGITS);
        BigDecimal low = middle.subtract(reach).max(BigDecimal.ZERO);
        BigDecimal high = middle.add(reach).min(BigDecimal.ONE);
        return new Interval(shown(low), shown(high), "wilson");
    }

    private static BigDecimal half(BigDecimal number) {
        return number.divide(BigDecimal.TWO, DIGITS);
    }

    private static BigDecimal shown(BigDecimal share) {
        return share.setScale(MetricNumber.PLACES, RoundingMode.HALF_EVEN);
    }
}
