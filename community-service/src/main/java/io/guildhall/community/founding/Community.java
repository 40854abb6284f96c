package io.guildhall.community.founding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.community.founding.CommunityCommand.FoundCommunity;
import io.guildhall.community.founding.CommunityEvent.CommunityFounded;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A community comes to be once, and is never founded again. */
@Aggregate
@Snapshotted(name = "community.community", revision = 1)
class Community {

    @AggregateIdentifier
    private String communityId;

    Community() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(FoundCommunity command) {
        apply(new CommunityFounded(
                command.communityId(), command.founderId(), command.name(), command.description(), command.language()));
    }

    @EventSourcingHandler
    void on(CommunityEvent event) {
        switch (event) {
            case CommunityFounded founded -> communityId = founded.communityId();
        }
    }
}
