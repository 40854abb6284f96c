package io.guildhall.analytics.savedquery;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.analytics.savedquery.SavedQueryCommand.ChangeQuery;
import io.guildhall.analytics.savedquery.SavedQueryCommand.RemoveQuery;
import io.guildhall.analytics.savedquery.SavedQueryCommand.SaveQuery;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryChanged;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryRemoved;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QuerySaved;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Decides that only who has seen the newest version changes or removes it. */
@Aggregate
@Snapshotted(name = "analytics.saved-query", revision = 1)
class SavedQuery {

    @AggregateIdentifier
    private String queryId;

    private String communityId = "";
    private int version;
    private boolean removed;

    SavedQuery() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(SaveQuery command) {
        apply(new QuerySaved(
                command.queryId(), command.communityId(), command.name(), command.query(), command.chart()));
    }

    @CommandHandler
    void handle(ChangeQuery command) {
        requireOurs(command);
        if (removed) {
            throw new NotFound();
        }
        requireNewest(command.version());
        apply(new QueryChanged(queryId, communityId, version + 1, command.name(), command.query(), command.chart()));
    }

    @CommandHandler
    void handle(RemoveQuery command) {
        requireOurs(command);
        if (!removed) {
            requireNewest(command.version());
            apply(new QueryRemoved(queryId, communityId));
        }
    }

    @EventSourcingHandler
    void on(SavedQueryEvent event) {
        switch (event) {
            case QuerySaved saved -> {
                queryId = saved.queryId();
                communityId = saved.communityId();
                version = 1;
            }
            case QueryChanged changed -> version = changed.version();
            case QueryRemoved _ -> removed = true;
        }
    }

    private void requireOurs(SavedQueryCommand command) {
        if (!communityId.equals(command.communityId())) {
            throw new NotFound();
        }
    }

    private void requireNewest(int seen) {
        if (seen != version) {
            throw new SavedQueryChanged(version);
        }
    }
}
