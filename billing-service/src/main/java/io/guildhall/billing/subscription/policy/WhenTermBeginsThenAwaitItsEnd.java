package io.guildhall.billing.subscription.policy;

import io.guildhall.billing.subscription.SubscriptionCommand.ReachTermEnd;
import io.guildhall.billing.subscription.SubscriptionEvent;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.platform.due.DueDates;
import io.guildhall.platform.follow.Policy;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

/** The end of each term is a due date. */
@Policy("when-term-begins-then-await-its-end")
class WhenTermBeginsThenAwaitItsEnd {

    private final DueDates dates;

    WhenTermBeginsThenAwaitItsEnd(DueDates dates) {
        this.dates = dates;
    }

    @EventHandler
    void on(SubscriptionActivated activated) {
        await(activated, activated.termEnd());
    }

    @EventHandler
    void on(SubscriptionRenewed renewed) {
        await(renewed, renewed.termEnd());
    }

    private void await(SubscriptionEvent event, Instant end) {
        String holder = SubscriptionId.holder(event.communityId(), event.memberId(), event.offerId());
        dates.at("term-end/" + holder, end, new ReachTermEnd(holder, event.subscriptionId(), end));
    }
}
