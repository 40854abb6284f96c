package io.guildhall.analytics.found;

import io.guildhall.analytics.metric.MetricReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks events up in the live lake; what it has not taken yet is not found. */
@Component
public class EventFinder {

    private static final String SQL = """
        SELECT event_id, name, service, log, position, stream_id, sequence, community FROM %s
        WHERE event_id IN (%s) ORDER BY log, position\
        """;

    private final MetricReader reader;

    EventFinder(MetricReader reader) {
        this.reader = reader;
    }

    /** Those of the ids that are known, in the order of their logs. */
    public List<FoundEvent> byId(List<String> ids) {
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return reader.askWhole((duck, _, events) -> found(duck, SQL.formatted(events, places), ids));
    }

    private static List<FoundEvent> found(Connection duck, String sql, List<String> ids) throws SQLException {
        List<FoundEvent> found = new ArrayList<>();
        try (PreparedStatement statement = duck.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setString(i + 1, ids.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new FoundEvent(
                            rows.getString("event_id"),
                            rows.getString("name"),
                            rows.getString("service"),
                            rows.getString("log") + "/" + rows.getLong("position"),
                            rows.getString("stream_id"),
                            rows.getLong("sequence"),
                            rows.getString("community")));
                }
            }
        }
        return found;
    }
}
