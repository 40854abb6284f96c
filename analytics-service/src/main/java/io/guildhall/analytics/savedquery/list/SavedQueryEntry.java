package io.guildhall.analytics.savedquery.list;

import io.guildhall.analytics.savedquery.Chart;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a query as it was saved last.
 *
 * @param savedBy who did, absent where nobody is known
 */
@Document("saved_queries")
@CompoundIndex(name = "of_community", def = "{communityId: 1, _id: 1}")
public record SavedQueryEntry(
        @Id String queryId,
        String communityId,
        int version,
        String name,
        String query,
        @Nullable Chart chart,
        @Nullable String savedBy,
        Instant savedAt) {}
