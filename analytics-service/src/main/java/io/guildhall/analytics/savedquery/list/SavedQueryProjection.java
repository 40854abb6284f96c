package io.guildhall.analytics.savedquery.list;

import io.guildhall.analytics.savedquery.SavedQueryEvent;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryChanged;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryRemoved;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QuerySaved;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link SavedQueryEntry}; every fact may arrive again. */
@Projection(value = "saved-queries", keeps = SavedQueryEntry.class)
class SavedQueryProjection {

    private final ReadModel<SavedQueryEntry> entries;

    SavedQueryProjection(ReadModels models) {
        entries = models.of(SavedQueryEntry.class);
    }

    @EventHandler
    void on(SavedQueryEvent event, Fact fact) {
        switch (event) {
            case QuerySaved saved ->
                entries.save(
                        saved.queryId(),
                        new SavedQueryEntry(
                                saved.queryId(),
                                saved.communityId(),
                                1,
                                saved.name(),
                                saved.query(),
                                saved.chart(),
                                fact.actor(),
                                fact.validAt()),
                        fact);
            case QueryChanged changed ->
                entries.save(
                        changed.queryId(),
                        new SavedQueryEntry(
                                changed.queryId(),
                                changed.communityId(),
                                changed.version(),
                                changed.name(),
                                changed.query(),
                                changed.chart(),
                                fact.actor(),
                                fact.validAt()),
                        fact);
            case QueryRemoved removed -> entries.remove(removed.queryId(), fact);
        }
    }
}
