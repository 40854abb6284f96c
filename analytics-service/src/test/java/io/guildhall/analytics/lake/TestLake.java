package io.guildhall.analytics.lake;

import io.guildhall.platform.follow.Envelope;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Puts events into a lake without a broker. */
public final class TestLake {

    private TestLake() {}

    public static Lake of(Path folder, List<Envelope> events) throws SQLException, IOException {
        var lake = new Lake(folder);
        add(lake, events);
        return lake;
    }

    public static void add(Lake lake, List<Envelope> events) throws SQLException, IOException {
        Generation generation = lake.current();
        LakeState state = generation.state();
        Instant newest = events.stream()
                .map(event -> event.fact().recordedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        try (ParquetFiles parquet = new ParquetFiles(generation)) {
            generation.publish(new Manifest(
                    state.number() + 1, false, parquet.write(events), Map.of(), Map.of(), Map.of(), newest));
        }
    }
}
