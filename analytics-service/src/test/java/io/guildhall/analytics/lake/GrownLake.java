package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a lake without a broker as its writer does, in batches of the same size that are merged as often. */
public final class GrownLake implements AutoCloseable {

    private final Generation generation;
    private final ParquetFiles parquet;
    private final List<Envelope> waiting = new ArrayList<>();

    public GrownLake(Lake lake) throws SQLException {
        generation = lake.current();
        parquet = new ParquetFiles(generation);
    }

    public void add(Envelope event) {
        waiting.add(event);
        if (waiting.size() == LakeWriter.MOST_EVENTS) {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void flush() throws SQLException, IOException {
        LakeState state = generation.state();
        Instant newest = waiting.getLast().fact().recordedAt();
        generation.publish(
                new Manifest(state.number() + 1, false, parquet.write(waiting), Map.of(), Map.of(), Map.of(), newest));
        waiting.clear();
        LakeState next = generation.state();
        if (Compaction.due(next)) {
            new Compaction(generation, parquet).run(next);
        }
    }

    /** What waits is written before. */
    @Override
    public void close() throws SQLException, IOException {
        if (!waiting.isEmpty()) {
            flush();
        }
        parquet.close();
    }
}
