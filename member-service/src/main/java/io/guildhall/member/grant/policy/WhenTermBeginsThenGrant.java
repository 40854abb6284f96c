package io.guildhall.member.grant.policy;

import io.guildhall.member.grant.GrantCommand.GiveGrant;
import io.guildhall.member.grant.Resource;
import io.guildhall.member.grant.inbox.SubscriptionActivated;
import io.guildhall.member.grant.inbox.SubscriptionRenewed;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** What a subscription opens is open for each paid term, from its first moment to before its last. */
@Policy(WhenTermBeginsThenGrant.NAME)
class WhenTermBeginsThenGrant {

    static final String NAME = "when-term-begins-then-grant";

    private final Commands commands;

    WhenTermBeginsThenGrant(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(SubscriptionActivated begun, Fact fact) {
        grant(
                begun.subscriptionId(),
                begun.communityId(),
                begun.memberId(),
                begun.opens(),
                begun.termStart(),
                begun.termEnd(),
                begun.orderId(),
                fact);
    }

    @EventHandler
    void on(SubscriptionRenewed begun, Fact fact) {
        grant(
                begun.subscriptionId(),
                begun.communityId(),
                begun.memberId(),
                begun.opens(),
                begun.termStart(),
                begun.termEnd(),
                begun.orderId(),
                fact);
    }

    private void grant(
            String subscriptionId,
            String communityId,
            String memberId,
            List<String> opens,
            Instant from,
            Instant until,
            String orderId,
            Fact fact) {
        for (String resource : opens) {
            var grant = new GiveGrant(
                    GrantIds.of(orderId, resource),
                    communityId,
                    memberId,
                    new Resource(resource),
                    "subscription",
                    from,
                    until,
                    subscriptionId);
            commands.send(grant, fact, NAME, resource);
        }
    }
}
