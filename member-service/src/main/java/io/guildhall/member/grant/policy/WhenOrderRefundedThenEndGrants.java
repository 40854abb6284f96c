package io.guildhall.member.grant.policy;

import io.guildhall.member.grant.GrantCommand.WithdrawGrant;
import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.Resource;
import io.guildhall.member.grant.inbox.OrderRefunded;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A refund ends what its order had opened or would open, and nothing else. */
@Policy(WhenOrderRefundedThenEndGrants.NAME)
class WhenOrderRefundedThenEndGrants {

    static final String NAME = "when-order-refunded-then-end-grants";

    private final Commands commands;

    WhenOrderRefundedThenEndGrants(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderRefunded order, Fact fact) {
        for (String resource : order.opens()) {
            var withdraw = new WithdrawGrant(
                    GrantIds.of(order.orderId(), resource),
                    order.communityId(),
                    order.memberId(),
                    new Resource(resource),
                    order.refundedAt(),
                    GrantEnded.REFUNDED,
                    order.orderId());
            commands.send(withdraw, fact, NAME, resource);
        }
    }
}
