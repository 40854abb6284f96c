package io.guildhall.billing.subscription.policy;

import io.guildhall.billing.order.OrderEvent.OrderExpired;
import io.guildhall.billing.subscription.SubscriptionCommand.FailRenewal;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A renewal order that ended unpaid lets its subscription end with the term that runs. */
@Policy(WhenRenewalExpiredThenFailIt.NAME)
class WhenRenewalExpiredThenFailIt {

    static final String NAME = "when-renewal-expired-then-fail-it";

    private final Commands commands;

    WhenRenewalExpiredThenFailIt(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderExpired expired, Fact fact) {
        if (expired.subscriptionId() != null) {
            String holder = SubscriptionId.holder(expired.communityId(), expired.memberId(), expired.offerId());
            commands.send(new FailRenewal(holder, expired.subscriptionId(), expired.orderId()), fact, NAME);
        }
    }
}
