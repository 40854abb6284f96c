package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to new Parquet files, one a month of valid time and service; they count once a manifest names them. Within
 * a file they stand by name in small groups, so that who asks for some names does not read the others' payloads.
 */
final class ParquetFiles implements AutoCloseable {

    private record Part(String month, String service) {

        static Part of(Envelope event) {
            return new Part(MONTH.format(event.fact().validAt()), event.fact().service());
        }

        String path() {
            return "data/month=" + month + "/service=" + service + "/";
        }
    }

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);
    private static final String BATCH = """
        CREATE TABLE batch (service VARCHAR, log VARCHAR, position BIGINT, event_id VARCHAR, name VARCHAR,
                revision INTEGER, stream_id VARCHAR, sequence BIGINT, community VARCHAR, actor VARCHAR,
                recorded_us BIGINT, valid_us BIGINT, payload VARCHAR)\
        """;
    private static final String COPY = """
        COPY (SELECT * EXCLUDE (recorded_us, valid_us, payload),
                     make_timestamp(recorded_us) AT TIME ZONE 'UTC' AS recorded_at,
                     make_timestamp(valid_us) AT TIME ZONE 'UTC' AS valid_at,
                     payload
              FROM batch ORDER BY name, log, position) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192)\
        """;
    private static final String MERGE = """
        COPY (SELECT * FROM read_parquet([%s], hive_partitioning = false) ORDER BY name, log, position)
        TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192)\
        """;

    private final Generation generation;
    private final Connection duck;

    ParquetFiles(Generation generation) throws SQLException {
        this.generation = generation;
        this.duck = Duck.open("256MB");
        Duck.run(duck, "SET TimeZone = 'UTC'");
        Duck.run(duck, BATCH);
    }

    List<LakeFile> write(List<Envelope> events) throws SQLException, IOException {
        Map<String, List<Envelope>> parts = new TreeMap<>();
        events.forEach(event -> parts.computeIfAbsent(Part.of(event).path(), _ -> new ArrayList<>())
                .add(event));
        List<LakeFile> written = new ArrayList<>();
        for (List<Envelope> part : parts.values()) {
            Duck.run(duck, "DELETE FROM batch");
            append(part);
            written.add(copy(to -> COPY.formatted(to), Part.of(part.getFirst()), part.size()));
        }
        return written;
    }

    /** Writes one file that holds what these files of one month and service hold. */
    LakeFile merge(List<LakeFile> files) throws SQLException, IOException {
        String from = String.join(
                ", ",
                files.stream()
                        .map(file -> Duck.text(generation.file(file).toString()))
                        .toList());
        Part part = new Part(files.getFirst().month(), files.getFirst().service());
        return copy(
                to -> MERGE.formatted(from, to),
                part,
                files.stream().mapToLong(LakeFile::events).sum());
    }

    /** How a file is written, told where to. */
    private interface CopyTo {
        String sql(String target);
    }

    private LakeFile copy(CopyTo copy, Part part, long events) throws SQLException, IOException {
        Path written = generation.temporary();
        Durable.createFolder(Durable.folderOf(written));
        Duck.run(duck, copy.sql(Duck.text(written.toString())));
        String path = part.path() + written.getFileName() + ".parquet";
        long bytes = Files.size(written);
        Durable.place(written, generation.folder().resolve(path));
        return new LakeFile(path, part.service(), part.month(), events, bytes);
    }

    private void append(List<Envelope> events) throws SQLException {
        try (DuckDBAppender appender =
                duck.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "batch")) {
            for (Envelope event : events) {
                append(appender, event.fact(), event.payload());
            }
        }
    }

    private static void append(DuckDBAppender row, Fact fact, String payload) throws SQLException {
        row.beginRow();
        row.append(fact.service());
        row.append(fact.position().log());
        row.append(fact.position().number());
        row.append(fact.eventId());
        row.append(fact.name());
        row.append(fact.revision());
        row.append(fact.streamId());
        row.append(fact.sequence());
        append(row, fact.community());
        append(row, fact.actor());
        row.append(micros(fact.recordedAt()));
        row.append(micros(fact.validAt()));
        row.append(payload);
        row.endRow();
    }

    private static void append(DuckDBAppender row, @Nullable String text) throws SQLException {
        if (text == null) {
            row.appendNull();
        } else {
            row.append(text);
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
