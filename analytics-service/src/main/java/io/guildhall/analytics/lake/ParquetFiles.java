package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.id.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Writes events to new Parquet files, one a month of valid time and service; they count once a manifest names them. Merged
 * files stand by name in small groups, so that who asks for some names does not read the others' payloads.
 */
final class ParquetFiles implements AutoCloseable {

    private static final String BATCH = """
        CREATE TABLE batch (service VARCHAR, log VARCHAR, position BIGINT, event_id VARCHAR, name VARCHAR,
                revision INTEGER, stream_id VARCHAR, sequence BIGINT, community VARCHAR, actor VARCHAR,
                recorded_us BIGINT, valid_us BIGINT, payload VARCHAR)\
        """;
    private static final String WRITE = """
        COPY (SELECT * EXCLUDE (recorded_us, valid_us, payload),
                     make_timestamp(recorded_us) AT TIME ZONE 'UTC' AS recorded_at,
                     make_timestamp(valid_us) AT TIME ZONE 'UTC' AS valid_at,
                     payload,
                     %s,
                     strftime(make_timestamp(valid_us), '%%Y-%%m') AS in_month,
                     service AS of_service
              FROM batch)
        TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192, PARTITION_BY (in_month, of_service), RETURN_STATS)\
        """;
    private static final Pattern PART = Pattern.compile("in_month=([^/]+)/of_service=([^/]+)/");
    private static final String MERGE = """
        COPY (SELECT * EXCLUDE (month) FROM %s ORDER BY name, log, position)
        TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192)\
        """;
    /** More than one batch has months and services, or a part would be written in pieces. */
    private static final int OPEN_FILES = 1_000;

    private final Generation generation;
    private final Connection duck;

    ParquetFiles(Generation generation) throws SQLException {
        this.generation = generation;
        this.duck = Duck.open("256MB");
        Duck.run(duck, "SET TimeZone = 'UTC'");
        Duck.run(duck, "SET partitioned_write_max_open_files = " + OPEN_FILES);
        Duck.run(duck, BATCH);
    }

    List<LakeFile> write(List<Envelope> events) throws SQLException, IOException {
        if (events.isEmpty()) {
            return List.of();
        }
        Duck.run(duck, "DELETE FROM batch");
        append(events);
        Path folder = generation.temporary();
        Durable.createFolder(Durable.folderOf(folder));
        List<LakeFile> written = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet files =
                        statement.executeQuery(WRITE.formatted(Layout.EXTRACTED, Duck.text(folder.toString())))) {
            while (files.next()) {
                Path file = Path.of(files.getString("filename"));
                Matcher part = PART.matcher(file.toString());
                if (!part.find()) {
                    throw new IOException("No month and service in " + file);
                }
                written.add(place(file, part.group(2), part.group(1), files.getLong("count")));
            }
        }
        FileSystemUtils.deleteRecursively(folder);
        return written;
    }

    /** Writes one file that holds what these files of one month and service hold. */
    LakeFile merge(List<LakeFile> files) throws SQLException, IOException {
        Path written = generation.temporary();
        Durable.createFolder(Durable.folderOf(written));
        Duck.run(duck, MERGE.formatted(Layout.table(generation, files), Duck.text(written.toString())));
        LakeFile first = files.getFirst();
        long events = files.stream().mapToLong(LakeFile::events).sum();
        return place(written, first.service(), first.month(), events);
    }

    private LakeFile place(Path written, String service, String month, long events) throws IOException {
        String path = "data/month=%s/service=%s/%s.parquet".formatted(month, service, Ids.next("lake"));
        long bytes = Files.size(written);
        Durable.place(written, generation.folder().resolve(path));
        return new LakeFile(path, service, month, events, bytes, Layout.NEWEST);
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
