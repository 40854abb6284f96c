package io.guildhall.billing.subscription.policy;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.OrderEvent.OrderPaid;
import io.guildhall.billing.subscription.SubscriptionCommand.GiveTerm;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Every paid order of a plan gives its term, the first as well as a renewal, unless it was canceled. */
@Policy(WhenPlanPaidThenGiveTerm.NAME)
class WhenPlanPaidThenGiveTerm {

    static final String NAME = "when-plan-paid-then-give-term";

    private final Commands commands;

    WhenPlanPaidThenGiveTerm(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderPaid paid, Fact fact) {
        if (paid.kind() != OfferKind.PLAN) {
            return;
        }
        var offer = new SoldOffer(
                paid.offerId(),
                paid.offerVersion(),
                paid.kind(),
                paid.name(),
                paid.opens(),
                paid.amountMinor(),
                paid.currency(),
                paid.period());
        String holder = SubscriptionId.holder(paid.communityId(), paid.memberId(), paid.offerId());
        commands.send(
                new GiveTerm(
                        holder,
                        paid.communityId(),
                        paid.memberId(),
                        offer,
                        paid.subscriptionId(),
                        paid.orderId(),
                        paid.paidAt()),
                fact,
                NAME);
    }
}
