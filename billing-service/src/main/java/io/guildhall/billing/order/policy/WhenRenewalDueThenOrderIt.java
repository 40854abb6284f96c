package io.guildhall.billing.order.policy;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.OrderCommand.ExpireOrder;
import io.guildhall.billing.order.OrderCommand.PlaceOrder;
import io.guildhall.billing.order.Renewal;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalDue;
import io.guildhall.billing.subscription.SubscriptionEvent.RenewalFailed;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

/**
 * The next term of a subscription is ordered; one order per term end, however often. It waits for its money until that end,
 * or 23 hours where the end is nearer or past, and no longer than its holder wants the term: whoever has canceled is not
 * charged any more.
 */
@Policy(WhenRenewalDueThenOrderIt.NAME)
class WhenRenewalDueThenOrderIt {

    static final String NAME = "when-renewal-due-then-order-it";
    private static final Duration PATIENCE = Duration.ofHours(23);

    private final Commands commands;

    WhenRenewalDueThenOrderIt(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(RenewalFailed failed, Fact fact) {
        commands.send(new ExpireOrder(failed.orderId(), "canceled", fact.recordedAt()), fact, NAME);
    }

    @EventHandler
    void on(RenewalDue due, Fact fact) {
        var offer = new SoldOffer(
                due.offerId(),
                due.offerVersion(),
                OfferKind.PLAN,
                due.name(),
                due.opens(),
                due.amountMinor(),
                due.currency(),
                due.period());
        Instant patient = fact.recordedAt().plus(PATIENCE);
        commands.send(
                new PlaceOrder(
                        SubscriptionId.renewalOrder(due.subscriptionId(), due.termEnd()),
                        due.communityId(),
                        due.memberId(),
                        offer,
                        new Renewal(due.subscriptionId(), due.firstOrderId()),
                        fact.recordedAt(),
                        due.termEnd().isAfter(patient) ? due.termEnd() : patient),
                fact,
                NAME);
    }
}
