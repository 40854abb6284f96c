package io.guildhall.billing.order;

import io.guildhall.billing.order.OrderEvent.OrderExpired;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderPlaced;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link KeptOrder}; every fact may arrive again. */
@Projection(value = KeptOrderProjection.NAME, keeps = KeptOrder.class)
class KeptOrderProjection {

    static final String NAME = "kept-orders";

    private final ReadModel<KeptOrder> orders;

    KeptOrderProjection(ReadModels models) {
        orders = models.of(KeptOrder.class);
    }

    @EventHandler
    void on(OrderEvent event, Fact fact) {
        String id = event.orderId();
        switch (event) {
            case OrderPlaced placed -> orders.save(id, of(placed, fact), fact);
            case OrderPaid paid -> orders.update(id, status(OrderStatus.PAID).set("paidAt", paid.paidAt()), fact);
            case OrderExpired _ -> orders.update(id, status(OrderStatus.EXPIRED), fact);
            case OrderPartlyRefunded part ->
                orders.update(id, new Update().set("refundedMinor", part.refundedMinor()), fact);
            case OrderRefunded refunded ->
                orders.update(id, status(OrderStatus.REFUNDED).set("refundedAt", refunded.refundedAt()), fact);
        }
    }

    private static Update status(OrderStatus status) {
        return new Update().set("status", status);
    }

    private static KeptOrder of(OrderPlaced placed, Fact fact) {
        return new KeptOrder(
                placed.orderId(),
                placed.communityId(),
                placed.memberId(),
                fact.position().number(),
                OrderStatus.PLACED,
                placed.kind(),
                placed.offerId(),
                placed.offerVersion(),
                placed.name(),
                placed.opens(),
                placed.amountMinor(),
                placed.currency(),
                placed.period(),
                placed.subscriptionId(),
                placed.placedAt(),
                null,
                null,
                null);
    }
}
