package io.guildhall.member.grant.policy;

import io.guildhall.member.grant.GrantCommand.GiveGrant;
import io.guildhall.member.grant.Resource;
import io.guildhall.member.grant.inbox.OrderPaid;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** What was bought for good is open from the payment on, without an end. */
@Policy(WhenOrderPaidThenGrant.NAME)
class WhenOrderPaidThenGrant {

    static final String NAME = "when-order-paid-then-grant";

    private final Commands commands;

    WhenOrderPaidThenGrant(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderPaid order, Fact fact) {
        if (!order.lasts()) {
            return;
        }
        for (String resource : order.opens()) {
            var grant = new GiveGrant(
                    GrantIds.of(order.orderId(), resource),
                    order.communityId(),
                    order.memberId(),
                    new Resource(resource),
                    "purchase",
                    order.paidAt(),
                    null,
                    order.orderId());
            commands.send(grant, fact, NAME, resource);
        }
    }
}
