package io.guildhall.billing.purchase.policy;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.billing.purchase.PurchaseCommand.KeepPurchase;
import io.guildhall.billing.purchase.PurchaseCommand.ReturnPurchase;
import io.guildhall.billing.purchase.PurchaseId;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** The paid order of a course makes a purchase, and its refund takes that back. */
@Policy(WhenCoursePaidThenKeepPurchase.NAME)
class WhenCoursePaidThenKeepPurchase {

    static final String NAME = "when-course-paid-then-keep-purchase";

    private final Commands commands;

    WhenCoursePaidThenKeepPurchase(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderPaid paid, Fact fact) {
        if (paid.kind() == OfferKind.COURSE) {
            String purchaseId = PurchaseId.of(paid.communityId(), paid.memberId(), paid.offerId());
            commands.send(
                    new KeepPurchase(purchaseId, paid.communityId(), paid.memberId(), paid.offerId(), paid.orderId()),
                    fact,
                    NAME);
        }
    }

    @EventHandler
    void on(OrderRefunded refunded, Fact fact) {
        if (refunded.kind() == OfferKind.COURSE) {
            String purchaseId = PurchaseId.of(refunded.communityId(), refunded.memberId(), refunded.offerId());
            commands.send(new ReturnPurchase(purchaseId, refunded.communityId(), refunded.orderId()), fact, NAME);
        }
    }
}
