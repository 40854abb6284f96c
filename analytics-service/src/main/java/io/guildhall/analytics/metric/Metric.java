package io.guildhall.analytics.metric;

import org.jspecify.annotations.Nullable;

/**
 * A published definition of a number; a change is a new version.
 *
 * @param sql one SELECT with the columns {@code numerator} and {@code denominator} (null where the numerator is all),
 *     and {@code currency} where the unit is money
 * @param explainSql one SELECT with the column {@code event_id}: the events behind the number
 * @param undefined why there is no number where the denominator is zero
 */
public record Metric(
        String name, int version, String unit, @Nullable String undefined, String sql, String explainSql) {

    boolean isMoney() {
        return unit.equals("money");
    }
}
