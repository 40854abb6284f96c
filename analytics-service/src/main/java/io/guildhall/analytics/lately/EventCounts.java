package io.guildhall.analytics.lately;

import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.metric.MetricReader;
import io.guildhall.analytics.metric.Window;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts events of the live lake. */
@Component
public class EventCounts {

    private static final String SQL = """
        SELECT name, reason, currency, COUNT(*) AS n, CAST(SUM(amount_minor) AS BIGINT) AS amount_minor,
               CASE WHEN reason IS NULL THEN '' ELSE STRING_AGG(DISTINCT member_id, ',' ORDER BY member_id) END AS members
        FROM (SELECT name, member_id, json_text(payload, '$.currency') AS currency,
                     json_long(payload, '$.amountMinor') AS amount_minor,
                     CASE WHEN name = 'billing.subscription.ended' THEN json_text(payload, '$.reason') END AS reason
              FROM events WHERE recorded_at > CAST(%s AS TIMESTAMPTZ)) e
        GROUP BY name, reason, currency ORDER BY name, reason, currency\
        """;

    private final MetricReader reader;

    EventCounts(MetricReader reader) {
        this.reader = reader;
    }

    /** What was recorded of a community behind one moment and up to another, by name. */
    public List<EventCount> between(String community, Instant after, Instant until) {
        String sql = SQL.formatted(Duck.text(after.toString()));
        LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC);
        var window = new Window(last, last.plusDays(1), ZoneId.of("UTC"), until, Window.DAYS);
        return reader.ask(community, window, sql, (duck, _) -> counts(duck, sql));
    }

    private static List<EventCount> counts(Connection duck, String sql) throws SQLException {
        List<EventCount> counts = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String members = rows.getString("members");
                counts.add(new EventCount(
                        rows.getString("name"),
                        rows.getString("reason"),
                        rows.getString("currency"),
                        rows.getLong("n"),
                        rows.getObject("amount_minor", Long.class),
                        members == null || members.isEmpty() ? List.of() : List.of(members.split(","))));
            }
        }
        return counts;
    }
}
