package io.guildhall.analytics.metric.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.TestLake;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricQueryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatLiesAheadIsNotKnownYet() {
        var lake = new Lake(folder);

        assertThat(asOf(null, lake)).isEqualTo(NOW);
        assertThat(asOf(NOW.plusSeconds(1), lake)).isEqualTo(NOW);
        assertThat(asOf(NOW.minusSeconds(1), lake)).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void whatWasRecordedIsKnownWhateverTheClockSays() throws Exception {
        Instant recorded = NOW.plusSeconds(60);
        Lake lake = TestLake.of(folder, new Story().at(recorded).joins("mem_1").events());

        assertThat(asOf(null, lake)).isEqualTo(recorded);
        assertThat(asOf(NOW.plusSeconds(30), lake)).isEqualTo(NOW.plusSeconds(30));
        assertThat(asOf(NOW.plusSeconds(90), lake)).isEqualTo(recorded);
    }

    private static Instant asOf(@Nullable Instant asked, Lake lake) {
        var march = LocalDate.of(2026, 3, 1);
        return new MetricQuery(march, march.plusMonths(1), asked, null, null, null, null)
                .window(InstantSource.fixed(NOW), lake)
                .asOf();
    }
}
