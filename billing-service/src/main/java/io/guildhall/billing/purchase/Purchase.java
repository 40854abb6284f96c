package io.guildhall.billing.purchase;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.purchase.PurchaseCommand.KeepPurchase;
import io.guildhall.billing.purchase.PurchaseCommand.ReturnPurchase;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseKept;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseRepeated;
import io.guildhall.billing.purchase.PurchaseEvent.PurchaseReturned;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides which of a member's paid orders bought a course, so that it is bought once at a time. */
@Aggregate
@Snapshotted(name = "billing.purchase", revision = 1)
class Purchase {

    @AggregateIdentifier
    private @Nullable String purchaseId;

    private @Nullable String orderId;

    Purchase() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(KeepPurchase command) {
        if (orderId == null) {
            apply(new PurchaseKept(
                    command.purchaseId(),
                    command.communityId(),
                    command.memberId(),
                    command.offerId(),
                    command.orderId()));
        } else if (!orderId.equals(command.orderId())) {
            apply(new PurchaseRepeated(
                    command.purchaseId(),
                    command.communityId(),
                    command.memberId(),
                    command.offerId(),
                    command.orderId()));
        }
    }

    @CommandHandler
    void handle(ReturnPurchase command) {
        if (command.orderId().equals(orderId)) {
            apply(new PurchaseReturned(command.purchaseId(), command.communityId(), command.orderId()));
        }
    }

    @EventSourcingHandler
    void on(PurchaseEvent event) {
        switch (event) {
            case PurchaseKept kept -> {
                purchaseId = kept.purchaseId();
                orderId = kept.orderId();
            }
            case PurchaseRepeated _ -> {} // the policy that gives it back needs it
            case PurchaseReturned _ -> orderId = null;
        }
    }
}
