package io.guildhall.billing.order;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.order.OrderCommand.ExpireOrder;
import io.guildhall.billing.order.OrderCommand.PayOrder;
import io.guildhall.billing.order.OrderCommand.PlaceOrder;
import io.guildhall.billing.order.OrderCommand.RefundOrder;
import io.guildhall.billing.order.OrderCommand.ReturnPayment;
import io.guildhall.billing.order.OrderEvent.OrderExpired;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderPlaced;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that an order is paid once, at the terms it was placed at, and that no more is refunded than was paid. */
@Aggregate
@Snapshotted(name = "billing.order", revision = 2)
class Order {

    @AggregateIdentifier
    private String orderId;

    private @Nullable OrderPlaced placed;
    private OrderStatus status = OrderStatus.PLACED;
    private long refundedMinor;

    Order() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(PlaceOrder command) {
        var offer = command.offer();
        Renewal renewal = command.renewal();
        apply(new OrderPlaced(
                command.orderId(),
                command.communityId(),
                command.memberId(),
                offer.kind(),
                offer.offerId(),
                offer.version(),
                offer.name(),
                offer.opens(),
                offer.amountMinor(),
                offer.currency(),
                offer.period(),
                renewal == null ? null : renewal.subscriptionId(),
                renewal == null ? null : renewal.firstOrderId(),
                command.placedAt(),
                command.expiresAt()));
    }

    @CommandHandler
    void handle(PayOrder command) {
        if (status == OrderStatus.PAID || status == OrderStatus.REFUNDED) {
            return;
        }
        OrderPlaced of = placed();
        apply(new OrderPaid(
                orderId,
                of.communityId(),
                of.memberId(),
                of.kind(),
                of.offerId(),
                of.offerVersion(),
                of.name(),
                of.opens(),
                of.amountMinor(),
                of.currency(),
                of.period(),
                of.subscriptionId(),
                command.paidAt()));
    }

    @CommandHandler
    void handle(ExpireOrder command) {
        if (status == OrderStatus.PLACED) {
            OrderPlaced of = placed();
            apply(new OrderExpired(
                    orderId,
                    of.communityId(),
                    of.memberId(),
                    of.offerId(),
                    of.subscriptionId(),
                    command.reason(),
                    command.expiredAt()));
        }
    }

    @CommandHandler
    void handle(RefundOrder command) {
        OrderPlaced of = placed();
        if (!of.communityId().equals(command.communityId())) {
            throw new NotFound();
        }
        if (status == OrderStatus.REFUNDED) {
            throw new AlreadyRefunded();
        }
        if (status != OrderStatus.PAID) {
            throw new OrderNotPaid(status.text());
        }
        long left = leftMinor();
        long amount = requireNonNullElse(command.amountMinor(), left);
        if (amount > left) {
            throw new RefundExceedsPayment(left, of.currency());
        }
        refund(amount, command.refundedAt());
    }

    @CommandHandler
    void handle(ReturnPayment command) {
        if (status == OrderStatus.PAID) {
            refund(leftMinor(), command.returnedAt());
        }
    }

    private long leftMinor() {
        return placed().amountMinor() - refundedMinor;
    }

    private void refund(long amountMinor, Instant refundedAt) {
        if (amountMinor == leftMinor()) {
            refundRest(amountMinor, refundedAt);
        } else {
            refundPart(amountMinor, refundedAt);
        }
    }

    private void refundPart(long amountMinor, Instant refundedAt) {
        OrderPlaced of = placed();
        apply(new OrderPartlyRefunded(
                orderId,
                of.communityId(),
                of.memberId(),
                of.kind(),
                of.offerId(),
                amountMinor,
                refundedMinor + amountMinor,
                of.currency(),
                of.subscriptionId(),
                refundedAt));
    }

    private void refundRest(long amountMinor, Instant refundedAt) {
        OrderPlaced of = placed();
        apply(new OrderRefunded(
                orderId,
                of.communityId(),
                of.memberId(),
                of.kind(),
                of.offerId(),
                of.opens(),
                amountMinor,
                of.currency(),
                of.subscriptionId(),
                refundedAt));
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        switch (event) {
            case OrderPlaced it -> {
                orderId = it.orderId();
                placed = it;
            }
            case OrderPaid _ -> status = OrderStatus.PAID;
            case OrderExpired _ -> status = OrderStatus.EXPIRED;
            case OrderPartlyRefunded part -> refundedMinor = part.refundedMinor();
            case OrderRefunded _ -> status = OrderStatus.REFUNDED;
        }
    }

    private OrderPlaced placed() {
        return requireNonNull(placed);
    }
}
