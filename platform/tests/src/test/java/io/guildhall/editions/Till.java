package io.guildhall.editions;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "shop.till", revision = 1)
class Till {

    record Sell(@TargetAggregateIdentifier String tillId, int amount) {}

    @EventName("shop.till.sold")
    record Sold(String tillId, int total) implements InCommunity {
        @Override
        public String communityId() {
            return "com_1";
        }
    }

    @AggregateIdentifier
    private String tillId;

    private int total;

    Till() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Sell command) {
        apply(new Sold(command.tillId(), total + command.amount()));
    }

    @EventSourcingHandler
    void on(Sold event) {
        tillId = event.tillId();
        total = event.total();
    }
}
