package io.guildhall.billing.purchase;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;

/** The facts of purchases, as stored for ever; others hear of orders instead. */
public sealed interface PurchaseEvent extends InCommunity {

    String purchaseId();

    /** @param orderId the order that bought it */
    @EventName(value = "billing.purchase.kept", visibility = Visibility.INTERNAL)
    record PurchaseKept(String purchaseId, String communityId, String memberId, String offerId, String orderId)
            implements PurchaseEvent {}

    /**
     * The course was paid for although it had been bought.
     *
     * @param orderId the order whose money is too much
     */
    @EventName(value = "billing.purchase.repeated", visibility = Visibility.INTERNAL)
    record PurchaseRepeated(String purchaseId, String communityId, String memberId, String offerId, String orderId)
            implements PurchaseEvent {}

    @EventName(value = "billing.purchase.returned", visibility = Visibility.INTERNAL)
    record PurchaseReturned(String purchaseId, String communityId, String orderId) implements PurchaseEvent {}
}
