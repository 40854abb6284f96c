package io.guildhall.billing.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.ledger.LedgerCommand.PostTransaction;
import io.guildhall.billing.ledger.LedgerEvent.LedgerPosted;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that an event is posted once. */
@Aggregate
@Snapshotted(name = "billing.transaction", revision = 1)
class Transaction {

    @AggregateIdentifier
    private @Nullable String transactionId;

    Transaction() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PostTransaction command) {
        if (transactionId == null) {
            apply(new LedgerPosted(
                    command.transactionId(),
                    command.communityId(),
                    command.causeId(),
                    command.cause(),
                    command.currency(),
                    command.postings(),
                    command.postedAt()));
        }
    }

    @EventSourcingHandler
    void on(LedgerEvent event) {
        transactionId = event.transactionId();
    }
}
