package io.guildhall.analytics.metric;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a metric's SELECT answered; an answer that is no integer is a bug of the metric. */
final class MetricRows {

    private final ResultSet rows;
    private final boolean money;
    private final Set<String> columns = new HashSet<>();

    private MetricRows(ResultSet rows, boolean money) throws SQLException {
        this.rows = rows;
        this.money = money;
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnName(i));
        }
    }

    /** One number, or one for each currency; none where there was nothing to add up. */
    static List<MetricNumber> read(Connection duck, Metric metric) throws SQLException {
        Map<String, MetricNumber> numbers = new LinkedHashMap<>();
        try (Statement statement = duck.createStatement();
                ResultSet found = statement.executeQuery(metric.sql())) {
            var rows = new MetricRows(found, metric.isMoney());
            while (found.next()) {
                MetricNumber number = rows.number();
                numbers.merge(String.valueOf(number.currency()), number, MetricNumber::plus);
            }
        }
        return new ArrayList<>(numbers.values());
    }

    private MetricNumber number() throws SQLException {
        BigInteger numerator = integer("numerator");
        BigInteger divisor = integer("divisor");
        return new MetricNumber(
                new Fraction(
                        numerator == null ? BigInteger.ZERO : numerator, divisor == null ? BigInteger.ONE : divisor),
                integer("denominator"),
                money ? rows.getString("currency") : null,
                count("asked"),
                count("events"));
    }

    private @Nullable Long count(String column) throws SQLException {
        BigInteger count = integer(column);
        return count == null ? null : count.longValueExact();
    }

    private @Nullable BigInteger integer(String column) throws SQLException {
        Object value = columns.contains(column) ? rows.getObject(column) : null;
        return value == null ? null : new BigInteger(value.toString());
    }
}
