package io.guildhall.analytics.sql;

import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.metric.MetricReader;
import io.guildhall.analytics.metric.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes what was found to a temporary file in the format that was asked for; who asked deletes it. */
@Component
public class DataFiles {

    private static final String EVENTS = """
        SELECT service, log, position, event_id, name, revision, stream_id, sequence, actor, recorded_at, valid_at,
               payload
        FROM events WHERE valid_at >= from_at() AND valid_at < to_at() ORDER BY log, position\
        """;

    private final MetricReader reader;

    DataFiles(MetricReader reader) {
        this.reader = reader;
    }

    /** Every event of the community that became true in the window; personal fields stay sealed. */
    public Path events(String community, Window window, DataFormat format) {
        return reader.ask(community, window, EVENTS, (duck, _) -> copy(duck, EVENTS, format));
    }

    /** The rows of a result. */
    public Path rows(QueryResult result, DataFormat format) {
        Path lines = null;
        try (Connection duck = Duck.open("256MB")) {
            lines = Files.createTempFile("guildhall-rows", ".ndjson");
            Files.write(lines, result.rows());
            String columns = result.columns().stream()
                    .map(column -> Duck.text(column.name()) + ": " + Duck.text(column.type()))
                    .collect(Collectors.joining(", ", "{", "}"));
            return copy(
                    duck,
                    "SELECT * FROM read_json(%s, format = 'newline_delimited', columns = %s, maximum_object_size = %d)"
                            .formatted(Duck.text(lines.toString()), columns, SandboxAnswer.MOST_ROW_BYTES),
                    format);
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(lines);
        }
    }

    private static Path copy(Connection duck, String select, DataFormat format) throws SQLException {
        try {
            Path file = Files.createTempFile("guildhall-data", "." + format.ending());
            Duck.run(duck, "COPY (%s) TO %s %s".formatted(select, Duck.text(file.toString()), format.copyOptions()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file that was answered. */
    public static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
