package io.guildhall.billing.purchase;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that may be asked of a {@link Purchase}; all of it may be repeated. */
public sealed interface PurchaseCommand {

    String purchaseId();

    /** An order of the course was paid. */
    record KeepPurchase(
            @TargetAggregateIdentifier String purchaseId,
            String communityId,
            String memberId,
            String offerId,
            String orderId)
            implements PurchaseCommand {}

    /** The money of an order was given back; harmless unless it is the one that bought the course. */
    record ReturnPurchase(@TargetAggregateIdentifier String purchaseId, String communityId, String orderId)
            implements PurchaseCommand {}
}
