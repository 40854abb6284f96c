package io.guildhall.analytics.savedquery.web;

import io.guildhall.analytics.savedquery.Chart;
import io.guildhall.analytics.savedquery.list.SavedQueryEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved query.
 *
 * @param version to be named by who changes or removes it
 * @param savedBy who saved this version
 */
record SavedQueryView(
        String queryId,
        int version,
        String name,
        String query,
        @Nullable Chart chart,
        @Nullable String savedBy,
        Instant savedAt) {

    static SavedQueryView of(SavedQueryEntry entry) {
        return new SavedQueryView(
                entry.queryId(),
                entry.version(),
                entry.name(),
                entry.query(),
                entry.chart(),
                entry.savedBy(),
                entry.savedAt());
    }
}
