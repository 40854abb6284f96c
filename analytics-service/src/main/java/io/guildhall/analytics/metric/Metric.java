package io.guildhall.analytics.metric;

import org.jspecify.annotations.Nullable;

/**
 * A published definition of a number; a change is a new version.
 *
 * @param interval whether it is a share whose 95 % interval is told
 * @param sql one SELECT of integers with the columns {@code numerator} and {@code denominator} (null where the numerator is
 *     all), and {@code currency} where the unit is money. With {@code divisor} each row's numerator is divided by it and
 *     all are added up; {@code asked} tells how many could have answered, {@code events} how many events are behind it
 * @param explainSql one SELECT with the column {@code event_id}: the events behind the number, each once; of money
 *     with a column {@code currency} as well
 * @param undefined why there is no number where the denominator is zero
 */
public record Metric(
        String name,
        int version,
        String unit,
        @Nullable String undefined,
        boolean interval,
        String sql,
        String explainSql) {

    /** Whether what happened in the window is followed for {@link Window#days()} more. */
    boolean waits() {
        return sql.contains("waited_days()");
    }

    /** Whether it tells itself how many events are behind the number, so that they need not be listed to be counted. */
    boolean countsEvents() {
        return sql.contains(" AS events");
    }

    boolean isMoney() {
        return unit.equals("money");
    }
}
