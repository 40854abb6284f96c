package io.guildhall.analytics.savedquery;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import org.jspecify.annotations.Nullable;

/** The facts of a saved query, as stored for ever. */
public sealed interface SavedQueryEvent extends InCommunity {

    String queryId();

    /** @param query in SQL */
    @EventName("analytics.saved-query.saved")
    record QuerySaved(
            String queryId,
            String communityId,
            String name,
            String query,
            @Nullable Chart chart) implements SavedQueryEvent {}

    /** @param version from 2 */
    @EventName("analytics.saved-query.changed")
    record QueryChanged(
            String queryId,
            String communityId,
            int version,
            String name,
            String query,
            @Nullable Chart chart) implements SavedQueryEvent {}

    @EventName("analytics.saved-query.removed")
    record QueryRemoved(String queryId, String communityId) implements SavedQueryEvent {}
}
