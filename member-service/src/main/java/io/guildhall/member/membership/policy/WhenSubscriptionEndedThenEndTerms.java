package io.guildhall.member.membership.policy;

import io.guildhall.member.membership.MembershipCommand.EndTerms;
import io.guildhall.member.membership.MembershipId;
import io.guildhall.member.membership.inbox.SubscriptionEnded;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** A subscription that has ended no longer carries the membership; the last one to end is the churn. */
@Policy(WhenSubscriptionEndedThenEndTerms.NAME)
class WhenSubscriptionEndedThenEndTerms {

    static final String NAME = "when-subscription-ended-then-end-terms";

    private final Commands commands;

    WhenSubscriptionEndedThenEndTerms(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(SubscriptionEnded ended, Fact fact) {
        var end = new EndTerms(
                MembershipId.of(ended.communityId(), ended.memberId()), ended.subscriptionId(), ended.endedAt());
        commands.send(end, fact, NAME);
    }
}
