package io.guildhall.analytics.sql;

import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.metric.Prelude;
import io.guildhall.analytics.metric.Window;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What queries may read, as the engine itself describes it over a lake without events. */
@Component
public class QueryViews {

    /** A view with its columns in their order. */
    public record View(String name, List<QueryResult.Column> columns) {}

    private static final Window ANY = new Window(
            LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 2), ZoneId.of("UTC"), Instant.EPOCH, Window.DAYS);

    private @Nullable List<View> known;

    /** In the order in which they stand on each other. */
    public synchronized List<View> all() {
        if (known == null) {
            known = described();
        }
        return known;
    }

    private static List<View> described() {
        try (Connection duck = Duck.open("128MB")) {
            for (String statement : Prelude.statements("duckdb", Duck.NO_EVENTS, "none", ANY)) {
                Duck.run(duck, statement);
            }
            List<View> views = new ArrayList<>();
            for (String name : Prelude.views()) {
                views.add(new View(name, columns(duck, name)));
            }
            return List.copyOf(views);
        } catch (SQLException e) {
            throw new IllegalStateException("The views cannot be described", e);
        }
    }

    private static List<QueryResult.Column> columns(Connection duck, String view) throws SQLException {
        List<QueryResult.Column> columns = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet column = statement.executeQuery("DESCRIBE " + view)) {
            while (column.next()) {
                columns.add(new QueryResult.Column(column.getString("column_name"), column.getString("column_type")));
            }
        }
        return columns;
    }
}
