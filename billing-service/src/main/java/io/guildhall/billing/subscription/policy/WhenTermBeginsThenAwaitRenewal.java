package io.guildhall.billing.subscription.policy;

import io.guildhall.billing.subscription.RenewalDate;
import io.guildhall.billing.subscription.SubscriptionCommand.ReachRenewalDate;
import io.guildhall.billing.subscription.SubscriptionEvent;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import io.guildhall.billing.subscription.SubscriptionEvent.SubscriptionRenewed;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.platform.due.DueDates;
import io.guildhall.platform.follow.Policy;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

/** Ahead of the end of each term is the date at which the next is ordered. */
@Policy("when-term-begins-then-await-renewal")
class WhenTermBeginsThenAwaitRenewal {

    private final DueDates dates;

    WhenTermBeginsThenAwaitRenewal(DueDates dates) {
        this.dates = dates;
    }

    @EventHandler
    void on(SubscriptionActivated activated) {
        await(activated, activated.termStart(), activated.termEnd());
    }

    @EventHandler
    void on(SubscriptionRenewed renewed) {
        await(renewed, renewed.termStart(), renewed.termEnd());
    }

    private void await(SubscriptionEvent event, Instant start, Instant end) {
        String holder = SubscriptionId.holder(event.communityId(), event.memberId(), event.offerId());
        dates.at(
                "renewal/" + holder,
                RenewalDate.of(start, end),
                new ReachRenewalDate(holder, event.subscriptionId(), end));
    }
}
