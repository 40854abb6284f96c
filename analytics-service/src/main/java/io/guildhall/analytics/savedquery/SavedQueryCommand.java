package io.guildhall.analytics.savedquery;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that may be asked of a {@link SavedQuery}; one of another community is answered like one that is not there. */
public sealed interface SavedQueryCommand {

    String queryId();

    String communityId();

    /**
     * Keeps a query, as version 1.
     *
     * @param query in SQL, as it was let through
     */
    record SaveQuery(
            @TargetAggregateIdentifier String queryId,
            String communityId,
            String name,
            String query,
            @Nullable Chart chart)
            implements SavedQueryCommand {}

    /**
     * Puts another in its place, as the next version; refused with {@link SavedQueryChanged}.
     *
     * @param version that was changed
     */
    record ChangeQuery(
            @TargetAggregateIdentifier String queryId,
            String communityId,
            int version,
            String name,
            String query,
            @Nullable Chart chart)
            implements SavedQueryCommand {}

    /**
     * Keeps it no longer; again is harmless. Refused with {@link SavedQueryChanged}.
     *
     * @param version that was looked at
     */
    record RemoveQuery(@TargetAggregateIdentifier String queryId, String communityId, int version)
            implements SavedQueryCommand {}
}
